import type { ConflictKind, Precision } from "../schema";

/** One end of what a figure covers. `time` only where an hour was published. */
export interface Bound {
  date: string | null;
  time: string | null;
  precision: Precision;
}

export type Trait = "measure" | "kind" | "stage" | "population" | "scope" | "unit" | "houseArrest";

/** Why two figures are not of one kind. `unknown` says that neither tells: it differs in nothing seen, and yet equals nothing. */
export type Difference =
  | { code: Trait; a: string; b: string; unknown: boolean }
  | { code: "start" | "end" | "date"; a: Bound; b: Bound; unknown: boolean }
  | { code: "conflict"; which: "a" | "b"; about: ConflictKind[] }
  | { code: "inexact"; which: "a" | "b" }
  | { code: "names"; a: string; b: string };

/** Smallest and largest number a figure can stand for; null where the wording sets no bound. */
export interface Interval {
  least: number | null;
  most: number | null;
}

export type Gap = { computable: true; gap: Interval } | { computable: false };
