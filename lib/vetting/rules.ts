import type { RefusalCode } from "@/lib/core/refusal";
import { originShortfall } from "@/lib/evidence/rules";
import type { Source } from "@/lib/evidence/schema";
import type { Decision, DecisionWords, Outcome } from "./schema";

/** What a verdict can rest on, read from the case. */
export interface Grounds {
  /** Sources of the custody facts of the episode, proposed or known. */
  factSources: Source[];
  evidence: { id: string; kind: string; origin: string; lead: boolean }[];
  /** A custody fact says that the person was deprived of liberty. */
  custodyRecorded: boolean;
  /** By the deciding custody fact nobody is told where the person is. */
  disappeared: boolean;
}

export interface CaseGrounds extends Grounds {
  /** The detention in progress, from 1. */
  episode: number;
  /** By the most protective of the detentions: one as a minor is enough. */
  ageGroup: "under18" | "adult" | "unknown";
  /** A death, a person under 18 or a disappearance: the second person must be a coordinator. */
  grave: boolean;
}

/** A decision as the desk shows it, its words opened. */
export interface DecisionRow {
  id: string;
  episode: number | null;
  methodVersion: string;
  outcome: string;
  identityEstablished: boolean;
  deprivation: boolean;
  agent: string;
  exclusion: string;
  confidence: string;
  wgad: string[];
  foroPenal: string[];
  authoredBy: string;
  authoredAt: Date;
  words: DecisionWords;
  findings: { criterion: string; result: string; evidenceIds: string[]; reasoning: string }[];
  review: { agreed: boolean; reviewedBy: string; reviewedAt: Date; note: string } | null;
}

/**
 * Everything that keeps a decision from standing under method 1.0, in the order a vetter would mend it; empty when it may be
 * written. A verdict other than `verified_political` needs only its reasons: it counts nobody.
 */
export function shortfallsOf(decision: Decision, grounds: Grounds): RefusalCode[] {
  if (decision.outcome !== "verified_political") return [];
  const shortfalls: RefusalCode[] = [];
  if (!decision.identityEstablished || decision.identityHow === "")
    shortfalls.push("identity_not_established");
  if (!decision.deprivation || decision.agent === "unknown" || !grounds.custodyRecorded) {
    shortfalls.push("deprivation_not_established");
  }
  if (!hasFinding(decision, grounds)) shortfalls.push("findings_missing");
  if (decision.exclusion === "violence_credible" || decision.exclusion === "incitement") {
    shortfalls.push("exclusion_applies");
  }
  for (const shortfall of foundationShortfalls(grounds)) {
    if (!shortfalls.includes(shortfall)) shortfalls.push(shortfall);
  }
  return shortfalls;
}

/** What keeps the grounds themselves, whatever was written about them, from carrying `verified_political`. */
export function foundationShortfalls(grounds: Grounds): RefusalCode[] {
  const sources = [...grounds.factSources, ...grounds.evidence.filter((item) => !item.lead)];
  const shortfall = originShortfall(sources, grounds.disappeared);
  return [
    ...(grounds.custodyRecorded ? [] : (["deprivation_not_established"] as const)),
    ...(shortfall ? [shortfall] : []),
  ];
}

/** Whether a finding rests on an item that is not of this case: no plain row may tie two people. */
export function citesElsewhere({ findings }: Decision, { evidence }: Grounds): boolean {
  const own = new Set(evidence.map((item) => item.id));
  return findings.some((finding) => finding.evidenceIds.some((id) => !own.has(id)));
}

/** At least one criterion met, resting on an item of this case that is evidence and not a lead. */
function hasFinding(decision: Decision, { evidence }: Grounds): boolean {
  const usable = new Set(evidence.filter((item) => !item.lead).map((item) => item.id));
  return decision.findings.some(
    (finding) => finding.result === "met" && finding.evidenceIds.some((id) => usable.has(id)),
  );
}

export interface Circle {
  author: string;
  /** Who registered the case. */
  registrar: string;
  reviewer: { username: string; role: string };
  /** A death, a person under 18 or a disappearance. */
  grave: boolean;
}

/** Why somebody may not be the second person of a decision; null when they may. */
export function reviewerRefusal({ author, registrar, reviewer, grave }: Circle) {
  if (reviewer.username === author) return "same_person";
  if (reviewer.username === registrar) return "registrar_cannot_review";
  if (grave && reviewer.role !== "coordinator") return "coordinator_needed";
  return null;
}

/** The stage that the families who reported read once a verdict stands. */
export function stageAfter(outcome: Outcome, counted: boolean) {
  if (outcome !== "verified_political") return outcome;
  return counted ? "verified_counted" : "verified_not_counted";
}
