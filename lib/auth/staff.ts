import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { newVault, type VaultKeys } from "@/lib/vault/keys";
import { newSalt, passphraseKey } from "@/lib/vault/passphrase";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { bytes } from "@/lib/vault/sodium";
import type { Actor, StaffActor, StaffRole } from "./actor";
import { authorise } from "./permissions";
import { type NewStaff, newStaff } from "./schema";
import { newStaffKeys } from "./staff-keys";
import { requireFresh } from "./step-up";
import { newTotpSecret, totpUri } from "./totp";
import { recordStaffAct, recordVaultMade } from "./trail";
import { wrapFor } from "./vault-wrap";

/** What is shown once to whoever was added, and kept nowhere in the clear. */
export interface SecondFactor {
  totpSecret: string;
  uri: string;
}

/**
 * Makes the vault and its first coordinator, once. The vault's private key leaves memory only wrapped: for them, and
 * for the offline recovery identity, which is written to `recoveryFile` (0600) and never over an existing file.
 */
export async function makeVault(given: NewStaff, recoveryFile: string, clock: Clock): Promise<SecondFactor> {
  const input = newStaff.parse(given);
  if (input.role !== "coordinator") throw new Refusal("coordinator_needed");
  const now = clock();
  const identity = await newRecoveryIdentity(now);
  const { keys, wrapped } = await newVault(identity.recipient);
  const prepared = await prepareStaff(input, keys);
  writeNewFile(recoveryFile, identity.file);
  try {
    await desk().$transaction(async (tx) => {
      await onlyOneAtATime(tx);
      if ((await tx.vaultKey.count()) + (await tx.staff.count()) > 0) throw new Refusal("vault_exists");
      const vault = { id: keys.vaultId, publicKey: bytes(keys.publicKey), recovery: identity.recipient };
      await tx.vaultKey.create({ data: { ...vault, createdAt: now } });
      await tx.vaultWrap.create({ data: { id: newId(now), vaultId: vault.id, wrapped, createdAt: now } });
      await insertStaff(tx, prepared, now);
      await recordVaultMade(tx, input.username, keys.publicKey, now);
    });
  } catch (error) {
    rmSync(recoveryFile);
    throw error;
  }
  return prepared.secondFactor;
}

/** Adds a member of staff on the word of a coordinator, whose copy of the vault key is sealed to the newcomer. */
export async function addStaff(actor: Actor, given: NewStaff, clock: Clock): Promise<SecondFactor> {
  const inviter = authorise(actor, "staff.invite");
  requireFresh(inviter, clock);
  const input = newStaff.parse(given);
  const now = clock();
  const prepared = await prepareStaff(input, inviter.keys);
  await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    if (await tx.staff.findUnique({ where: { username: input.username }, select: { id: true } })) {
      throw new Refusal("username_taken");
    }
    await insertStaff(tx, prepared, now);
    await recordStaffAct(tx, inviter, "staff.added", { staff: input.username }, now);
  });
  return prepared.secondFactor;
}

/**
 * Puts somebody out at once: their sessions and their wrap of the vault key are deleted, their next request fails, the invitations
 * they made open nothing. The last coordinator stays, since nobody could decide, and the last administrator.
 */
export async function disableStaff(actor: Actor, username: string, clock: Clock): Promise<void> {
  const by = authorise(actor, "staff.invite");
  requireFresh(by, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    await cutOff(tx, by, username, null, now);
    await recordStaffAct(tx, by, "staff.disabled", { staff: username }, now);
  });
}

/** What puts somebody out, inside the caller's transaction, which holds the team and records it. Nobody puts themselves out. */
export async function cutOff(
  tx: Tx,
  by: StaffActor,
  username: string,
  heir: string | null,
  now: Date,
): Promise<void> {
  if (username === by.username) throw new Refusal("not_on_oneself");
  await stillThere(tx, by);
  const staff = await activeStaff(tx, username);
  await keepTheLast(tx, staff);
  await tx.staff.update({ where: { id: staff.id }, data: { disabledAt: now, heir }, select: { id: true } });
  await tx.staffSession.deleteMany({ where: { staffId: staff.id } });
  await tx.vaultWrap.deleteMany({ where: { staffId: staff.id } });
  await closeInvitations(tx, username, now);
}

/** Gives somebody another role, from their next request on. Nobody gives themselves one. */
export async function changeRole(
  actor: Actor,
  username: string,
  role: StaffRole,
  clock: Clock,
): Promise<void> {
  const by = authorise(actor, "staff.invite");
  requireFresh(by, clock);
  if (username === by.username) throw new Refusal("not_on_oneself");
  const now = clock();
  await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    await stillThere(tx, by);
    const staff = await activeStaff(tx, username);
    if (role !== staff.role) await keepTheLast(tx, staff);
    await tx.staff.update({ where: { id: staff.id }, data: { role }, select: { id: true } });
    await closeInvitations(tx, username, now);
    await recordStaffAct(tx, by, "staff.role_changed", { staff: username }, now);
  });
}

/** New keys of a member of staff, the vault's among them, wrapped and ready to be written. Costs an Argon2id: outside any transaction. */
export async function prepareStaff(input: NewStaff, vault: VaultKeys) {
  const known = await desk().staff.findUnique({ where: { username: input.username }, select: { id: true } });
  const id = known?.id ?? newId();
  const kdfSalt = newSalt();
  const totpSecret = input.totpSecret ?? newTotpSecret();
  const keys = newStaffKeys(id, await passphraseKey(input.passphrase, kdfSalt), totpSecret);
  const wrap = { vaultId: vault.vaultId, wrapped: await wrapFor(keys.publicKey, vault) };
  const row = { id, username: input.username, role: input.role, kdfSalt, ...keys };
  return { row, wrap, secondFactor: { totpSecret, uri: totpUri(input.username, totpSecret) } };
}

type PreparedStaff = Awaited<ReturnType<typeof prepareStaff>>;

/** Writes a new member of the team. Inside the caller's transaction, which holds the team. */
export async function insertStaff(tx: Tx, { row, wrap }: PreparedStaff, now: Date): Promise<string> {
  await tx.staff.create({ data: { ...row, createdAt: now }, select: { id: true } });
  await tx.vaultWrap.create({ data: { ...wrap, id: newId(now), staffId: row.id, createdAt: now } });
  return row.id;
}

/** Gives somebody on the team new keys in place of lost ones: the old wrap and every session are gone. Likewise. */
export async function replaceKeys(tx: Tx, { row, wrap }: PreparedStaff, now: Date): Promise<string> {
  const { id } = await activeStaff(tx, row.username);
  if (id !== row.id) throw new Error("keys made for another row");
  const { kdfSalt, publicKey, signingPublicKey, wrappedPrivateKey, wrappedSigningKey, wrappedTotp } = row;
  await tx.staff.update({
    where: { id },
    data: {
      kdfSalt,
      publicKey,
      signingPublicKey,
      wrappedPrivateKey,
      wrappedSigningKey,
      wrappedTotp,
      totpStep: 0,
    },
    select: { id: true },
  });
  await tx.staffSession.deleteMany({ where: { staffId: id } });
  await tx.vaultWrap.deleteMany({ where: { staffId: id } });
  await tx.vaultWrap.create({ data: { ...wrap, id: newId(now), staffId: id, createdAt: now } });
  return id;
}

/** Changes to the team wait for each other, so that two people cannot both be the first or both remove the last. */
export async function onlyOneAtATime(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT true FROM (SELECT pg_advisory_xact_lock(7215902)) AS waited`;
}

async function activeStaff(tx: Tx, username: string): Promise<{ id: string; role: StaffRole }> {
  const staff = await tx.staff.findFirst({
    where: { username, disabledAt: null },
    select: { id: true, role: true },
  });
  if (!staff) throw new Refusal("not_found");
  return staff;
}

/** Of two who put each other out at the same moment the second finds that they are gone. */
async function stillThere(tx: Tx, { username, role }: StaffActor): Promise<void> {
  if ((await activeStaff(tx, username)).role !== role) throw new Refusal("not_permitted");
}

/** Refuses to lose the last coordinator or the last administrator. */
async function keepTheLast(tx: Tx, { id, role }: { id: string; role: StaffRole }): Promise<void> {
  if (role !== "coordinator" && role !== "administrator") return;
  const others = await tx.staff.count({ where: { role, disabledAt: null, id: { not: id } } });
  if (others === 0) throw new Refusal("last_of_role");
}

/** Invitations somebody made, and those that were to replace their keys, open nothing once their place on the team changed. */
const closeInvitations = (tx: Tx, username: string, now: Date) =>
  tx.invitation.updateMany({
    where: { OR: [{ invitedBy: username }, { username }], usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });

function writeNewFile(file: string, text: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o600);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new Refusal("file_exists");
    if (["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EROFS", "ENOSPC"].includes(code))
      throw new Refusal("file_not_writable");
    throw error;
  }
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
}
