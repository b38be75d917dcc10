import { dateInCaracas } from "@/lib/core/clock";
import { method } from "../method/schema";
import type { Answer, CountedTraits, CustodyFact } from "../schema";

const dates = new Map<number, string>();

/** The date written in a fact (R4, for the age at detention): its earliest bound, else its latest (a whole day ends at the next midnight), else when it was known. */
export function writtenDate(
  fact: Pick<CustodyFact, "earliest" | "latest" | "latestByDay" | "knownFrom">,
): string {
  const instant =
    fact.earliest ?? (fact.latest === null ? fact.knownFrom : fact.latest - (fact.latestByDay ? 1 : 0));
  let written = dates.get(instant);
  if (written === undefined) {
    if (dates.size > 50_000) dates.clear();
    written = dateInCaracas(new Date(instant));
    dates.set(instant, written);
  }
  return written;
}

/**
 * Under 18 or adult at detention (R4): by the birth date exactly, else by the age as told where both its bounds agree, else by
 * the birth year where no birthday could change the answer; otherwise unknown. Never guessed.
 */
export function ageGroup(traits: CountedTraits, first: CustodyFact): Answer["ageGroup"] {
  const date = writtenDate(first);
  if (traits.birthDate !== null) return isAdult(traits.birthDate, date) ? "adult" : "under18";
  if (traits.ageMax !== null && traits.ageMax < method.adultFrom) return "under18";
  if (traits.ageMin !== null && traits.ageMin >= method.adultFrom) return "adult";
  if (traits.birthYear === null) return "unknown";
  const years = Number(date.slice(0, 4)) - traits.birthYear;
  if (years > method.adultFrom) return "adult";
  return years < method.adultFrom ? "under18" : "unknown";
}

/** Compares ISO dates as text: the eighteenth birthday itself is the first adult day. Born 29 February: on 1 March in other years. */
function isAdult(birthDate: string, date: string): boolean {
  const year = String(Number(birthDate.slice(0, 4)) + method.adultFrom).padStart(4, "0");
  return date >= `${year}${birthDate.slice(4)}`;
}

/** The traits known at `k` (R6): the row with the latest beginning not after it. */
export function traitsAt(rows: readonly CountedTraits[], k: number): CountedTraits | null {
  let found: CountedTraits | null = null;
  for (const row of rows) {
    const from = row.knownFrom ?? Number.NEGATIVE_INFINITY;
    if (from <= k && (found === null || from >= (found.knownFrom ?? Number.NEGATIVE_INFINITY))) found = row;
  }
  return found;
}
