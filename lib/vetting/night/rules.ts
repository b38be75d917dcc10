import { dateInCaracas, timeOfDay } from "@/lib/core/clock";
import { foldedWords } from "@/lib/core/folded";
import { Refusal, type RefusalCode } from "@/lib/core/refusal";
import { facilities } from "@/lib/vocabularies/places/facilities/schema";

const DAY = 86_400_000;
const clock = /^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/;

export const isClock = (text: string): boolean => clock.test(text);

/** `2130`, `21:30` or `21.30` is an hour; two of them with a dash or an "a" are a span. Null for anything else. */
export function readHours(text: string): [string, string] | null {
  const parts = text
    .trim()
    .split(/\s*(?:-|–|a)\s*/)
    .map((part) => clock.exec(part));
  if (parts.length > 2) return null;
  const hours = parts.map((part) => part && `${part[1]?.padStart(2, "0")}:${part[2]}`);
  const [from, to = from] = hours;
  return from && to ? [from, to] : null;
}

/** The day whose night it is: until noon the one before, so that a sheet written after midnight is of last night. ISO date in Caracas. */
export const eveningDay = (now: Date): string => dateInCaracas(new Date(now.getTime() - DAY / 2));

/** The day after an ISO date. */
export const dayAfter = (day: string): string =>
  dateInCaracas(new Date(timeOfDay(day, "12:00").getTime() + DAY));

interface Bounds {
  earliest: string;
  latest: string;
}

/** From six in the evening to six in the morning: "that night", when nobody noted the hour. */
export const nightOf = (day: string): Bounds => ({
  earliest: timeOfDay(day, "18:00").toISOString(),
  latest: timeOfDay(dayAfter(day), "06:00").toISOString(),
});

/** A whole day, as a bare date. */
export const wholeDay = (day: string): Bounds => ({ earliest: day, latest: day });

/** An hour, or a span that may end after midnight, as moments of that day in Caracas. */
export function hoursOf(day: string, [from, to]: [string, string]): Bounds {
  const ends = to < from ? dayAfter(day) : day;
  return { earliest: timeOfDay(day, from).toISOString(), latest: timeOfDay(ends, to).toISOString() };
}

/** The place somebody typed or chose, by code or by name without accents or case; null when no list has it. */
export function facilityNamed(text: string): string | null {
  const wanted = foldedWords(text);
  const found = facilities.find((one) =>
    [one.code, one.es, one.en, ...("aliases" in one ? one.aliases : [])].some(
      (name) => foldedWords(name) === wanted,
    ),
  );
  return found?.code ?? null;
}

/** The entity a place lies in, where it lies in one. */
export function entityOf(code: string | null): string | null {
  const found = facilities.find((one) => one.code === code);
  return found && "entity" in found ? found.entity : null;
}

/** Where what was left out of a sheet is bound to. */
export const leftOutOf = (sheet: string): string => `night-sheet|left-out|${sheet}`;

/**
 * Why a sheet of which no row can stand goes back: a day that has not come, otherwise who is left out for what, by reference and at
 * most so many of each, so that whoever typed it can mend it.
 */
export function wholeRefusal(left: readonly { reference: string; code: RefusalCode }[]): Refusal {
  if (left.some(({ code }) => code === "release_in_future")) return new Refusal("release_in_future");
  const named: RefusalCode[] = ["release_waiting", "not_in_custody", "house_arrest_open"];
  const among = (is: (code: RefusalCode) => boolean) => {
    const references = left.filter(({ code }) => is(code)).map(({ reference }) => reference);
    const more = references.length > MOST_TOLD ? ` (+${references.length - MOST_TOLD})` : "";
    return references.length === 0 ? "—" : `${references.slice(0, MOST_TOLD).join(", ")}${more}`;
  };
  return new Refusal("night_all_left_out", {
    waiting: among((code) => code === "release_waiting"),
    gone: among((code) => code === "not_in_custody"),
    house: among((code) => code === "house_arrest_open"),
    other: among((code) => !named.includes(code)),
  });
}

const MOST_TOLD = 12;

interface Link {
  reference: string;
  knownFrom: Date | null;
  knownTo: Date | null;
  refusal: RefusalCode | null;
}

/** Of a fact and its corrections, oldest first: what waits, what stands, and whether anything does. */
export function stateOfRow<Fact extends Link>(chain: readonly Fact[]) {
  const waiting = chain.findLast((fact) => fact.knownFrom === null && fact.knownTo === null) ?? null;
  const standing = chain.findLast((fact) => fact.knownFrom !== null && fact.knownTo === null) ?? null;
  const fact = waiting ?? standing ?? chain.at(-1);
  if (!fact) throw new Error("a row of a sheet without a fact");
  const { reference, refusal } = fact;
  const state = !waiting ? (standing ? "known" : "withdrawn") : standing ? "correcting" : "waiting";
  return { reference, refusal, fact, standing: waiting ? standing : null, state } as const;
}
