import type { Track } from "@/lib/cases/facts/schema";
import type { Identity, TraitsInput } from "@/lib/people/schema";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import type { Recipient } from "../schema";

/** A source as others may read it: what it is, where it comes from in the end, and whether it counts as the family's own word. */
export interface SheetSource {
  kind: string;
  origin: string;
  ofTheFamily: boolean;
}

/** A confirmed fact: the team by letters, witnesses by their kind alone. */
export interface SheetFact
  extends Pick<
    DeskFact,
    | "state"
    | "episode"
    | "earliest"
    | "earliestByDay"
    | "latest"
    | "latestByDay"
    | "entity"
    | "facility"
    | "whereabouts"
    | "forces"
    | "basis"
    | "authority"
    | "result"
    | "jurisdiction"
    | "endEarliest"
    | "endEarliestByDay"
    | "endLatest"
    | "endLatestByDay"
  > {
  id: string;
  track: Track;
  knownFrom: Date;
  knownTo: Date | null;
  sources: SheetSource[];
  recordedBy: string;
  confirmedBy: string | null;
  /** Who said it, as what: of a denial, the voice of the authority. */
  said: string | null;
}

/** A fact that held once: what took its place, if anything, and why, as it was written. */
export interface SheetCorrection {
  fact: SheetFact;
  replacedBy: SheetFact | null;
  why: string | null;
}

export interface SheetEvidence {
  id: string;
  kind: string;
  origin: string;
  ofTheFamily: boolean;
  lead: boolean;
  /** It carries nothing any more, since then. */
  withdrawnAt: Date | null;
  receivedAt: Date;
  title: string;
  quotation: string;
  place: string;
  /** SHA-256 of the item as kept: whoever asks later can be shown that nothing in it changed. */
  sha256: string;
}

export interface SheetDecision {
  id: string;
  episode: number | null;
  methodVersion: string;
  outcome: string;
  identityHow: string | null;
  deprivationHow: string | null;
  agent: string;
  exclusion: string;
  exclusionReasoning: string;
  confidence: string;
  wgad: string[];
  foroPenal: string[];
  reasoning: string;
  counterEvidence: string;
  dissent: string;
  findings: { criterion: string; result: string; reasoning: string; restsOn: number[] }[];
  authoredBy: string;
  authoredAt: Date;
  review: { agreed: boolean; by: string; at: Date; note: string };
}

export interface SheetPermission {
  id: string;
  purpose: string;
  granted: boolean;
  givenBy: string;
  standing: boolean;
  textVersion: string | null;
  knownFrom: Date;
  knownTo: Date | null;
}

/**
 * Everything a printed record may say. What has no place in this shape cannot be printed: nobody who reported, no contact, no safe
 * word, nobody of the team by name, and nothing that waits for a second person, such as a death the family has not been told of.
 */
export interface Sheet {
  reference: string;
  /** Names this printing in the trail, so that a paper leads to who printed it, for those who may read the trail. */
  mark: string;
  recipient: Recipient;
  printedBy: string;
  printedAt: Date;
  methodVersion: string;
  isMinor: boolean;
  ageInDoubt: boolean;
  identity: Identity;
  traits: TraitsInput;
  openedAt: Date;
  named: boolean;
  counted: boolean;
  /** The last known state of each track. */
  tracks: Record<Track, SheetFact | null>;
  episodes: { n: number; facts: SheetFact[] }[];
  process: SheetFact[];
  measures: SheetFact[];
  remedies: SheetFact[];
  verdicts: SheetFact[];
  corrections: SheetCorrection[];
  evidence: SheetEvidence[];
  decisions: SheetDecision[];
  permissions: SheetPermission[];
}
