import type { Tx } from "@/lib/db/connect";
import { sealToVault } from "./seal";

/** One act as the trail keeps it: who, what in field words, and what about, which is sealed before it is written. */
export interface TrailEntry {
  who: string;
  what: string;
  about: object | null;
  vaultKey: Uint8Array | null;
}

/** Appends to the one chain of the registry inside the caller's transaction. What it is about never lies unsealed. */
export async function appendTrail(tx: Tx, entry: TrailEntry, now: Date): Promise<void> {
  if (entry.about && !entry.vaultKey) throw new Error("no vault to seal the subject of an act to");
  const about = entry.about && entry.vaultKey && (await sealToVault(entry.vaultKey, entry.about));
  await tx.$queryRaw`SELECT registry.append_audit(${now}, ${entry.who}, ${entry.what}, ${about})`;
}
