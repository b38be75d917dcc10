import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { method } from "@/lib/cases/counting/method/schema";
import { makeKnown } from "@/lib/cases/facts/commands";
import { type Clock, dateInCaracas, startOfDay } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { decisionContext, findingContext } from "./decisions/queries";
import { readGrounds } from "./queries";
import { reviewDay, reviewRuleOf } from "./review/rules";
import { type CaseGrounds, citesElsewhere, groundsOf, pointsWritten, shortfallsOf } from "./rules";
import { type Decision, type DecisionForm, decisionInput, decisionWords } from "./schema";

/**
 * Writes a reasoned verdict under method 1.0. Counts nobody: a different person must agree first. Refused, with the first
 * thing that is missing, when it would not stand; refused with `already_decided` while another of this case waits.
 */
export async function writeDecision(
  actor: Actor,
  caseId: string,
  form: DecisionForm,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "decision.write");
  const decision = decisionInput.parse(form);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const waiting = await tx.decision.count({ where: { caseId, review: null } });
    if (waiting > 0) throw new Refusal("already_decided");
    const grounds = await readGrounds(tx, opened);
    if (citesElsewhere(decision, grounds)) throw new Refusal("not_found");
    const [missing, ...others] = shortfallsOf(decision, grounds);
    if (missing) throw new Refusal(missing, others.length > 0 ? { also: others.join(" ") } : {});

    const dueAt = dueAtOf(staff, decision, grounds, now);
    const decisionId = await insertDecision(tx, staff, opened, decision, grounds, dueAt, now);
    await record(tx, staff, "decision.written", { case: opened.reference, why: decision.outcome }, now);
    return decisionId;
  });
}

/**
 * Takes a case for evaluation: the proposal that its opener left becomes known, and the person counts as pending. Somebody other
 * than the opener does it, so that not even a queue grows on one person's word.
 */
export async function takeCase(actor: Actor, caseId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "fact.confirm");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const proposed = await tx.fact.findFirst({
      where: { caseId, track: "vetting", state: "pending_evaluation", knownFrom: null, knownTo: null },
      select: { id: true, recordedBy: true },
    });
    if (!proposed) throw new Refusal("already_confirmed");
    if (proposed.recordedBy === staff.username) throw new Refusal("same_person");
    await makeKnown(tx, [proposed.id], staff.username, now);
    await recount(tx, [opened.personId]);
    await record(tx, staff, "case.taken", { case: opened.reference }, now);
  });
}

async function insertDecision(
  tx: Tx,
  { username }: StaffActor,
  { caseId, key }: { caseId: string; key: Uint8Array },
  decision: Decision,
  grounds: CaseGrounds,
  dueAt: Date,
  now: Date,
): Promise<string> {
  const id = newId(now);
  const words = decisionWords.parse({ reasoning: decision.reasoning });
  await tx.decision.create({
    data: {
      id,
      caseId,
      episode: decision.episode ?? grounds.episode,
      methodVersion: method.version,
      outcome: decision.outcome,
      identityEstablished: decision.identity.result === "met",
      deprivation: decision.deprivation.result === "met",
      agent: decision.deprivation.agent,
      exclusion: decision.exclusion.kind,
      confidence: decision.confidence,
      wgad: decision.wgad,
      foroPenal: decision.foroPenal,
      sealed: sealUnder(key, words, decisionContext(id)),
      nextReviewAt: dueAt,
      authoredBy: username,
      authoredAt: now,
      grounds: { create: groundsOf(decision, grounds).map((factId) => ({ factId })) },
    },
    select: { id: true },
  });
  for (const { reasoning, ...point } of pointsWritten(decision)) {
    const findingId = newId(now);
    await tx.finding.create({
      data: {
        id: findingId,
        decisionId: id,
        ...point,
        sealed: sealUnder(key, reasoning, findingContext(findingId)),
      },
      select: { id: true },
    });
  }
  return id;
}

/** When it is due: the day of the rule, or the one a coordinator chose. Anybody else's other day is refused. */
function dueAtOf(
  { role }: StaffActor,
  { outcome, nextReviewOn }: Decision,
  { disappeared }: CaseGrounds,
  now: Date,
): Date {
  const today = dateInCaracas(now);
  const ruled = reviewDay(reviewRuleOf(outcome, disappeared), today);
  const day = nextReviewOn ?? ruled;
  if (day !== ruled && role !== "coordinator") throw new Refusal("review_day_by_rule");
  if (day <= today) throw new Refusal("review_day_past");
  return startOfDay(day);
}
