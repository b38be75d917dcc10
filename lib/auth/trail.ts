import type { Tx } from "@/lib/db/connect";
import { appendTrail, markOfChain } from "@/lib/vault/trail";
import type { StaffActor } from "./actor";

/** Writes down an act of or on the team itself, in its own transaction or not at all. */
export const recordStaffAct = (
  tx: Tx,
  actor: StaffActor,
  what: string,
  about: { staff: string } | null,
  now: Date,
): Promise<bigint> =>
  appendTrail(tx, { who: actor.username, what, about, vaultKey: actor.keys.publicKey }, now);

/** Writes down that somebody opened the vault, with a mark of everything before it that only the vault can make. */
export async function recordOpening(
  tx: Tx,
  actor: StaffActor,
  what: "staff.signed_in" | "staff.acted_by_command",
  now: Date,
): Promise<void> {
  const about = { mark: await markOfChain(tx, actor.keys) };
  await appendTrail(tx, { who: actor.username, what, about, vaultKey: actor.keys.publicKey }, now);
}

/** The first act of an installation, by whoever sits at the machine. */
export const recordVaultMade = (
  tx: Tx,
  coordinator: string,
  vaultKey: Uint8Array,
  now: Date,
): Promise<bigint> =>
  appendTrail(tx, { who: "operator", what: "vault.made", about: { staff: coordinator }, vaultKey }, now);
