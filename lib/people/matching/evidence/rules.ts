import type { MatchPerson, ReasonCode } from "../schema";
import type { Said } from "../surnames/rules";

const nothing: Said = { weight: 0, reasons: [] };
const said = (weight: number, reason: ReasonCode): Said => ({ weight, reasons: [reason] });

/** What identity papers say. The prefix is part of the number: V and E are two people. A slip of the hand still speaks for one. */
export function comparePapers({ id: a }: MatchPerson, { id: b }: MatchPerson): Said {
  if (!a || !b) return nothing;
  const [one, two] = [numberOf(a.number), numberOf(b.number)];
  if (one === "" || two === "") return nothing;
  const passport = [a.kind, b.kind].map((kind) => /^p/i.test(kind));
  if (passport[0] !== passport[1]) return nothing;
  const samePrefix = a.kind.toUpperCase() === b.kind.toUpperCase();
  if (one === two) return samePrefix ? said(8, "id_same") : said(-6, "id_prefix_differs");
  if (!samePrefix) return said(-6, "id_differs");
  if (isSwapped(one, two)) return said(1.2, "id_digits_swapped");
  if (isOneDigit(one, two)) return said(Math.abs(Number(one) - Number(two)) <= 9 ? -1 : 0.3, "id_one_digit");
  return said(digitsApart(one, two) === 2 ? -2 : -6, "id_differs");
}

/**
 * Twins are registered one after the other: papers that follow each other, one day of birth, and given names that are not the same. Each
 * of the three alone would speak for a slip of the hand.
 */
export function compareAsTwins(a: MatchPerson, b: MatchPerson, names: readonly ReasonCode[]): Said {
  if (!a.id || !b.id || !a.birthDate || a.birthDate !== b.birthDate) return nothing;
  if (a.id.kind.toUpperCase() !== b.id.kind.toUpperCase()) return nothing;
  const apart = Math.abs(Number(numberOf(a.id.number)) - Number(numberOf(b.id.number)));
  if (!(apart >= 1 && apart <= 9)) return nothing;
  return names.some((one) => one === "given_near" || one === "given_differ")
    ? said(-4.5, "perhaps_twins")
    : nothing;
}

const digitsApart = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((digit, index) => digit !== b[index]).length : 9;

const numberOf = (written: string): string =>
  written
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase()
    .replace(/^0+/, "");

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a.slice(0, at) + (a[at + 1] ?? "") + a[at] + a.slice(at + 2) === b;
}

function isOneDigit(a: string, b: string): boolean {
  if (a.length === b.length) return digitsApart(a, b) === 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

/** What their births say: the day is strong, the year less, and an age that somebody guessed may be a year off. */
export function compareBirths(a: MatchPerson, b: MatchPerson): Said {
  if (a.birthDate && b.birthDate) return compareDays(a.birthDate, b.birthDate);
  const [one, two] = [yearOf(a), yearOf(b)];
  return one === null || two === null ? nothing : compareYears(Math.abs(one - two));
}

const yearOf = ({ birthDate, birthYear }: MatchPerson): number | null =>
  birthDate ? Number(birthDate.slice(0, 4)) : birthYear;

function compareDays(a: string, b: string): Said {
  if (a === b) return said(3.5, "birth_date_same");
  const [year, month, day] = a.split("-");
  const [otherYear, otherMonth, otherDay] = b.split("-");
  if (year === otherYear && month === otherDay && day === otherMonth) return said(2, "birth_date_near");
  const same = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length;
  const years = Math.abs(Number(year) - Number(otherYear));
  if (same === 2 && (years <= 1 || years === 10)) return said(years === 0 ? 0.3 : -0.5, "birth_date_near");
  const apart = compareYears(years);
  return said(Math.min(apart.weight, 0) - 2.5, "birth_date_differs");
}

function compareYears(apart: number): Said {
  if (apart === 0) return said(1.2, "birth_year_same");
  if (apart === 1) return said(0.3, "birth_year_near");
  return said(apart === 2 ? -3.2 : apart < 5 ? -4 : apart < 15 ? -6 : -8, "birth_year_differs");
}

/** What sex, place and day of the detention say. Another place or day may be another detention of the same person. */
export function compareTheRest(a: MatchPerson, b: MatchPerson): Said[] {
  return [
    compareSex(a.sex, b.sex),
    comparePlaces(a.entity, b.entity),
    compareDetentions(a.apprehended, b.apprehended),
  ];
}

const SEXES = new Map([
  ...["woman", "f", "female", "mujer"].map((word) => [word, "w"] as const),
  ...["man", "m", "male", "hombre"].map((word) => [word, "m"] as const),
]);

function compareSex(a: string | null, b: string | null): Said {
  const [one, two] = [a, b].map((sex) => SEXES.get((sex ?? "").toLowerCase()));
  return one && two && one !== two ? said(-4.5, "sex_differs") : nothing;
}

function comparePlaces(a: string | null, b: string | null): Said {
  if (!a || !b) return nothing;
  return a === b ? said(0.6, "entity_same") : said(-0.8, "entity_differs");
}

function compareDetentions(a: string | null, b: string | null): Said {
  if (!a || !b) return nothing;
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
  if (days <= 3) return said(1.2, "apprehended_near");
  return said(days <= 31 ? -0.3 : -0.8, "apprehended_apart");
}
