import type { MatchPerson, ReasonCode, Verdict } from "../matching/schema";

/** A case by its id, or a report that waits by its own. */
export interface IndexedKey {
  kind: "case" | "report";
  id: string;
}

/** One person of a case or of an open report as the index holds them: in memory, in one thread, while somebody is signed in. */
export interface Indexed extends IndexedKey {
  /** Of a case; null for a report. */
  reference: string | null;
  /** As written; `entity` and `apprehended` are those of the last detention. */
  person: MatchPerson;
  /** What they are called besides: in prison, at home. */
  aliases: readonly string[];
  /** Detentions before the last. */
  earlier: readonly Pick<MatchPerson, "entity" | "apprehended">[];
}

/** Who may be the same person, how alike, and why. Never joins anybody. */
export interface Candidate extends IndexedKey {
  score: number;
  verdict: Verdict;
  reasons: ReasonCode[];
}

/** One find of a search, best first; how well it fits orders them and means nothing else. */
export interface Hit extends IndexedKey {
  fit: number;
}

/** What a search found: the best, and how many there were in all. */
export interface Hits {
  hits: Hit[];
  total: number;
}

/** How far the index is. `off` while nobody who may search is signed in. */
export type IndexState =
  | { state: "off" }
  | { state: "building"; done: number; total: number }
  | { state: "ready"; entries: number; unread: number; seconds: number; megabytes: number }
  | { state: "broken" };

/** More than these nobody reads: the rest is said as a number. */
export const MOST_HITS = 50;
export const MOST_CANDIDATES = 50;
