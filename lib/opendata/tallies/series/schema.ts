import type { Learned } from "@/lib/tallies/learned/schema";

/** One weekly cut-off in both series: as published then, as restated by a later balance, and how far apart they are (R6). */
export interface SeriesPoint {
  slug: string | null;
  at: string;
  /** When the restated number was known: the later balance's moment. */
  known: string;
  published: number | null;
  restated: number;
  /** Restated less published; null where no balance was published. */
  difference: number | null;
  /** The difference by reason; null where no balance kept it. */
  learned: Learned | null;
}
