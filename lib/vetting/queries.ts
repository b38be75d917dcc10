import { denialSources } from "@/lib/cases/facts/remedies/rules";
import { isDisappearance } from "@/lib/cases/facts/rules";
import type { Tx } from "@/lib/db/connect";
import { findTraits } from "@/lib/people/queries";
import { ageGroupOn } from "@/lib/people/rules";
import { detentionDay } from "@/lib/publication/naming/rules";
import { openUnder } from "@/lib/vault/seal";
import type { CaseGrounds, DecisionRow } from "./rules";
import { decisionWords } from "./schema";

export const decisionContext = (decisionId: string): string => `decisions|sealed|${decisionId}`;
export const findingContext = (findingId: string): string => `findings|sealed|${findingId}`;
export const reviewContext = (decisionId: string): string => `decision_reviews|sealed|${decisionId}`;

/** What a verdict on this case can rest on: custody facts, those that wait included or `known` alone, their sources, and its evidence. */
export async function readGrounds(
  tx: Tx,
  { caseId, personId }: { caseId: string; personId: string },
  only: "known" | "all" = "all",
): Promise<CaseGrounds> {
  const facts = await tx.fact.findMany({
    where: {
      caseId,
      track: "custody",
      knownTo: null,
      ...(only === "known" ? { knownFrom: { not: null } } : {}),
    },
    orderBy: { position: "asc" },
    select: {
      state: true,
      episode: true,
      whereabouts: true,
      earliest: true,
      latest: true,
      latestByDay: true,
      recordedAt: true,
      sources: { select: { kind: true, origin: true } },
    },
  });
  const traits = await findTraits(tx, personId);
  const groups = facts.map((fact) =>
    traits === null ? "unknown" : ageGroupOn(traits, detentionDay(fact, fact.recordedAt)),
  );
  const ageGroup =
    groups.find((group) => group === "under18") ??
    groups.find((group) => group === "unknown") ??
    (facts.length > 0 ? "adult" : "unknown");
  const evidence = await tx.evidence.findMany({
    where: { caseId },
    select: { id: true, kind: true, origin: true, lead: true },
  });
  const episode = Math.max(1, ...facts.map((fact) => fact.episode ?? 1));
  const current = facts.filter((fact) => fact.episode === episode);
  const deciding = current.at(-1);
  const disappeared = deciding !== undefined && isDisappearance(deciding);
  const denials = disappeared ? await readDenials(tx, caseId, episode, only) : [];
  return {
    episode,
    factSources: [...current.flatMap((fact) => fact.sources), ...denials],
    evidence,
    custodyRecorded: current.length > 0,
    disappeared,
    ageGroup,
    grave: disappeared || ageGroup === "under18" || facts.some((fact) => fact.state === "died_in_custody"),
  };
}

/** The remedies and denials of this detention as sources: where they asked, who denied, which habeas corpus was filed. */
async function readDenials(tx: Tx, caseId: string, episode: number, only: "known" | "all") {
  const known = only === "known" ? { knownFrom: { not: null } } : {};
  const remedies = await tx.fact.findMany({
    where: { caseId, track: "remedy", knownTo: null, OR: [{ episode }, { episode: null }], ...known },
    select: { state: true, result: true, sources: { select: { kind: true, origin: true } } },
  });
  return denialSources(remedies);
}

/** Every decision of a case with its findings and the second person's word, opened with the person's key, newest first. */
export async function listDecisions(tx: Tx, caseId: string, key: Uint8Array): Promise<DecisionRow[]> {
  const rows = await tx.decision.findMany({
    where: { caseId },
    orderBy: { id: "desc" },
    select: {
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
      authoredBy: true,
      authoredAt: true,
      sealed: true,
      findings: {
        orderBy: { criterion: "asc" },
        select: { id: true, criterion: true, result: true, evidenceIds: true, sealed: true },
      },
      review: { select: { agreed: true, reviewedBy: true, reviewedAt: true, sealed: true } },
    },
  });
  return rows.map(({ sealed, findings, review, ...plain }) => ({
    ...plain,
    words: decisionWords.parse(openUnder(key, sealed, decisionContext(plain.id))),
    findings: findings.map(({ id, sealed: reasons, ...finding }) => ({
      ...finding,
      reasoning: String(openUnder(key, reasons, findingContext(id))),
    })),
    review: review && {
      agreed: review.agreed,
      reviewedBy: review.reviewedBy,
      reviewedAt: review.reviewedAt,
      note: String(openUnder(key, review.sealed, reviewContext(plain.id))),
    },
  }));
}
