import { method } from "@/lib/cases/counting/method/schema";

export interface Circle {
  author: string;
  /** Who registered the case. */
  registrar: string;
  /** Who recorded the facts it rests on. */
  recorders: readonly string[];
  reviewer: { username: string; role: string };
  /** A death, a person not certainly an adult, or a disappearance. */
  grave: boolean;
}

/** Why somebody may not be the second person of a decision; null when they may. The database says the same. */
export function reviewerRefusal({ author, registrar, recorders, reviewer, grave }: Circle) {
  if (reviewer.username === author) return "same_person";
  if (reviewer.username === registrar) return "registrar_cannot_review";
  if (recorders.includes(reviewer.username)) return "recorder_cannot_review";
  if (grave && reviewer.role !== "coordinator") return "coordinator_needed";
  return null;
}

/** The rules by which a decision is looked at again, each with its source. */
export type ReviewRule = "disappearance" | "detention" | "negative";

/**
 * Which rule dates the next review of a decision. Of a disappearance: the days after which monitors ask again (R10). Of somebody
 * verified, or not confirmed today: three months, as the judge must examine a detention (COPP 250). Of any other verdict: six
 * months, as permissions are asked again.
 */
export function reviewRuleOf(outcome: string, disappeared: boolean): ReviewRule {
  if (disappeared && outcome === "verified_political") return "disappearance";
  return outcome === "verified_political" || outcome === "not_confirmed" ? "detention" : "negative";
}

/** The day a rule gives, counted from the day a decision is written. A month without that day ends on its last. */
export function reviewDay(rule: ReviewRule, today: string): string {
  if (rule === "disappearance") {
    const later = new Date(`${today}T12:00:00Z`).getTime() + method.freshWithin[0] * 86_400_000;
    return new Date(later).toISOString().slice(0, 10);
  }
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const ahead = month - 1 + (rule === "detention" ? 3 : 6);
  const last = new Date(Date.UTC(year, ahead + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, ahead, Math.min(day, last))).toISOString().slice(0, 10);
}
