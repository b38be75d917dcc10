/** Why a line of a balance is printed the way it is. */
export const disclosureReasons = [
  /** By decision: totals, flows, ages and what stands beside the total are exact for the country. */
  "byDecision",
  "everybodyNamed",
  /** The true number less its secret margin. */
  "reached",
  "fewerThanTen",
  /** Ten or more, and not any more when the margin is taken. */
  "withMargin",
  /** What nobody recorded is never printed: the margins of the others gather there. */
  "keptBack",
  "noneReached",
  "step",
  /** Names given since would lower what was said: it is kept. */
  "stepKept",
  "fewerThanTwenty",
  "stepWithMargin",
  "blurred",
  "partialWithoutAge",
  "rounded",
] as const;
export type DisclosureReason = (typeof disclosureReasons)[number];

/** What the public reads of a line. `folded`: only within "others or not recorded". */
export type Said =
  | { how: "exactly" | "atLeast" | "lessThan"; n: number }
  | { how: "folded" | "notPrinted" }
  | { how: "place"; named: number; atLeast: number };

export interface DisclosedLine {
  /** A dimension (`held`, `ofWhich`, `sex`, `stateHeld`, `apart`…) and its value. */
  dimension: string;
  value: string;
  /** Exactly; null where nobody counted it this time. */
  total: number | null;
  /** With a public page; null where it makes no difference. */
  named: number | null;
  said: Said;
  reason: DisclosureReason;
}
