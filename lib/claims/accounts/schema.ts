import { z } from "zod";
import { claimId } from "../schema";

const bound = z.int().nullable();
/** Smallest and largest number; null where the wording of a source sets no bound. */
export const interval = z.strictObject({ least: bound, most: bound });

/** One movement of an account: a published flow, its sign, and how far it moves the total. */
export const movement = z.strictObject({
  claimId,
  measure: z.enum(["detained_in_period", "released_in_period", "newly_reported_in_period"]),
  sign: z.union([z.literal(1), z.literal(-1)]),
  amount: interval,
});
export type Movement = z.infer<typeof movement>;

/**
 * The arithmetic of one organisation's own ledger: two totals it published and the flows it published for the days between. What is
 * left is nobody's error: it is what the sources do not say.
 */
export const account = z.strictObject({
  /** Both totals' ids, `opening--closing`. */
  id: z.string(),
  claimant: claimId,
  opening: z.strictObject({ claimId, amount: interval }),
  closing: z.strictObject({ claimId, amount: interval }),
  /** Whether arrests and releases were both published for these days; otherwise one side of the account is missing. */
  complete: z.boolean(),
  /** First day that the flows cover, where they begin after the day of the opening total. */
  coveredFrom: z.iso.date().nullable(),
  movements: z.array(movement).min(1),
  /** Closing less opening and every movement; 0 when it closes. */
  unexplained: interval,
  /** Flows told beside and never added: cases of before that the same organisation said it verified about these days. */
  beside: z.array(claimId),
});
export type Account = z.infer<typeof account>;
