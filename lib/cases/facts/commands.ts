import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { recount } from "../counting/commands";
import { isKinTold } from "../kin/queries";
import { type PlacedFact, problemWith } from "./order/rules";
import { lockCaseRow, lockFact, placeFor, standingCustody } from "./queries";
import { refuseUnlikelyRelease } from "./release/queries";
import { isReversed, type OrderProblem, toBounds, whereaboutsOf } from "./rules";
import { factInput, type WrittenFact } from "./schema";
import { refuseLesserSecond } from "./second/queries";
import { refuseStep } from "./transitions/queries";

interface NewFact {
  caseId: string;
  input: WrittenFact;
  recordedBy: string;
  now: Date;
  /** The fact it corrects, whose place it takes. */
  supersedes?: { id: string; position: number };
  /** Why, as sealed by `sealNote`; the id is chosen beforehand, since words are sealed to their row. */
  note?: { id: string; sealed: Uint8Array<ArrayBuffer> };
}

/** What else follows in the same transaction once knowledge of a case changed: the public page of a named person. */
export type Consequence = (tx: Tx, caseId: string, now: Date) => Promise<void>;

/**
 * Writes a fact that nobody knows yet: counted and shown nowhere until `makeKnown`. Its place is proposed by date, or is that of the
 * fact it corrects. Refused when it would contradict the facts it stands among. Inside the caller's transaction, the case locked.
 */
export async function insertFact(
  tx: Tx,
  { caseId, input, recordedBy, now, supersedes, note }: NewFact,
): Promise<string> {
  const fact = factInput.parse(input);
  const id = note?.id ?? newId(now);
  const bounds = toBounds(fact.effective);
  const end = toBounds(fact.end ?? { earliest: null, latest: null });
  if (isReversed(bounds) || isReversed(end)) throw new Refusal("bounds_reversed");
  await refuseUnlikelyRelease(tx, caseId, fact, "all");
  const position =
    supersedes?.position ??
    (await placeFor(tx, caseId, { ...fact, ...toBounds(fact.effective), recordedAt: now }));
  if (fact.track === "custody") {
    const placed: PlacedFact = {
      label: id,
      ...fact,
      ...bounds,
      position,
      recordedAt: now,
      knownFrom: null,
      knownTo: null,
    };
    const others = await standingCustody(tx, caseId, "all");
    refuseProblem(
      problemWith(
        others.filter((other) => other.id !== supersedes?.id),
        placed,
      ),
    );
    if (!supersedes)
      await refuseStep(tx, caseId, { ...fact, ...placed, whereabouts: whereaboutsOf(fact) }, others);
  }
  const { effective: _, end: __, sources, whereabouts: ___, ...said } = fact;
  await tx.fact.create({
    data: {
      ...said,
      ...bounds,
      id,
      caseId,
      position,
      whereabouts: whereaboutsOf(fact),
      uncoded: [],
      endEarliest: end.earliest,
      endEarliestByDay: end.earliestByDay,
      endLatest: fact.end && !end.earliest && !end.latest ? now : end.latest,
      endLatestByDay: end.latestByDay,
      supersedesId: supersedes?.id ?? null,
      note: note?.sealed ?? null,
      recordedAt: now,
      recordedBy,
      sources: { create: sources.map((source) => ({ id: newId(now), ...source })) },
    },
    select: { id: true },
  });
  return id;
}

/**
 * Makes waiting facts known from now on, confirmed by `by`; what they correct stops being known at the same instant. Refused when
 * one was confirmed or withdrawn meanwhile, when `by` recorded it, while next of kin have not been told of a death, when it is a
 * release that an open measure contradicts, and when it contradicts what is known. The caller recounts.
 */
export async function makeKnown(tx: Tx, factIds: readonly string[], by: string, now: Date): Promise<void> {
  const facts = await tx.fact.findMany({
    where: { id: { in: [...factIds] } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      caseId: true,
      track: true,
      state: true,
      episode: true,
      recordedBy: true,
      supersedesId: true,
    },
  });
  for (const fact of facts) {
    if (fact.recordedBy === by) throw new Refusal("same_person");
    if (fact.state === "died_in_custody" && !(await isKinTold(tx, fact.caseId)))
      throw new Refusal("kin_not_told");
    if (fact.supersedesId) {
      const old = await tx.fact.updateMany({
        where: { id: fact.supersedesId, knownTo: null },
        data: { knownTo: now },
      });
      if (old.count !== 1) throw new Refusal("changed_meanwhile");
    }
    const { count } = await tx.fact.updateMany({
      where: { id: fact.id, knownFrom: null, knownTo: null },
      data: { knownFrom: now, confirmedBy: by },
    });
    if (count !== 1) throw new Refusal("already_confirmed");
  }
  for (const fact of facts) await refuseUnlikelyRelease(tx, fact.caseId, fact, "known");
  for (const caseId of new Set(facts.filter(({ track }) => track === "custody").map((fact) => fact.caseId))) {
    const standing = await standingCustody(tx, caseId, "known");
    for (const { id } of facts) {
      const fact = standing.find((one) => one.id === id);
      if (fact)
        refuseProblem(
          problemWith(
            standing.filter((one) => one.id !== id),
            fact,
          ),
        );
    }
  }
}

/** Records a fact on a case, not yet known. A verdict is not recorded here: it comes of a decision. */
export async function recordFact(
  actor: Actor,
  caseId: string,
  input: WrittenFact,
  clock: Clock,
  consequence?: Consequence,
): Promise<string> {
  const staff = authorise(actor, "fact.record");
  if (input.track === "vetting") throw new Refusal("not_permitted");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { reference } = await lockCaseRow(tx, caseId);
    const id = await insertFact(tx, { caseId, input, recordedBy: staff.username, now });
    await consequence?.(tx, caseId, now);
    await record(tx, staff, "fact.recorded", { case: reference, why: input.state }, now);
    return id;
  });
}

/** A second person makes a waiting fact known: from now on it counts. A death, a person under 18 or a disappearance needs a coordinator; a death also next of kin told. */
export async function confirmFact(
  actor: Actor,
  factId: string,
  clock: Clock,
  consequence?: Consequence,
): Promise<void> {
  const staff = authorise(actor, "fact.confirm");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { caseId, personId, reference, state } = await lockFact(tx, factId);
    await refuseLesserSecond(tx, staff, [factId]);
    await makeKnown(tx, [factId], staff.username, now);
    await recount(tx, [personId]);
    await consequence?.(tx, caseId, now);
    await record(tx, staff, "fact.confirmed", { case: reference, why: state }, now);
  });
}

/** A contradiction among facts as the refusal it is. */
export function refuseProblem(problem: OrderProblem | null): void {
  if (problem) throw new Refusal(problem.code);
}
