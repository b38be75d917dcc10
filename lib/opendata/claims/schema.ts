import { z } from "zod";
import { claimId, kinds, measures } from "@/lib/claims/schema";
import { dateInCaracas } from "@/lib/core/clock";

export type { PublishedClaim } from "@/lib/claims/published/schema";
export { publishedClaim } from "@/lib/claims/published/schema";
export { claimId, kinds, measures, partNames } from "@/lib/claims/schema";

/** A date, or a moment with its offset, which stands for its day in Caracas. A moment without offset is refused. */
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "use YYYY-MM-DD, or ISO 8601 with an offset",
  })
  .transform((value) => (value.length > 10 ? dateInCaracas(new Date(value)) : value));

/** Filters of the ledger, in the words of the address. `authorities` stands for every authority. */
export const claimFilters = z.strictObject({
  claimant: claimId.optional(),
  kind: z.enum(kinds).optional(),
  measure: z.enum(measures).optional(),
  from: day.optional(),
  to: day.optional(),
});
export type ClaimFilters = z.infer<typeof claimFilters>;

/** The moment the ledger is read as known at; without it, what it says now. */
const known = z.iso
  .datetime({ offset: true, error: "use ISO 8601 with an offset" })
  .transform((value) => new Date(value))
  .optional();
const balance = z
  .string()
  .regex(/^[0-9a-f-]{10,36}$/, "the id or slug of a balance")
  .optional();
export const knownQuery = z.strictObject({ known });
export const claimsFileQuery = claimFilters.extend({ known });

export const claimQuery = claimFilters.extend({
  known,
  cursor: claimId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** A drawing of the ledger: its filters, and how wide. */
export const seriesQuery = claimFilters.extend({ known, width: z.enum(["360", "720"]).default("720") });

/** The word in the address that stands for all authorities together. */
export const authorities = "authorities";

/** The id of a figure, or of two joined by two hyphens. */
export const comparisonId = z
  .string()
  .max(162)
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, "the id of a figure, or of a pair");
export const comparisonQuery = z.strictObject({ balance, known });
export const comparisonsQuery = z.strictObject({ id: comparisonId.optional(), balance, known });
