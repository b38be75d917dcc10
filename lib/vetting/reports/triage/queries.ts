import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openUnderVault } from "@/lib/vault/person";
import { type Leaf, marks } from "./schema";

export const leafContext = (reportId: string): string => `triage|sealed|${reportId}`;

/** No look opens more leaves than this; past it, the views made of marks say that they stopped. */
export const LEAVES = 10_000;

/** The marks of what waits and is not put off, first in the queue first, opened in the session. */
export async function readLeaves(tx: Tx, { keys }: Pick<StaffActor, "keys">, now: Date): Promise<Leaf[]> {
  const rows = await tx.$queryRaw<
    { report_id: string; rank: number; received_at: Date; sealed: Uint8Array }[]
  >`
    SELECT report_id, rank, received_at, sealed FROM registry.triage
    WHERE sealed IS NOT NULL AND (snoozed_until IS NULL OR snoozed_until <= ${now})
    ORDER BY rank, received_at, report_id LIMIT ${LEAVES}`;
  return rows.map(({ report_id, rank, received_at, sealed }) => ({
    ...marks.parse(openUnderVault(keys, sealed, leafContext(report_id))),
    reportId: report_id,
    rank,
    receivedAt: received_at,
  }));
}
