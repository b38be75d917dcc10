import type { Prisma, Tx } from "@/lib/db/connect";
import { openUnder } from "@/lib/vault/seal";
import type { DecisionRow } from "../rules";
import { type Check, checks, decisionWords, type Rests, type Result, results, reviewWords } from "../schema";

export const decisionContext = (decisionId: string): string => `decisions|sealed|${decisionId}`;
export const findingContext = (findingId: string): string => `findings|sealed|${findingId}`;
export const reviewContext = (decisionId: string): string => `decision_reviews|sealed|${decisionId}`;
export const reviewDateContext = (id: string): string => `review_dates|why|${id}`;

const columns = {
  id: true,
  episode: true,
  methodVersion: true,
  outcome: true,
  identityEstablished: true,
  deprivation: true,
  agent: true,
  exclusion: true,
  confidence: true,
  wgad: true,
  foroPenal: true,
  nextReviewAt: true,
  authoredBy: true,
  authoredAt: true,
  sealed: true,
  findings: {
    orderBy: { criterion: "asc" },
    select: { id: true, criterion: true, result: true, evidenceIds: true, factIds: true, sealed: true },
  },
  grounds: { select: { fact: { select: { recordedBy: true } } } },
  dates: {
    orderBy: { id: "asc" },
    select: { id: true, dueAt: true, setBy: true, setAt: true, why: true },
  },
  review: { select: { agreed: true, reviewedBy: true, reviewedAt: true, dissentOn: true, sealed: true } },
} satisfies Prisma.DecisionSelect;
type Row = Prisma.DecisionGetPayload<{ select: typeof columns }>;
type Point = Rests & { criterion: string; result: Result };

/** Every decision of a case with its points and the second person's word, opened with the person's key, newest first. */
export async function listDecisions(tx: Tx, caseId: string, key: Uint8Array): Promise<DecisionRow[]> {
  const rows = await tx.decision.findMany({ where: { caseId }, orderBy: { id: "desc" }, select: columns });
  return rows.map((row) => opened(row, key));
}

function opened(row: Row, key: Uint8Array): DecisionRow {
  const { sealed, findings, grounds, dates, review, identityEstablished, deprivation, ...plain } = row;
  const words = decisionWords.parse(openUnder(key, sealed, decisionContext(plain.id)));
  const points = findings.map(
    ({ id, sealed: reasons, result, ...point }): Point => ({
      ...point,
      result: resultOf(result),
      reasoning: String(openUnder(key, reasons, findingContext(id))),
    }),
  );
  const before: Record<Check, { isMet: boolean; reasoning: string }> = {
    identity: { isMet: identityEstablished, reasoning: words.identityHow },
    deprivation: { isMet: deprivation, reasoning: words.deprivationHow },
    exclusion: { isMet: false, reasoning: words.exclusionReasoning },
    counter_evidence: { isMet: words.counterEvidence !== "", reasoning: words.counterEvidence },
  };
  const check = (name: Check): Rests & { result: Result } => {
    const point = points.find((one) => one.criterion === name);
    const { isMet, reasoning } = before[name];
    return point ?? { result: isMet ? "met" : "not_met", reasoning, evidenceIds: [], factIds: [] };
  };
  return {
    ...plain,
    reasoning: words.reasoning,
    dissent: words.dissent,
    checks: {
      identity: check("identity"),
      deprivation: check("deprivation"),
      exclusion: check("exclusion"),
      counter_evidence: check("counter_evidence"),
    },
    findings: points.filter((point) => !(checks as readonly string[]).includes(point.criterion)),
    recorders: [...new Set(grounds.map(({ fact }) => fact.recordedBy))].sort(),
    dates: dates.map(({ id, why, ...date }) => ({
      ...date,
      why: String(openUnder(key, why, reviewDateContext(id))),
    })),
    review: review && {
      agreed: review.agreed,
      reviewedBy: review.reviewedBy,
      reviewedAt: review.reviewedAt,
      dissentOn: review.dissentOn,
      ...reviewWords.parse(openUnder(key, review.sealed, reviewContext(plain.id))),
    },
  };
}

const resultOf = (written: string): Result => results.find((one) => one === written) ?? "insufficient";

/** Whether the decision in force of a case must be looked at again: on which day, since when its ground has moved, and why. */
export async function findDue(tx: Tx, caseId: string) {
  return tx.decisionDue.findUnique({
    where: { caseId },
    select: { decisionId: true, dueAt: true, mustSince: true, cause: true },
  });
}
