import type { DecisionRow } from "../../rules";
import type { Rests } from "../../schema";
import type { CaseForDesk } from "../rules";

/** A point of the form as it comes filled in. */
export interface DraftPoint {
  result: string | null;
  reasoning: string;
  /** As the boxes are named. */
  rests: string[];
}

/** A decision form as it opens: from the decision that came back, from the one in force, or from what the case already says. */
export interface DecisionDraft {
  from: "returned" | "earlier" | "case";
  returned: { who: string; note: string } | null;
  outcome: string | null;
  identity: DraftPoint;
  deprivation: DraftPoint & { agent: string | null };
  findings: Record<string, DraftPoint>;
  exclusion: DraftPoint & { kind: string | null };
  counterEvidence: DraftPoint;
  confidence: string;
  reasoning: string;
  wgad: string[];
  foroPenal: string[];
}

/** Only what still stands can be rested on again. */
function draftedFrom(row: DecisionRow, found: CaseForDesk, from: "returned" | "earlier"): DecisionDraft {
  const standing = new Set([
    ...found.grounds.evidence.filter((item) => !item.lead).map((item) => item.id),
    ...found.grounds.factIds,
  ]);
  const point = (one: Rests & { result: string }): DraftPoint => ({
    result: one.result,
    reasoning: one.reasoning,
    rests: [
      ...one.evidenceIds.filter((id) => standing.has(id)).map((id) => `evidence:${id}`),
      ...one.factIds.filter((id) => standing.has(id)).map((id) => `fact:${id}`),
    ],
  });
  const { checks, review } = row;
  return {
    from,
    returned: from === "returned" && review ? { who: review.reviewedBy, note: review.note } : null,
    outcome: row.outcome,
    identity: point(checks.identity),
    deprivation: { ...point(checks.deprivation), agent: row.agent },
    findings: Object.fromEntries(row.findings.map((finding) => [finding.criterion, point(finding)])),
    exclusion: { ...point(checks.exclusion), kind: row.exclusion },
    counterEvidence: point(checks.counter_evidence),
    confidence: row.confidence,
    reasoning: row.reasoning,
    wgad: row.wgad,
    foroPenal: row.foroPenal,
  };
}

const blank: DraftPoint = { result: null, reasoning: "", rests: [] };

/**
 * The form as it opens. What the case already says is filled in; what is a judgement (each criterion, exclusion, the conclusion) is
 * not, unless somebody judged it before. A decision on another detention is none of this one's.
 */
export function draftOf(found: CaseForDesk, documentNoted: string): DecisionDraft {
  const { grounds, decisions } = found;
  const own = decisions.filter((row) => row.episode === null || row.episode === grounds.episode);
  const last = own[0];
  if (last?.review?.agreed === false) return draftedFrom(last, found, "returned");
  if (last?.review?.agreed) return draftedFrom(last, found, "earlier");
  const custody = found.facts.filter(
    (fact) => grounds.custodyIds.includes(fact.id) && grounds.factIds.includes(fact.id),
  );
  const isOfficial = custody.some((fact) => fact.forces.length > 0);
  const hasDocument = found.identity.idDocument !== null;
  return {
    from: "case",
    returned: null,
    outcome: null,
    identity: { ...blank, result: hasDocument ? "met" : null, reasoning: hasDocument ? documentNoted : "" },
    deprivation: {
      ...blank,
      result: custody.length > 0 ? "met" : null,
      rests: custody.map((fact) => `fact:${fact.id}`),
      agent: isOfficial ? "state" : null,
    },
    findings: {},
    exclusion: { ...blank, kind: null },
    counterEvidence: blank,
    confidence: "medium",
    reasoning: "",
    wgad: [],
    foroPenal: [],
  };
}
