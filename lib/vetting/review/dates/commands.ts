import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { type Clock, dateInCaracas, startOfDay } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { reviewDateContext } from "../../decisions/queries";
import { type ReviewDate, reviewDateInput } from "./schema";

/**
 * A coordinator sets another day for looking at a decision in force again, with a reason; the day it had stays in the history. Refused
 * for a day that is not ahead and for a decision that is not in force.
 */
export async function setReviewDate(
  actor: Actor,
  decisionId: string,
  input: ReviewDate,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "decision.date");
  const { day, why } = reviewDateInput.parse(input);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const row = await tx.decision.findUnique({ where: { id: decisionId }, select: { caseId: true } });
    if (!row) throw new Refusal("not_found");
    const { key, reference } = await lockCase(tx, staff, row.caseId);
    if ((await tx.decisionDue.count({ where: { decisionId } })) === 0) throw new Refusal("changed_meanwhile");
    if (day <= dateInCaracas(now)) throw new Refusal("review_day_past");
    const id = newId(now);
    await tx.reviewDate.create({
      data: {
        id,
        decisionId,
        dueAt: startOfDay(day),
        why: sealUnder(key, why, reviewDateContext(id)),
        setBy: staff.username,
        setAt: now,
      },
      select: { id: true },
    });
    await record(tx, staff, "decision.date_set", { case: reference, why }, now);
  });
}
