import { createHmac } from "node:crypto";
import type { Tx } from "@/lib/db/connect";
import type { VaultKeys } from "./keys";
import { sealToVault } from "./seal";

/** One act as the trail keeps it: who, what in field words, and what about, which is sealed before it is written. */
export interface TrailEntry {
  who: string;
  what: string;
  about: object | null;
  vaultKey: Uint8Array | null;
}

/** Appends to the one chain of the registry inside the caller's transaction; answers the number of the act. What it is about never lies unsealed. */
export async function appendTrail(tx: Tx, entry: TrailEntry, now: Date): Promise<bigint> {
  if (entry.about && !entry.vaultKey) throw new Error("no vault to seal the subject of an act to");
  const about = entry.about && entry.vaultKey && (await sealToVault(entry.vaultKey, entry.about));
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT registry.append_audit(${now}, ${entry.who}, ${entry.what}, ${about}) AS seq`;
  if (!row) throw new Error("the trail gave no number");
  return row.seq;
}

/** Acts that carry a mark of everything before them: whenever somebody opens the vault. */
export const MARKED = ["staff.signed_in", "staff.acted_by_command"];

/**
 * A mark of the chain as it stands, which nobody can make without the vault: whoever holds the database alone can
 * recompute every hash of a rewritten trail, but not the marks in it. Holds the trail until the transaction ends.
 */
export async function markOfChain(tx: Tx, keys: VaultKeys): Promise<string> {
  await tx.$queryRaw`SELECT true FROM (SELECT pg_advisory_xact_lock(7215901)) AS waited`;
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { hash: true } });
  return markOf(last?.hash ?? new Uint8Array(), keys);
}

/** The mark that belongs after a row with this hash. */
export const markOf = (hash: Uint8Array, keys: VaultKeys): string =>
  createHmac("sha256", keys.root).update("vigilia trail mark 1").update(hash).digest("base64url");
