import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCaseRow } from "../facts/queries";

/** Records that next of kin were told of a death, and by whom it was recorded; only then can a death be confirmed. */
export async function tellKin(actor: Actor, caseId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "kin.tell");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { reference } = await lockCaseRow(tx, caseId);
    if ((await tx.kinNotice.count({ where: { caseId } })) > 0) throw new Refusal("already_confirmed");
    await tx.kinNotice.create({
      data: { caseId, recordedBy: staff.username, recordedAt: now },
      select: { caseId: true },
    });
    await record(tx, staff, "kin.told", { case: reference }, now);
  });
}
