import { z } from "zod";
import type { PublishedClaim } from "../../claims/schema";
import { figureQuery } from "../schema";

/** One moment of the series: the total as published and as known by the balance shown, and what moved since the moment before. */
export interface SeriesRow {
  at: string;
  slug: string | null;
  kind: "weekly" | "partial" | null;
  method: string | null;
  published: number | null;
  restated: number | null;
  detentions: number | null;
  releases: number | null;
  deaths: number | null;
}

/** A figure that an authority gave while the series ran, by the number of its mark: what somebody said, and nothing we verified. */
export interface SeriesEvent
  extends Pick<PublishedClaim, "claimant" | "value" | "qualifier" | "measure" | "stage" | "releaseScope"> {
  n: number;
  /** The day it was said. */
  on: string;
  /** Its id in the ledger. */
  claim: string;
}

/** The series as one balance has it. */
export interface SeriesOfBalance {
  balance: { slug: string; at: string; known: string; method: string };
  rows: SeriesRow[];
  /** What authorities said meanwhile, as the ledger was known at that balance. */
  events: SeriesEvent[];
}

/** Which of the two totals is drawn, of which balance. */
export const seriesViewQuery = z.strictObject({
  balance: figureQuery.shape.balance,
  kind: z.enum(["published", "restated"]).default("published"),
});
export type SeriesViewQuery = z.infer<typeof seriesViewQuery>;

/** A drawing may also be of what moved. */
export const seriesDrawingQuery = seriesViewQuery.extend({
  kind: z.enum(["published", "restated", "flows"]).default("published"),
  width: z.enum(["360", "720"]).default("720"),
});
