/** Of those held, for how many something placed them in custody lately (R10). The share is of `held`, and never above it. */
export interface Freshness {
  at: string;
  known: string;
  method: string;
  held: number;
  within: { days: number; since: string; confirmed: number; withContact: number }[];
}
