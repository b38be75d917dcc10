import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openUnderVault } from "@/lib/vault/person";
import { type Leaf, marks } from "./schema";

export const leafContext = (reportId: string): string => `triage|sealed|${reportId}`;

/** No look opens more leaves than this; past it, the views made of marks say that they stopped. */
export const LEAVES = 10_000;

/** Leaves opened lately, under the vault they belong to; kept in memory alone and for no longer than `KEPT` after the last look. */
const kept = { vault: "", leaves: new Map<string, Leaf>(), timer: setTimeout(() => undefined, 0).unref() };
const KEPT = 60_000;
/** An id as it stands in a row of many, in hexadecimal. */
const ID = 32;

/**
 * The marks of what waits and is not put off, first in the queue first. A leaf never changes, so each is opened once in a session of
 * work and then remembered: a look asks only which still wait. The memory is given up a minute after the last look.
 */
export async function readLeaves(tx: Tx, { keys }: Pick<StaffActor, "keys">, now: Date): Promise<Leaf[]> {
  if (kept.vault !== keys.vaultId) forgetLeaves();
  kept.vault = keys.vaultId;
  clearTimeout(kept.timer);
  kept.timer = setTimeout(forgetLeaves, KEPT).unref();
  const [row] = await tx.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(encode(uuid_send(report_id), 'hex'), '' ORDER BY rank, received_at, report_id) AS ids FROM (
      SELECT report_id, rank, received_at FROM registry.triage
      WHERE sealed IS NOT NULL AND (snoozed_until IS NULL OR snoozed_until <= ${now})
      ORDER BY rank, received_at, report_id LIMIT ${LEAVES}) AS waiting`;
  const all = row?.ids ?? "";
  const ids = Array.from({ length: all.length / ID }, (_, n) => all.slice(n * ID, (n + 1) * ID));
  await openMissing(tx, keys, ids);
  const known = kept.leaves;
  const leaves = ids.flatMap((id) => known.get(id) ?? []);
  if (known.size > ids.length + LEAVES) kept.leaves = new Map(leaves.map((leaf, n) => [ids[n] ?? "", leaf]));
  return leaves;
}

async function openMissing(tx: Tx, keys: StaffActor["keys"], ids: string[]): Promise<void> {
  const missing = ids.filter((id) => !kept.leaves.has(id));
  if (missing.length === 0) return;
  const rows = await tx.$queryRaw<
    { report_id: string; rank: number; received_at: Date; sealed: Uint8Array }[]
  >`
    SELECT report_id, rank, received_at, sealed FROM registry.triage WHERE report_id = ANY(${missing}::uuid[])`;
  for (const { report_id, rank, received_at, sealed } of rows) {
    kept.leaves.set(report_id.replaceAll("-", ""), {
      ...marks.parse(openUnderVault(keys, sealed, leafContext(report_id))),
      reportId: report_id,
      rank,
      receivedAt: received_at,
    });
  }
}

/** Gives up what was remembered, so that a process in which nobody works holds no mark of any report. */
export function forgetLeaves(): void {
  kept.leaves = new Map();
}
