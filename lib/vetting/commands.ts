import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { method } from "@/lib/cases/counting/method/schema";
import { makeKnown } from "@/lib/cases/facts/commands";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { decisionContext, findingContext, readGrounds } from "./queries";
import { citesElsewhere, shortfallsOf } from "./rules";
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
    const [missing] = shortfallsOf(decision, grounds);
    if (missing) throw new Refusal(missing);

    const decisionId = await insertDecision(tx, staff, opened, decision, grounds.episode, now);
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
  currentEpisode: number,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx.decision.create({
    data: {
      id,
      caseId,
      episode: decision.episode ?? currentEpisode,
      methodVersion: method.version,
      outcome: decision.outcome,
      identityEstablished: decision.identityEstablished,
      deprivation: decision.deprivation,
      agent: decision.agent,
      exclusion: decision.exclusion,
      confidence: decision.confidence,
      wgad: decision.wgad,
      foroPenal: decision.foroPenal,
      sealed: sealUnder(key, decisionWords.strip().parse(decision), decisionContext(id)),
      nextReviewAt: decision.nextReviewOn === null ? null : new Date(`${decision.nextReviewOn}T12:00:00Z`),
      authoredBy: username,
      authoredAt: now,
    },
    select: { id: true },
  });
  for (const { reasoning, ...finding } of decision.findings) {
    const findingId = newId(now);
    await tx.finding.create({
      data: {
        id: findingId,
        decisionId: id,
        ...finding,
        sealed: sealUnder(key, reasoning, findingContext(findingId)),
      },
      select: { id: true },
    });
  }
  return id;
}
