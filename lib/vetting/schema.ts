import { z } from "zod";

/** The five criteria of PACE Resolution 1900 (2012), paragraph 3. Any one suffices. */
export const criteria = ["a", "b", "c", "d", "e"] as const;
export type Criterion = (typeof criteria)[number];

/** What method 1.0 asks besides: who, by whom, what would exclude, and what speaks against. */
export const checks = ["identity", "deprivation", "exclusion", "counter_evidence"] as const;
export type Check = (typeof checks)[number];

/** Every point of a decision, in the order it is reasoned; a second person may dissent on any. */
export const points = ["identity", "deprivation", ...criteria, "exclusion", "counter_evidence"] as const;

export const outcomes = [
  "verified_political",
  "arbitrary_not_political",
  "not_confirmed",
  "out_of_scope",
] as const;
export type Outcome = (typeof outcomes)[number];

export const results = ["met", "not_met", "insufficient"] as const;
export type Result = (typeof results)[number];

const words = (max: number) => z.string().trim().max(max).default("");
const chosen = z.array(z.uuid()).max(50).default([]);

/** What a point rests on: items of evidence of the case, and facts of it for their sources. */
const rests = { reasoning: words(4000), evidenceIds: chosen, factIds: chosen };
export type Rests = z.infer<z.ZodObject<typeof rests>>;

const checkInput = z.strictObject({ result: z.enum(results), ...rests });
export const findingInput = checkInput.extend({ criterion: z.enum(criteria) });
export type FindingInput = z.infer<typeof findingInput>;

/** What was weighed before counting somebody: an accusation of violence is not yet a reason to exclude. */
export const exclusions = ["none", "violence_alleged_unproven", "violence_credible", "incitement"] as const;

/** A reasoned verdict of method 1.0, as its author writes it: one shape for every outcome. */
export const decisionInput = z.strictObject({
  outcome: z.enum(outcomes),
  episode: z.number().int().min(1).max(99).optional(),
  identity: checkInput,
  deprivation: checkInput.extend({ agent: z.enum(["state", "acquiescence", "unknown"]) }),
  findings: z
    .array(findingInput)
    .max(5)
    .refine((all) => new Set(all.map((one) => one.criterion)).size === all.length)
    .default([]),
  exclusion: z.strictObject({ kind: z.enum(exclusions), ...rests }),
  counterEvidence: z.strictObject(rests).prefault({}),
  confidence: z.enum(["high", "medium", "low"]),
  /** Why political, or why not: two to five sentences. */
  reasoning: z.string().trim().min(10).max(4000),
  /** Recorded beside the verdict; they decide nothing. */
  wgad: z.array(z.enum(["I", "II", "III", "IV", "V"])).default([]),
  foroPenal: z.array(z.enum(["FP1", "FP2", "FP3", "FP-REL"])).default([]),
  /** Null: on the day the rule says. Another day is a coordinator's to choose. */
  nextReviewOn: z.iso.date().nullable().default(null),
});
export type DecisionForm = z.input<typeof decisionInput>;
export type Decision = z.infer<typeof decisionInput>;

/** The words of a decision, under the person's key. The words of each point stand with the point; once they all stood here. */
export const decisionWords = z.strictObject({
  reasoning: words(4000),
  identityHow: words(1000),
  deprivationHow: words(1000),
  exclusionReasoning: words(2000),
  counterEvidence: words(4000),
  dissent: words(4000),
});
export type DecisionWords = z.infer<typeof decisionWords>;

/** What the second person wrote, under the person's key; once a note alone. */
export const reviewWords = z.union([
  z.string().transform((note) => ({ note, dissent: "" })),
  z.strictObject({ note: words(4000), dissent: words(4000) }),
]);

/** The second person's word: agreed, agreed with a dissent on some points, or returned with the reason. */
export const reviewInput = z.strictObject({
  agreed: z.boolean(),
  note: words(4000),
  dissentOn: z.array(z.enum(points)).default([]),
  dissent: words(4000),
  /** Which waiting facts the second person accepts; absent: every one that somebody else recorded. */
  factIds: z.array(z.uuid()).max(200).optional(),
});
export type ReviewForm = z.input<typeof reviewInput>;
