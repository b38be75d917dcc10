import type { RefusalCode } from "@/lib/core/refusal";
import { originOf, originShortfall } from "@/lib/evidence/rules";
import type { Source } from "@/lib/evidence/schema";
import type { Check, Decision, Outcome, Rests, Result } from "./schema";

/** What a verdict can rest on, read from the case. */
export interface Grounds {
  /** Sources of the facts of the episode, proposed or known. */
  factSources: Source[];
  /** Facts of the case that stand and bear a source: any may be what a point rests on. */
  factIds: string[];
  /** Facts of the episode that say somebody is held, and stand: what the deprivation of liberty rests on, said or not. */
  custodyIds: string[];
  /** Items that were not withdrawn. */
  evidence: { id: string; kind: string; origin: string; lead: boolean }[];
  /** A custody fact says that the person was deprived of liberty. */
  custodyRecorded: boolean;
  /** By the deciding custody fact nobody is told where the person is. */
  disappeared: boolean;
}

/** Why a decision asks for a coordinator as second person. In doubt somebody counts as a minor. */
export type GraveCause = "death" | "minor" | "age_in_doubt" | "disappearance";

export interface CaseGrounds extends Grounds {
  /** The detention in progress, from 1. */
  episode: number;
  /** By the most protective of the detentions: one as a minor is enough. */
  ageGroup: "under18" | "adult" | "unknown";
  graveCauses: GraveCause[];
  /** There is such a cause: the second person must be a coordinator. */
  grave: boolean;
}

/** A decision as the desk shows it, its words opened. */
export interface DecisionRow {
  id: string;
  episode: number | null;
  methodVersion: string;
  outcome: string;
  agent: string;
  exclusion: string;
  confidence: string;
  wgad: string[];
  foroPenal: string[];
  authoredBy: string;
  authoredAt: Date;
  reasoning: string;
  /** A word of dissent of its author's team, in decisions of before. */
  dissent: string;
  checks: Record<Check, Rests & { result: Result }>;
  findings: (Rests & { criterion: string; result: Result })[];
  /** Who recorded the facts it rests on: none of them is the second person. */
  recorders: string[];
  /** On which day it is due, as written; and as set since, the latest last. */
  nextReviewAt: Date | null;
  dates: { dueAt: Date; setBy: string; setAt: Date; why: string }[];
  review: {
    agreed: boolean;
    reviewedBy: string;
    reviewedAt: Date;
    note: string;
    dissent: string;
    dissentOn: string[];
  } | null;
}

/**
 * Everything that keeps a decision from standing under method 1.0, in the order a vetter would mend it; empty when it may be
 * written. A verdict other than `verified_political` needs only its reasons, and that they do not contradict it: it counts nobody.
 */
export function shortfallsOf(decision: Decision, grounds: Grounds): RefusalCode[] {
  const { outcome, identity, deprivation, exclusion } = decision;
  const shortfalls: RefusalCode[] = [];
  const excluded = exclusion.kind === "violence_credible" || exclusion.kind === "incitement";
  const unreasoned = exclusion.kind !== "none" && exclusion.reasoning === "";
  if (outcome === "verified_political") {
    if (identity.result !== "met" || identity.reasoning === "") shortfalls.push("identity_not_established");
    if (deprivation.result !== "met" || deprivation.agent === "unknown" || !grounds.custodyRecorded)
      shortfalls.push("deprivation_not_established");
    if (!hasFinding(decision.findings, grounds)) shortfalls.push("findings_missing");
    if (excluded) shortfalls.push("exclusion_applies");
  }
  if (unreasoned) shortfalls.push("exclusion_unreasoned");
  if (decision.findings.some((finding) => finding.result === "met" && finding.reasoning === ""))
    shortfalls.push("finding_unreasoned");
  if (outcome === "arbitrary_not_political" && decision.findings.some((finding) => finding.result === "met"))
    shortfalls.push("outcome_contradicted");
  if (outcome !== "verified_political") return shortfalls;
  for (const shortfall of foundationShortfalls(grounds))
    if (!shortfalls.includes(shortfall)) shortfalls.push(shortfall);
  return shortfalls;
}

/** What keeps the grounds themselves, whatever was written about them, from carrying `verified_political`. */
export function foundationShortfalls(grounds: Grounds): RefusalCode[] {
  const shortfall = originShortfall(sourcesOf(grounds), grounds.disappeared);
  return [
    ...(grounds.custodyRecorded ? [] : (["deprivation_not_established"] as const)),
    ...(shortfall ? [shortfall] : []),
  ];
}

/** Every source a verdict counts: of the facts of the detention, and evidence that is more than a lead. */
export const sourcesOf = ({ factSources, evidence }: Pick<Grounds, "factSources" | "evidence">): Source[] => [
  ...factSources,
  ...evidence.filter((item) => !item.lead),
];

/** The origins behind a case, each with what was folded into it: a relative and the family's lawyer are one. */
export function originsNamed(sources: Source[], disappeared: boolean): { origin: string; of: Source[] }[] {
  const named = new Map<string, Source[]>();
  for (const source of sources) {
    const origin = originOf(source, disappeared);
    const of = named.get(origin) ?? [];
    if (!of.some((one) => one.kind === source.kind && one.origin === source.origin)) of.push(source);
    named.set(origin, of);
  }
  return [...named].map(([origin, of]) => ({ origin, of }));
}

const pointsOf = ({ identity, deprivation, findings, exclusion, counterEvidence }: Decision) => [
  ...[identity, deprivation, exclusion, counterEvidence],
  ...findings,
];

/** The points as they are kept: what would exclude somebody, and what speaks against, are points like any other. */
export function pointsWritten({ identity, deprivation, findings, exclusion, counterEvidence }: Decision) {
  const { agent: _, ...taken } = deprivation;
  const { kind, ...weighed } = exclusion;
  const excluded = { none: "not_met", violence_alleged_unproven: "insufficient" } as Record<string, Result>;
  const speaks: Result = counterEvidence.reasoning === "" ? "not_met" : "met";
  return [
    { criterion: "identity", ...identity },
    { criterion: "deprivation", ...taken },
    ...findings,
    { criterion: "exclusion", result: excluded[kind] ?? "met", ...weighed },
    { criterion: "counter_evidence", result: speaks, ...counterEvidence },
  ];
}

/** Whether a point rests on something that is not of this case, or no longer stands: no plain row may tie two people. */
export function citesElsewhere(decision: Decision, { evidence, factIds }: Grounds): boolean {
  const own = new Set([...evidence.map((item) => item.id), ...factIds]);
  return pointsOf(decision).some((point) =>
    [...point.evidenceIds, ...point.factIds].some((id) => !own.has(id)),
  );
}

/** The facts a decision rests on: those of the detention, said or not, and those it names. */
export const groundsOf = (decision: Decision, { custodyIds }: Grounds): string[] => [
  ...new Set([...custodyIds, ...pointsOf(decision).flatMap((point) => point.factIds)]),
];

/** At least one criterion met, resting on an item of this case that is evidence and not a lead, or on a fact with its sources. */
export function hasFinding(
  findings: readonly { result: string; evidenceIds: string[]; factIds: string[] }[],
  { evidence, factIds }: Pick<Grounds, "evidence" | "factIds">,
): boolean {
  const usable = new Set([...evidence.filter((item) => !item.lead).map((item) => item.id), ...factIds]);
  return findings.some(
    (finding) =>
      finding.result === "met" && [...finding.evidenceIds, ...finding.factIds].some((id) => usable.has(id)),
  );
}

/** The stage that the families who reported read once a verdict stands. */
export function stageAfter(outcome: Outcome, counted: boolean) {
  if (outcome !== "verified_political") return outcome;
  return counted ? "verified_counted" : "verified_not_counted";
}
