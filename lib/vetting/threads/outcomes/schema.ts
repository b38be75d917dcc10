import { z } from "zod";
import type { Outcome } from "../../schema";

/** Verdicts that have to be explained: those that do not count somebody. */
export type Unfavourable = Exclude<Outcome, "verified_political">;

/** Why, in words that tell a stranger nothing, for each such verdict. */
export const reasonsFor = {
  not_confirmed: ["no_second_source", "identity_unclear", "when_where_unclear"],
  arbitrary_not_political: ["not_political", "common_crime"],
  out_of_scope: ["not_by_state", "common_crime", "other_body"],
} as const satisfies Record<Unfavourable, readonly string[]>;
export type Reason = (typeof reasonsFor)[Unfavourable][number];
export const reasons = [...new Set(Object.values(reasonsFor).flat())] as [Reason, ...Reason[]];

/** What would help the next look. */
export const helps = ["paper", "person", "date", "place", "lawyer"] as const;

export const explanationInput = z.strictObject({
  reason: z.enum(reasons),
  helps: z.array(z.enum(helps)).max(helps.length).default([]),
});
export type ExplanationForm = z.input<typeof explanationInput>;

/** A verdict that waits to be explained to whoever reported. */
export interface ToExplain {
  decisionId: string;
  outcome: Unfavourable;
}
