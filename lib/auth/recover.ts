import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { keysOf, type VaultKeys } from "@/lib/vault/keys";
import { unwrapFromRecovery } from "@/lib/vault/recovery";
import { appendTrail } from "@/lib/vault/trail";
import type { StaffActor } from "./actor";
import { authorise } from "./permissions";
import { replaceRecoveryCodes } from "./recovery-codes";
import { newPassphrase } from "./schema";
import { onlyOneAtATime, prepareStaff, replaceKeys, type SecondFactor } from "./staff";

interface Recovery {
  username: string;
  passphrase: string;
  /** The text of the offline recovery identity. */
  identity: string;
  /** Whoever else runs the registry and stands by; or nobody, said outright, where they too lost their keys. */
  witness: StaffActor | "alone" | null;
}

/**
 * New keys for a coordinator or administrator who lost theirs, from the offline recovery identity. Where another of them is on the
 * team that person must stand by too, unless it is said that nobody can; either way it is on the trail under its own name. The
 * old keys, sessions and codes open nothing any more.
 */
export async function recoverStaff(
  { username, passphrase, identity, witness }: Recovery,
  clock: Clock,
): Promise<SecondFactor & { codes: string[] }> {
  newPassphrase.parse(passphrase);
  if (witness !== null && witness !== "alone") authorise(witness, "staff.invite");
  const row = await desk().staff.findFirst({
    where: { username, disabledAt: null, role: { in: ["coordinator", "administrator"] } },
    select: { role: true },
  });
  if (!row) throw new Refusal("not_found");
  const by = witness === "alone" || witness === null ? "operator" : witness.username;
  if (by === username) throw new Refusal("same_person");
  const others = await desk().staff.count({
    where: {
      username: { not: username },
      disabledAt: null,
      role: { in: ["coordinator", "administrator"] },
    },
  });
  if (witness === null && others > 0) throw new Refusal("second_staff_needed");
  const vault = await openByIdentity(identity);
  const prepared = await prepareStaff({ username, role: row.role, passphrase }, vault);
  const now = clock();
  const codes = await desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    const id = await replaceKeys(tx, prepared, now);
    const what = by === "operator" ? "staff.recovered_alone" : "staff.recovered";
    await appendTrail(tx, { who: by, what, about: { staff: username }, vaultKey: vault.publicKey }, now);
    return replaceRecoveryCodes(tx, id);
  });
  return { ...prepared.secondFactor, codes };
}

/** The vault's keys from the offline identity. */
async function openByIdentity(identity: string): Promise<VaultKeys> {
  const vault = await desk().vaultKey.findFirst({
    where: { retiredAt: null },
    select: {
      id: true,
      publicKey: true,
      wraps: { where: { staffId: null }, select: { wrapped: true } },
    },
  });
  const wrap = vault?.wraps[0];
  if (!vault || !wrap) throw new Refusal("vault_missing");
  const privateKey = await unwrapFromRecovery(identity, wrap.wrapped).catch(() => {
    throw new Refusal("recovery_file_wrong");
  });
  return keysOf(vault.id, privateKey, vault.publicKey);
}
