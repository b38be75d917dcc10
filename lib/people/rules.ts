import { foldedWords } from "@/lib/core/folded";
import type { Identity, TraitsInput } from "./schema";

/** The name as a page prints it: given names first. */
export const fullName = ({ givenNames, surnames }: Pick<Identity, "givenNames" | "surnames">): string =>
  `${givenNames} ${surnames}`.replace(/\s+/g, " ").trim();

/** Surname first, without accents or case: the order of lists and the text a search compares. */
export function sortKey({ givenNames, surnames }: Pick<Identity, "givenNames" | "surnames">): string {
  return foldedWords(`${surnames} ${givenNames}`);
}

/**
 * Age group on an ISO date, by what was told: the birth date decides, else the age at detention, else the birth year, and a
 * birth year that leaves both possible is `unknown`.
 */
export function ageGroupOn(
  traits: Pick<TraitsInput, "birthDate" | "birthYear" | "ageAtDetention">,
  day: string,
): "under18" | "adult" | "unknown" {
  if (traits.birthDate !== null) return eighteenOn(traits.birthDate) <= day ? "adult" : "under18";
  if (traits.ageAtDetention !== null) {
    if (traits.ageAtDetention.max <= 17) return "under18";
    if (traits.ageAtDetention.min >= 18) return "adult";
  }
  if (traits.birthYear === null) return "unknown";
  const years = Number(day.slice(0, 4)) - traits.birthYear;
  if (years >= 19) return "adult";
  return years <= 17 ? "under18" : "unknown";
}

/** The ISO date of the eighteenth birthday; for 29 February, as text before any 1 March of that year. */
const eighteenOn = (birthDate: string): string =>
  `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`;
