import type { Freshness } from "../freshness/schema";
import type { Queue } from "../queue/schema";
import type { Restricted } from "../restricted/schema";
import type { Reconciliation, Tally, Window } from "../schema";
import type { SeriesKind, SeriesStep } from "../series/schema";

/** The three questions of the desk, each with the moments it needs, resolved: nothing left to "now". */
export type Question =
  | { ask: "standing"; at: Date; known: Date; against: Date }
  | { ask: "window"; from: Date; to: Date; knownFrom: Date; knownTo: Date }
  | { ask: "series"; from: Date; to: Date; known: Date; step: SeriesStep; kind: SeriesKind };
export type Ask = Question["ask"];

/** Moments of each question as the form names them: a day, and a clock time in Caracas beside it (empty: the close of that day). */
export const momentsAsked = {
  standing: ["at", "known", "against"],
  window: ["from", "to", "knownFrom", "knownTo"],
  series: ["from", "to", "known"],
} as const satisfies Record<Ask, readonly string[]>;
export type MomentName = (typeof momentsAsked)[Ask][number];

/** What a form sent, by the names of its boxes: `at`, `atTime`, `known`… */
export type Asked = Readonly<Record<string, string | undefined>>;

/** Why a moment cannot be read: no such day, no such hour, or an ISO moment without its offset. */
export type MomentProblem = "day" | "time" | "offset" | "needed";

/** The same moment as known at two: both tallies, why they differ, and what stands beside as known at the first. */
export interface Standing {
  first: Tally;
  second: Tally;
  /** From `first` to `second` at one and the same moment: the terms of the window are 0, those of knowledge explain it (R5, R6). */
  difference: Reconciliation;
  freshness: Freshness;
  queue: Queue;
  restricted: Restricted;
  /** Whether the registry knew of anybody at all by then: a 0 before its time is not a 0 of the country. */
  knewAnybody: boolean;
}

/** A window, with what it was known as at each end and the version it was counted under. */
export interface AnsweredWindow extends Window {
  knownFrom: string;
  knownTo: string;
  method: string;
}
