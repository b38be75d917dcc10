import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCaseRow } from "../facts/queries";
import { isKinTold } from "./queries";

/** Records that next of kin were told of a death, and by whom it was recorded; only then can a death be confirmed. */
export async function tellKin(actor: Actor, caseId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "kin.tell");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { reference } = await lockCaseRow(tx, caseId);
    if (await isKinTold(tx, caseId)) throw new Refusal("already_confirmed");
    await writeKinNotice(tx, caseId, staff.username, now);
    await record(tx, staff, "kin.told", { case: reference }, now);
  });
}

const writeKinNotice = (tx: Tx, caseId: string, recordedBy: string, now: Date) =>
  tx.kinNotice.create({ data: { caseId, recordedBy, recordedAt: now }, select: { caseId: true } });

/**
 * Inside two people's undoing of a merge: a death that is known already stays known wherever it goes, so what was recorded of the one
 * person is recorded of that case. Where no death is known nothing is kept: kin of somebody else may have been told.
 */
export async function keepKinTold(tx: Tx, caseId: string, recordedBy: string, now: Date): Promise<void> {
  const deaths = await tx.fact.count({
    where: { caseId, state: "died_in_custody", knownFrom: { not: null }, knownTo: null },
  });
  if (deaths > 0 && !(await isKinTold(tx, caseId))) await writeKinNotice(tx, caseId, recordedBy, now);
}
