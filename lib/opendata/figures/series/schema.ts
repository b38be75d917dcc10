import { z } from "zod";
import { claimId, publishedClaim } from "../../claims/schema";
import { figureQuery } from "../schema";

const whole = z.int();
const moment = z.iso.datetime({ offset: true });

/** One moment of the series: the total as published and as known by the balance shown, and what moved since the moment before. */
export const seriesRow = z.strictObject({
  at: moment,
  slug: z.string().nullable(),
  kind: z.enum(["weekly", "partial"]).nullable(),
  method: z.string().nullable(),
  published: whole.nullable(),
  restated: whole.nullable(),
  detentions: whole.nullable(),
  releases: whole.nullable(),
  deaths: whole.nullable(),
});
export type SeriesRow = z.infer<typeof seriesRow>;

/** A figure that an authority gave while the series ran, by the number of its mark: what somebody said, and nothing we verified. */
export const seriesEvent = publishedClaim
  .pick({ claimant: true, value: true, qualifier: true, measure: true, stage: true, releaseScope: true })
  .extend({
    n: whole,
    /** The day it was said. */
    on: z.iso.date(),
    /** Its id in the ledger. */
    claim: claimId,
  });
export type SeriesEvent = z.infer<typeof seriesEvent>;

/** The series as one balance has it, and what authorities said meanwhile, as the ledger was known at that balance. */
export const seriesOfBalance = z.strictObject({
  balance: z.strictObject({ slug: z.string(), at: moment, known: moment, method: z.string() }),
  rows: z.array(seriesRow),
  events: z.array(seriesEvent),
});
export type SeriesOfBalance = z.infer<typeof seriesOfBalance>;

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
