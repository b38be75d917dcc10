import type { Tx } from "@/lib/db/connect";
import { appendTrail } from "@/lib/vault/trail";
import type { StaffActor } from "./actor";

/** Writes down an act of or on the team itself, in its own transaction or not at all. */
export const recordStaffAct = (
  tx: Tx,
  actor: StaffActor,
  what: string,
  about: { staff: string } | null,
  now: Date,
): Promise<void> =>
  appendTrail(tx, { who: actor.username, what, about, vaultKey: actor.keys.publicKey }, now);

/** The first act of an installation, by whoever sits at the machine. */
export const recordVaultMade = (
  tx: Tx,
  coordinator: string,
  vaultKey: Uint8Array,
  now: Date,
): Promise<void> =>
  appendTrail(tx, { who: "operator", what: "vault.made", about: { staff: coordinator }, vaultKey }, now);
