import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { lockSides, openMerge } from "@/lib/cases/merge/queries";
import type { Side } from "@/lib/cases/merge/schema";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { refreshNamedCase } from "@/lib/publication/naming/commands";

/** As long as two whole cases may take. */
export const long = { timeout: 60_000, maxWait: 20_000 };

/** A merge with its two cases open and locked. */
export async function lockMerge(tx: Tx, staff: StaffActor, mergeId: string) {
  const row = await tx.merge.findUnique({
    where: { id: mergeId },
    select: { survivingId: true, absorbedId: true },
  });
  if (!row) throw new Refusal("not_found");
  const [surviving, absorbed] = await lockSides(tx, staff, [row.survivingId, row.absorbedId]);
  return { merge: await openMerge(tx, staff, mergeId), surviving, absorbed };
}

/** The custody facts of either that stand or wait. */
export async function standingOf(tx: Tx, sides: readonly Side[]): Promise<string[]> {
  const rows = await tx.fact.findMany({
    where: { caseId: { in: sides.map(({ caseId }) => caseId) }, track: "custody", knownTo: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The public pages of both follow in the same transaction. */
export async function follow(tx: Tx, staff: StaffActor, sides: readonly Side[], now: Date): Promise<void> {
  for (const { caseId } of sides) await refreshNamedCase(tx, caseId, staff.keys, now);
}

/** The history of either case tells of it. */
export async function recordBoth(
  tx: Tx,
  staff: StaffActor,
  action: string,
  sides: readonly Side[],
  why: string | undefined,
  now: Date,
): Promise<void> {
  for (const { reference } of sides)
    await record(tx, staff, action, { case: reference, ...(why === undefined ? {} : { why }) }, now);
}
