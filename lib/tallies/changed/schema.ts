import { reconciliationTerms } from "../schema";

/**
 * Under which term of an account a change of one person stands. `restated`: something was corrected or became known about them, and
 * the total is as it was; these sum to 0.
 */
export const changeTerms = [...reconciliationTerms, "restated"] as const;
export type ChangeTerm = (typeof changeTerms)[number];

/** What about a person is said differently, besides where they are; or why somebody is no longer, or not before, counted. */
export const changeAspects = [
  "sex",
  "civilMilitary",
  "ageGroup",
  "convicted",
  "nationality",
  "whereabouts",
  "stateOfDetention",
  "stateHeld",
  "sentenceServed",
  "amnestied",
  "date",
  "verdict",
  "permission",
  "imported",
] as const;
export type ChangeAspect = (typeof changeAspects)[number];
