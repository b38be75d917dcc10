import type { Dossier } from "@/lib/cases/dossier/schema";
import type { OpenRetraction } from "@/lib/cases/facts/retraction/schema";
import type { Track } from "@/lib/cases/facts/schema";
import type { PermissionRow } from "@/lib/cases/permissions/rules";
import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Identity, TraitsInput } from "@/lib/people/schema";
import type { NamingRefusal, NamingStatus } from "@/lib/publication/naming/rules";
import type { CaseGrounds, DecisionRow } from "../rules";

/** A fact as the desk shows it, opened. */
export interface DeskFact {
  id: string;
  track: Track;
  state: string;
  episode: number | null;
  position: number;
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
  knownFrom: Date | null;
  knownTo: Date | null;
  entity: string | null;
  facility: string | null;
  whereabouts: string | null;
  forces: string[];
  basis: string | null;
  authority: string | null;
  result: string | null;
  jurisdiction: string | null;
  endEarliest: Date | null;
  endEarliestByDay: boolean;
  endLatest: Date | null;
  endLatestByDay: boolean;
  supersedesId: string | null;
  recordedBy: string;
  recordedAt: Date;
  confirmedBy: string | null;
  /** Why it corrects another, in the words of whoever corrected it. */
  why: string | null;
  /** On whose lips it was, where that matters: who denied, who answered. */
  said: string | null;
  sources: { kind: string; origin: string }[];
}

/** Everything the page of a case shows, opened. */
export interface CaseForDesk extends Dossier {
  caseId: string;
  reference: string;
  openedBy: string;
  openedAt: Date;
  identity: Identity;
  traits: TraitsInput;
  facts: DeskFact[];
  /** Known facts that somebody proposed to withdraw; each waits for a second person. */
  retractions: OpenRetraction[];
  evidence: EvidenceItem[];
  permissions: PermissionRow[];
  decisions: DecisionRow[];
  /** When the verdict in force is to be looked at again; null where none is. */
  due: { decisionId: string | null; dueAt: Date | null; mustSince: Date | null; cause: string | null } | null;
  grounds: CaseGrounds;
  /** `shielded`: a minor, or an age in doubt, at some detention, waiting ones included. */
  naming: NamingStatus & { refusal: NamingRefusal; shielded: boolean };
  kinTold: boolean;
}

export type FactStatus = "waiting" | "known" | "ended" | "dropped";

/** Whether a fact waits for the second person, holds, held once, or was dropped before it ever did. */
export function statusOf({ knownFrom, knownTo }: Pick<DeskFact, "knownFrom" | "knownTo">): FactStatus {
  if (knownFrom === null) return knownTo === null ? "waiting" : "dropped";
  return knownTo === null ? "known" : "ended";
}

/** The last state of each track as known now; null where nothing is known. Never one status for a whole case. */
export function trackStates(facts: DeskFact[]): Record<Track, DeskFact | null> {
  const last = (track: Track) =>
    facts.filter((fact) => fact.track === track && statusOf(fact) === "known").at(-1) ?? null;
  return {
    vetting: last("vetting"),
    custody: last("custody"),
    process: last("process"),
    measure: last("measure"),
    remedy: last("remedy"),
  };
}
