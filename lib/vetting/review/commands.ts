import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { tellStage } from "@/lib/cases/dossier/commands";
import { readDossier } from "@/lib/cases/dossier/queries";
import { insertFact, makeKnown } from "@/lib/cases/facts/commands";
import { listPermissions } from "@/lib/cases/permissions/queries";
import { permitsCounting } from "@/lib/cases/permissions/rules";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase, type OpenedCase } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { sealUnder } from "@/lib/vault/seal";
import { readGrounds, reviewContext } from "../queries";
import { reportsToCount } from "../reports/queries";
import { foundationShortfalls, reviewerRefusal, stageAfter } from "../rules";
import { type Outcome, outcomes, type ReviewForm, reviewInput } from "../schema";

interface Pending {
  id: string;
  episode: number | null;
  outcome: Outcome;
  authoredBy: string;
}

/**
 * The second person's word. Agreement makes the verdict known at that moment, together with the waiting facts they accept; ends
 * the evaluation; counts again; tells every family that reported. Refused when the facts then known do not carry it. Disagreement is written down and changes no number.
 * The author and the registrar are refused; a death, a person under 18 or a disappearance asks for a coordinator. Of two
 * words at once one stands and the other is refused with `already_decided`.
 */
export async function reviewDecision(
  actor: Actor,
  decisionId: string,
  form: ReviewForm,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "decision.review");
  const review = reviewInput.parse(form);
  const now = clock();
  try {
    await desk().$transaction(async (tx) => {
      const { decision, opened } = await lockDecision(tx, staff, decisionId);
      const grounds = await readGrounds(tx, opened);
      const refusal = reviewerRefusal({
        author: decision.authoredBy,
        registrar: opened.openedBy,
        reviewer: staff,
        grave: grounds.grave,
      });
      if (refusal) throw new Refusal(refusal);
      await tx.decisionReview.create({
        data: {
          decisionId,
          agreed: review.agreed,
          sealed: sealUnder(opened.key, review.note, reviewContext(decisionId)),
          reviewedBy: staff.username,
          reviewedAt: now,
        },
        select: { decisionId: true },
      });
      if (review.agreed) {
        await applyVerdict(tx, staff, opened, decision, review.factIds, now);
        await tellFamilies(tx, staff, opened, decision.outcome, now);
      }
      const act = review.agreed ? "decision.agreed" : "decision.disagreed";
      await record(tx, staff, act, { case: opened.reference, why: decision.outcome }, now);
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2002")
      throw new Refusal("already_decided");
    throw error;
  }
}

/** The decision with its case, locked; refuses with `already_decided` when somebody has spoken. */
export async function lockDecision(
  tx: Tx,
  staff: StaffActor,
  decisionId: string,
): Promise<{ decision: Pending; opened: OpenedCase }> {
  const row = await tx.decision.findUnique({ where: { id: decisionId }, select: { caseId: true } });
  if (!row) throw new Refusal("not_found");
  const opened = await lockCase(tx, staff, row.caseId);
  const decision = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      id: true,
      episode: true,
      outcome: true,
      authoredBy: true,
      review: { select: { agreed: true } },
    },
  });
  if (decision.review) throw new Refusal("already_decided");
  const outcome = outcomes.find((one) => one === decision.outcome);
  if (!outcome) throw new Error("a decision bears an outcome that is not of the method");
  return { decision: { ...decision, outcome }, opened };
}

/** Makes a verdict known, with the accepted facts, and everything derived from them. Inside the reviewer's transaction. */
export async function applyVerdict(
  tx: Tx,
  staff: StaffActor,
  opened: OpenedCase,
  decision: Pending,
  accepted: string[] | undefined,
  now: Date,
): Promise<void> {
  const waiting = await tx.fact.findMany({
    where: {
      caseId: opened.caseId,
      track: { not: "vetting" },
      knownFrom: null,
      knownTo: null,
      recordedBy: { not: staff.username },
      ...(accepted ? { id: { in: accepted } } : { state: { not: "died_in_custody" } }),
    },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  if (accepted && waiting.length !== new Set(accepted).size) throw new Refusal("changed_meanwhile");
  await endEarlierVerdicts(tx, opened.caseId, decision.episode, now);
  const factId = await insertFact(tx, {
    caseId: opened.caseId,
    input: {
      track: "vetting",
      state: decision.outcome,
      episode: decision.episode ?? undefined,
      effective: { earliest: now.toISOString(), latest: now.toISOString() },
      sources: [],
    },
    recordedBy: decision.authoredBy,
    now,
  });
  await makeKnown(tx, [...waiting.map((fact) => fact.id), factId], staff.username, now);
  if (decision.outcome === "verified_political") await refuseUnfounded(tx, opened);
  await tx.decision.update({ where: { id: decision.id }, data: { factId }, select: { id: true } });
  await recount(tx, [opened.personId]);
  await refreshNamedCase(tx, opened.caseId, staff.keys, now);
}

/** What the author rested on may have been left out or withdrawn since: nobody counts on less than what the method asks. */
async function refuseUnfounded(tx: Tx, opened: OpenedCase): Promise<void> {
  const [missing] = foundationShortfalls(await readGrounds(tx, opened, "known"));
  if (missing) throw new Refusal(missing);
}

/** The evaluation is over and an earlier verdict on the same detention stops holding; a proposal never confirmed ends unknown. */
async function endEarlierVerdicts(tx: Tx, caseId: string, episode: number | null, now: Date): Promise<void> {
  await tx.fact.updateMany({
    where: {
      caseId,
      track: "vetting",
      knownTo: null,
      ...(episode === null ? {} : { OR: [{ episode }, { state: "pending_evaluation" }] }),
    },
    data: { knownTo: now },
  });
}

/**
 * Each report hears of its own answer: who said no to counting is never told that the case is counted, because that would say
 * that somebody else reported it too.
 */
async function tellFamilies(
  tx: Tx,
  staff: StaffActor,
  opened: OpenedCase,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { reports } = readDossier(opened);
  const counted = permitsCounting(await listPermissions(tx, opened.caseId), now);
  const saidYes = counted ? await reportsToCount(tx, staff.keys, reports) : new Set<string>();
  for (const sum of [true, false]) {
    const told = reports.filter((report) => saidYes.has(report) === sum);
    await tellStage(tx, staff, told, stageAfter(outcome, sum), now);
  }
  await tx.report.updateMany({
    where: { id: { in: reports }, stage: "in_review" },
    data: { stage: "settled" },
  });
}
