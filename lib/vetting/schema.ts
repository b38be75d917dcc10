import { z } from "zod";

/** The five criteria of PACE Resolution 1900 (2012), paragraph 3. Any one suffices. */
export const criteria = ["a", "b", "c", "d", "e"] as const;
export type Criterion = (typeof criteria)[number];

export const outcomes = [
  "verified_political",
  "arbitrary_not_political",
  "not_confirmed",
  "out_of_scope",
] as const;
export type Outcome = (typeof outcomes)[number];

const words = (max: number) => z.string().trim().max(max).default("");

export const findingInput = z.strictObject({
  criterion: z.enum(criteria),
  result: z.enum(["met", "not_met", "insufficient"]),
  evidenceIds: z.array(z.uuid()).max(50).default([]),
  reasoning: words(4000),
});
export type FindingInput = z.infer<typeof findingInput>;

/** What was weighed before counting somebody: an accusation of violence is not yet a reason to exclude. */
export const exclusions = ["none", "violence_alleged_unproven", "violence_credible", "incitement"] as const;

/** A reasoned verdict of method 1.0, as its author writes it. */
export const decisionInput = z.strictObject({
  outcome: z.enum(outcomes),
  episode: z.number().int().min(1).max(99).optional(),
  identityEstablished: z.boolean(),
  identityHow: words(1000),
  deprivation: z.boolean(),
  deprivationHow: words(1000),
  agent: z.enum(["state", "acquiescence", "unknown"]),
  findings: z
    .array(findingInput)
    .max(5)
    .refine((all) => new Set(all.map((one) => one.criterion)).size === all.length)
    .default([]),
  exclusion: z.enum(exclusions),
  exclusionReasoning: words(2000),
  confidence: z.enum(["high", "medium", "low"]),
  /** Why political, or why not: two to five sentences. */
  reasoning: z.string().trim().min(10).max(4000),
  counterEvidence: words(4000),
  dissent: words(4000),
  /** Recorded beside the verdict; they decide nothing. */
  wgad: z.array(z.enum(["I", "II", "III", "IV", "V"])).default([]),
  foroPenal: z.array(z.enum(["FP1", "FP2", "FP3", "FP-REL"])).default([]),
  nextReviewOn: z.iso.date().nullable().default(null),
});
export type DecisionForm = z.input<typeof decisionInput>;
export type Decision = z.infer<typeof decisionInput>;

/** The words of a decision, under the person's key. */
export const decisionWords = decisionInput.pick({
  identityHow: true,
  deprivationHow: true,
  exclusionReasoning: true,
  reasoning: true,
  counterEvidence: true,
  dissent: true,
});
export type DecisionWords = z.infer<typeof decisionWords>;

export const reviewInput = z.strictObject({
  agreed: z.boolean(),
  note: words(4000),
  /** Which waiting facts the second person accepts; absent: every one that somebody else recorded. */
  factIds: z.array(z.uuid()).max(200).optional(),
});
export type ReviewForm = z.input<typeof reviewInput>;
