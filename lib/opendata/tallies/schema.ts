import { z } from "zod";

const moment = z.iso.datetime({
  offset: true,
  error: "an ISO 8601 moment with an offset, such as 2026-01-27T00:00:00-04:00",
});
const slug = z.string().regex(/^[0-9a-f-]{10,36}$/, "the id or slug of a balance");

/** Which published numbers: of one balance, or of the latest publication moment not after (at, known). Nothing: the latest. */
export const tallyQuery = z
  .strictObject({ balance: slug.optional(), at: moment.optional(), known: moment.optional() })
  .refine((query) => !(query.balance && (query.at || query.known)), "balance, or at and known: not both");
export type TallyQuery = z.infer<typeof tallyQuery>;

/**
 * Between two publication moments: `to` (default: the latest) and `from` (default: the one before it); or up to one `balance`, from
 * the one before it or from the one named by `since`.
 */
export const changeQuery = z
  .strictObject({
    balance: slug.optional(),
    since: slug.optional(),
    from: moment.optional(),
    to: moment.optional(),
  })
  .refine((query) => !(query.balance && (query.from || query.to)), "balance, or from and to: not both")
  .refine((query) => !(query.since && !query.balance), "since goes with balance");
export type ChangeQuery = z.infer<typeof changeQuery>;

export const seriesQuery = z.strictObject({ kind: z.enum(["published", "restated"]).default("restated") });
export const balancesQuery = z.strictObject({
  cursor: slug.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export const noQuery = z.strictObject({});
