/** The terms of what is learned about a moment after it, not of what happens later. */
export const learnedTerms = ["lateRegistrations", "lateExits", "removals", "merges", "corrections"] as const;
export type LearnedTerm = (typeof learnedTerms)[number];

/** By how much the stock of one moment changed since it was known differently, signed, each person once. */
export type Learned = Record<LearnedTerm, number>;
