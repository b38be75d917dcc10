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
import { reviewContext } from "../decisions/queries";
import { readGrounds } from "../queries";
import { reportsToCount } from "../reports/queries";
import { foundationShortfalls, hasFinding, stageAfter } from "../rules";
import { criteria, type Outcome, outcomes, type ReviewForm, reviewInput } from "../schema";
import { hasDeath } from "../threads/outcomes/queries";
import { reviewerRefusal } from "./rules";

/** A verdict to be applied: of a decision, or tried before there is one. */
export interface Verdict {
  episode: number | null;
  outcome: Outcome;
  authoredBy: string;
  findings: { result: string; evidenceIds: string[]; factIds: string[] }[] | null;
}

interface Pending extends Verdict {
  id: string;
  recorders: string[];
}

/**
 * The second person's word. Agreement makes the verdict known at that moment, together with the waiting facts they accept; ends
 * the evaluation; counts again; tells every family that reported. Refused when what then stands does not carry it. Who agrees may dissent on
 * a point, with words; who does not returns it with the reason, which changes no number. The author, the registrar and whoever recorded
 * a fact it rests on are refused; a death, a person not certainly an adult or a disappearance asks for a coordinator. Of two words at
 * once one stands and the other is refused with `already_decided`.
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
  if (!review.agreed && review.note.length < 10) throw new Refusal("reason_missing");
  if (review.dissentOn.length > 0 && review.dissent === "") throw new Refusal("dissent_unreasoned");
  const { note, dissent } = review;
  try {
    await desk().$transaction(async (tx) => {
      const { decision, opened } = await lockDecision(tx, staff, decisionId);
      const grounds = await readGrounds(tx, opened);
      const refusal = reviewerRefusal({
        author: decision.authoredBy,
        registrar: opened.openedBy,
        recorders: decision.recorders,
        reviewer: staff,
        grave: grounds.grave,
      });
      if (refusal) throw new Refusal(refusal);
      await tx.decisionReview.create({
        data: {
          decisionId,
          agreed: review.agreed,
          dissentOn: review.dissentOn,
          sealed: sealUnder(opened.key, { note, dissent }, reviewContext(decisionId)),
          reviewedBy: staff.username,
          reviewedAt: now,
        },
        select: { decisionId: true },
      });
      if (review.agreed) {
        const factId = await applyVerdict(tx, staff, opened, decision, review.factIds, now);
        await tx.decision.update({ where: { id: decisionId }, data: { factId }, select: { id: true } });
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
      findings: { select: { criterion: true, result: true, evidenceIds: true, factIds: true } },
      grounds: { select: { fact: { select: { recordedBy: true } } } },
      review: { select: { agreed: true } },
    },
  });
  if (decision.review) throw new Refusal("already_decided");
  const outcome = outcomes.find((one) => one === decision.outcome);
  if (!outcome) throw new Error("a decision bears an outcome that is not of the method");
  const recorders = decision.grounds.map(({ fact }) => fact.recordedBy);
  const findings = decision.findings.filter(({ criterion }) => isCriterion(criterion));
  return { decision: { ...decision, outcome, recorders, findings }, opened };
}

const isCriterion = (point: string) => (criteria as readonly string[]).includes(point);

/**
 * Makes a verdict known, with the accepted facts, and everything derived from them; answers the fact that bears it. Inside the
 * reviewer's transaction, or inside one that is undone.
 */
export async function applyVerdict(
  tx: Tx,
  staff: Pick<StaffActor, "username" | "keys">,
  opened: OpenedCase,
  decision: Verdict,
  accepted: string[] | undefined,
  now: Date,
): Promise<string> {
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
  if (decision.outcome === "verified_political") await refuseUnfounded(tx, opened, decision.findings);
  await recount(tx, [opened.personId]);
  await refreshNamedCase(tx, opened.caseId, staff.keys, now);
  return factId;
}

/** What the author rested on may have been left out or withdrawn since: nobody counts on less than what the method asks. */
async function refuseUnfounded(tx: Tx, opened: OpenedCase, findings: Verdict["findings"]): Promise<void> {
  const grounds = await readGrounds(tx, opened, "known");
  const [missing] = foundationShortfalls(grounds);
  if (missing) throw new Refusal(missing);
  if (findings && !hasFinding(await followed(tx, findings), grounds)) throw new Refusal("findings_missing");
}

/** Findings that rest on a fact corrected since rest on its correction. */
async function followed(tx: Tx, findings: NonNullable<Verdict["findings"]>) {
  const now: typeof findings = [];
  for (const finding of findings) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE later AS (
        SELECT unnest(${finding.factIds}::uuid[]) AS id
        UNION SELECT f.id FROM registry.facts f JOIN later ON f.supersedes_id = later.id
      ) SELECT id::text FROM later`;
    now.push({ ...finding, factIds: rows.map(({ id }) => id) });
  }
  return now;
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
 * that somebody else reported it too. Where a death is written down nobody hears anything by message.
 */
async function tellFamilies(
  tx: Tx,
  staff: StaffActor,
  opened: OpenedCase,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { reports } = readDossier(opened);
  await tx.report.updateMany({
    where: { id: { in: reports }, stage: "in_review" },
    data: { stage: "settled" },
  });
  if (await hasDeath(tx, opened.caseId)) return;
  const counted = permitsCounting(await listPermissions(tx, opened.caseId), now);
  const saidYes = counted ? await reportsToCount(tx, staff.keys, reports) : new Set<string>();
  for (const sum of [true, false]) {
    const told = reports.filter((report) => saidYes.has(report) === sum);
    await tellStage(tx, staff, told, stageAfter(outcome, sum), now);
  }
}
