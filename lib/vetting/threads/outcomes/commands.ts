import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { writeToThreads } from "@/lib/cases/dossier/commands";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { findToExplain, hasDeath } from "./queries";
import { explanationOf, fits } from "./rules";
import { type ExplanationForm, explanationInput } from "./schema";

/**
 * Explains a verdict that does not count somebody to everyone who holds a code of the case: once for each decision, in both languages,
 * and about nothing but that. Refused with `death_by_voice` where a death is written down: no message ever tells of one.
 */
export async function explainOutcome(
  actor: Actor,
  caseId: string,
  form: ExplanationForm,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "decision.write");
  const { reason, helps } = explanationInput.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    if (await hasDeath(tx, caseId)) throw new Refusal("death_by_voice");
    const waiting = await findToExplain(tx, caseId);
    if (!waiting) throw new Refusal("already_explained");
    if (!fits(reason, waiting.outcome)) throw new Refusal("not_found");
    const { reports } = readDossier(opened);
    const note = explanationOf(waiting.outcome, reason, helps);
    const told = await writeToThreads(tx, staff, reports, "word", { note }, now);
    if (told === 0) throw new Refusal("code_missing");
    await tx.outcomeNotice.create({
      data: { decisionId: waiting.decisionId, sentBy: staff.username, sentAt: now },
      select: { decisionId: true },
    });
    await record(tx, staff, "outcome.explained", { case: opened.reference, why: reason }, now);
  });
}
