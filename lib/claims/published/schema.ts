import { z } from "zod";
import { claim, claimId } from "../schema";

/**
 * A figure with its place among the others, worked out once when the ledger changes: which figures to read beside it and why,
 * and which later figure replaced it.
 */
export const publishedClaim = claim.extend({
  onDate: z.iso.date().nullable(),
  replacedBy: claimId.nullable(),
  beside: z.array(
    z.strictObject({ id: claimId, because: z.enum(["same_period", "related", "stock_before"]) }),
  ),
});
export type PublishedClaim = z.infer<typeof publishedClaim>;
