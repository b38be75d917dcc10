import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { recount } from "../../counting/commands";
import { type Consequence, refuseProblem } from "../commands";
import { problemWithout } from "../order/rules";
import { lockFact, standingCustody } from "../queries";
import { refuseLesserSecond } from "../second/queries";
import { refuseIfLeaving, retractionContext } from "./queries";
import { retractionReason } from "./schema";

/** Puts aside a fact that nobody knows yet: at once, by whoever recorded it or by somebody who might have confirmed it. */
export async function setAsideFact(
  actor: Actor,
  factId: string,
  reason: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "fact.record");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const fact = await lockFact(tx, factId);
    if (fact.track === "vetting") throw new Refusal("not_permitted");
    if (fact.knownFrom !== null || fact.knownTo !== null) throw new Refusal("changed_meanwhile");
    if (fact.recordedBy !== staff.username) authorise(staff, "fact.confirm");
    await tx.fact.update({ where: { id: factId }, data: { knownTo: now }, select: { id: true } });
    await record(tx, staff, "fact.set_aside", { case: fact.reference, why: reason }, now);
  });
}

/**
 * Proposes that a known fact be withdrawn, with a reason sealed under the person's key. The fact goes on being known, counted and shown
 * until a second person agrees. Refused where a correction of it waits, where it was already proposed, and where the facts that
 * remain would contradict each other. A verdict is not withdrawn here: another decision replaces it.
 */
export async function proposeRetraction(
  actor: Actor,
  factId: string,
  reason: string,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "fact.record");
  const why = retractionReason.parse(reason);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const fact = await lockFact(tx, factId);
    if (fact.track === "vetting") throw new Refusal("not_permitted");
    if (fact.knownFrom === null || fact.knownTo !== null || fact.corrected)
      throw new Refusal("changed_meanwhile");
    await refuseIfLeaving(tx, factId);
    await refuseGap(tx, { ...fact, id: factId });
    const id = newId(now);
    const { key } = await openCaseKey(tx, staff, fact.caseId);
    await tx.factRetraction.create({
      data: {
        id,
        factId,
        why: sealUnder(key, why, retractionContext(id)),
        proposedBy: staff.username,
        proposedAt: now,
      },
      select: { id: true },
    });
    await record(tx, staff, "retraction.proposed", { case: fact.reference, why }, now);
    return id;
  });
}

/**
 * A second person agrees: from this moment the fact is known no more, counts and the public page follow, and what was answered before
 * stays as it was. Refused to whoever proposed it, and, where a death, a minor or a disappearance is at stake, to all but a
 * coordinator.
 */
export async function confirmRetraction(
  actor: Actor,
  retractionId: string,
  clock: Clock,
  consequence?: Consequence,
): Promise<void> {
  const staff = authorise(actor, "fact.confirm");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { factId, proposedBy, fact } = await lockRetraction(tx, retractionId);
    if (proposedBy === staff.username) throw new Refusal("same_person");
    await refuseLesserSecond(tx, staff, [factId]);
    if (fact.knownTo !== null) throw new Refusal("changed_meanwhile");
    await refuseGap(tx, { ...fact, id: factId });
    await decide(tx, retractionId, { agreed: true, decidedBy: staff.username, decidedAt: now });
    await tx.fact.update({ where: { id: factId }, data: { knownTo: now }, select: { id: true } });
    await recount(tx, [fact.personId]);
    await consequence?.(tx, fact.caseId, now);
    await record(tx, staff, "retraction.confirmed", { case: fact.reference, why: fact.state }, now);
  });
}

/** The fact stays: a second person does not agree, or whoever proposed it takes it back. */
export async function declineRetraction(actor: Actor, retractionId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "fact.record");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { proposedBy, fact } = await lockRetraction(tx, retractionId);
    if (proposedBy !== staff.username) authorise(staff, "fact.confirm");
    await decide(tx, retractionId, { agreed: false, decidedBy: staff.username, decidedAt: now });
    await record(tx, staff, "retraction.declined", { case: fact.reference, why: fact.state }, now);
  });
}

async function lockRetraction(tx: Tx, id: string) {
  const row = await tx.factRetraction.findUnique({
    where: { id },
    select: { factId: true, proposedBy: true },
  });
  if (!row) throw new Refusal("not_found");
  return { ...row, fact: await lockFact(tx, row.factId) };
}

async function decide(
  tx: Tx,
  id: string,
  decision: { agreed: boolean; decidedBy: string; decidedAt: Date },
): Promise<void> {
  const { count } = await tx.factRetraction.updateMany({ where: { id, decidedAt: null }, data: decision });
  if (count !== 1) throw new Refusal("already_confirmed");
}

async function refuseGap(tx: Tx, fact: { id: string; caseId: string; track: string }): Promise<void> {
  if (fact.track !== "custody") return;
  refuseProblem(problemWithout(await standingCustody(tx, fact.caseId, "known"), fact.id));
}
