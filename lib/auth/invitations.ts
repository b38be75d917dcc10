import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { keysOf, type VaultKeys } from "@/lib/vault/keys";
import { DoesNotOpen } from "@/lib/vault/padding";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { sodium } from "@/lib/vault/sodium";
import type { Actor } from "./actor";
import { keyOfCode, newCode, readCode } from "./codes";
import { authorise } from "./permissions";
import { replaceRecoveryCodes } from "./recovery-codes";
import { type AcceptedInvitation, acceptedInvitation, type NewInvitation, newInvitation } from "./schema";
import { insertStaff, onlyOneAtATime, prepareStaff, replaceKeys } from "./staff";
import { requireFresh } from "./step-up";
import { countTry, forgetTries } from "./throttle";
import { totpStep } from "./totp";
import { recordStaffAct } from "./trail";

const DAY = 24 * 3_600_000;
const context = (id: string) => `invitation|${id}`;

/** Who waits for their place, and who is waited for to agree. Never the code. */
export async function listInvitations(actor: Actor, clock: Clock) {
  authorise(actor, "staff.invite");
  return desk().invitation.findMany({
    where: { usedAt: null, revokedAt: null, expiresAt: { gt: clock() } },
    select: {
      id: true,
      username: true,
      role: true,
      replaces: true,
      invitedBy: true,
      expiresAt: true,
      secondedBy: true,
    },
    orderBy: { invitedAt: "asc" },
  });
}

/**
 * Invites somebody: the code in the answer is shown once, works once and for a day, and carries the vault's key to whoever
 * holds it. For somebody already on the team it replaces lost keys, and only after a second administrator agreed.
 */
export async function inviteStaff(actor: Actor, given: NewInvitation, clock: Clock): Promise<string> {
  const by = authorise(actor, "staff.invite");
  requireFresh(by, clock);
  const { username, role } = newInvitation.parse(given);
  const now = clock();
  const [id, code] = [newId(now), newCode()];
  const key = keyOfCode(readCode(code) ?? code, id);
  await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    const known = await tx.staff.findUnique({
      where: { username },
      select: { role: true, disabledAt: true },
    });
    if (known?.disabledAt || (known && known.role !== role)) throw new Refusal("username_taken");
    if (known && by.role !== "administrator") throw new Refusal("administrator_needed");
    await tx.invitation.updateMany({
      where: { username, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    await tx.invitation.create({
      data: {
        id,
        username,
        role,
        vaultId: by.keys.vaultId,
        sealedVault: sealUnder(key, sodium.to_base64(by.keys.privateKey), context(id)),
        replaces: known !== null,
        invitedBy: by.username,
        invitedAt: now,
        expiresAt: new Date(now.getTime() + DAY),
      },
      select: { id: true },
    });
    await recordStaffAct(tx, by, "staff.invited", { staff: username }, now);
  });
  return code;
}

/** A second administrator agrees that somebody's lost keys may be replaced. */
export async function secondInvitation(actor: Actor, id: string, clock: Clock): Promise<void> {
  const by = authorise(actor, "staff.second");
  requireFresh(by, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const waiting = await tx.invitation.findUnique({
      where: { id },
      select: { username: true, invitedBy: true, replaces: true },
    });
    if (!waiting?.replaces) throw new Refusal("not_found");
    if (waiting.invitedBy === by.username || waiting.username === by.username)
      throw new Refusal("same_person");
    const open = { id, usedAt: null, revokedAt: null, secondedBy: null, expiresAt: { gt: now } };
    const { count } = await tx.invitation.updateMany({
      where: open,
      data: { secondedBy: by.username, secondedAt: now },
    });
    if (count !== 1) throw new Refusal("changed_meanwhile");
    await recordStaffAct(tx, by, "staff.invitation_seconded", { staff: waiting.username }, now);
  });
}

/** Takes an invitation back: its code opens nothing any more. */
export async function revokeInvitation(actor: Actor, id: string, clock: Clock): Promise<void> {
  const by = authorise(actor, "staff.invite");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count !== 1) throw new Refusal("changed_meanwhile");
    await recordStaffAct(tx, by, "staff.invitation_revoked", null, now);
  });
}

/**
 * A newcomer takes their place with the code, a passphrase of their own and a first code of their second factor; answers their ten
 * recovery codes, shown once. Every cause of failure is the same refusal; of two with one code one gets through.
 */
export async function acceptInvitation(given: AcceptedInvitation, clock: Clock): Promise<string[]> {
  const { username, code, passphrase, totpSecret, totp } = acceptedInvitation.parse(given);
  const now = clock();
  await countTry(`invitation ${username}`, null, now);
  const open = { username, usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const found = await desk().invitation.findFirst({
    where: { ...open, OR: [{ replaces: false }, { secondedBy: { not: null } }] },
    select: { id: true, role: true, replaces: true, vaultId: true, sealedVault: true },
  });
  const vault = found && (await openInvitation(found, code));
  const step = totpStep(totpSecret, totp, now);
  if (!found || !vault) throw new Refusal("invitation_refused");
  if (step === null) throw new Refusal("sign_in_failed");

  const prepared = await prepareStaff({ username, role: found.role, passphrase, totpSecret }, vault);
  const codes = await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    const { count } = await tx.invitation.updateMany({
      where: { id: found.id, ...open },
      data: { usedAt: now },
    });
    if (count !== 1) throw new Refusal("invitation_refused");
    const staffId = found.replaces
      ? await replaceKeys(tx, prepared, now)
      : await insertStaff(tx, prepared, now);
    await tx.staff.update({ where: { id: staffId }, data: { totpStep: step }, select: { id: true } });
    const self = {
      kind: "staff",
      id: staffId,
      username,
      role: found.role,
      keys: vault,
      signingKey: new Uint8Array(),
    } as const;
    await recordStaffAct(
      tx,
      self,
      found.replaces ? "staff.keys_replaced" : "staff.joined",
      { staff: username },
      now,
    );
    return replaceRecoveryCodes(tx, staffId);
  });
  await forgetTries(`invitation ${username}`, null);
  return codes;
}

async function openInvitation(
  { id, vaultId, sealedVault }: { id: string; vaultId: string; sealedVault: Uint8Array },
  typed: string,
): Promise<VaultKeys | null> {
  const code = readCode(typed);
  const vault = await desk().vaultKey.findFirst({
    where: { id: vaultId, retiredAt: null },
    select: { publicKey: true },
  });
  if (code === null || !vault) return null;
  try {
    const privateKey = String(openUnder(keyOfCode(code, id), sealedVault, context(id)));
    return keysOf(vaultId, sodium.from_base64(privateKey), vault.publicKey);
  } catch (error) {
    if (error instanceof DoesNotOpen) return null;
    throw error;
  }
}
