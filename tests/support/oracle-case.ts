/** A case line of a registry file, as the oracle reads it: written words only. */
export interface OracleFact {
  track: "custody" | "vetting" | "process" | "measure" | "remedy";
  state: string;
  episode?: number | null;
  effective?: { earliest?: string | null; latest?: string | null };
  knownFrom: string;
  knownTo?: string | null;
  entity?: string | null;
  whereabouts?: string | null;
  end?: { earliest?: string | null; latest?: string | null } | null;
}

export interface OracleCase {
  person: {
    sex?: string;
    birthDate?: string | null;
    birthYear?: number | null;
    ageAtDetention?: { min: number; max: number } | null;
    nationality?: string;
    civilMilitary?: string;
  };
  permissions: { purpose: string; granted: boolean; knownFrom: string; knownTo?: string | null }[];
  facts: OracleFact[];
}

/** Midnight in Caracas by arithmetic alone: −04:30 from 9 December 2007 03:00 to 1 May 2016 02:30, −04:00 otherwise. */
function midnight(date: string, addDays: number): number {
  const utc = Date.parse(`${date}T00:00:00Z`) + addDays * 86_400_000;
  const day = new Date(utc).toISOString().slice(0, 10);
  const half = day > "2007-12-09" && day <= "2016-05-01";
  return utc + (half ? 4.5 : 4) * 3_600_000;
}

export const begins = (written: string) =>
  written.length === 10 ? midnight(written, 0) : Date.parse(written);
export const finishes = (written: string) =>
  written.length === 10 ? midnight(written, 1) : Date.parse(written);

/** Calendar date in Caracas of an instant, by the same arithmetic. */
export function caracasDate(instant: number): string {
  const half = instant >= Date.parse("2007-12-09T07:00:00Z") && instant < Date.parse("2016-05-01T07:00:00Z");
  return new Date(instant - (half ? 4.5 : 4) * 3_600_000).toISOString().slice(0, 10);
}

export const HOUR = 3_600_000;
export const OUT = [
  "released_with_measures",
  "released_full",
  "released_unspecified",
  "released_expelled",
  "expelled_deported",
  "left_without_release",
  "died_in_custody",
];
export const isOut = (fact: OracleFact) => OUT.includes(fact.state);

export const knownAt = (row: { knownFrom: string; knownTo?: string | null }, k: number) =>
  Date.parse(row.knownFrom) <= k && (row.knownTo == null || Date.parse(row.knownTo) > k);

/** Custody facts known at k, in the order of their lines. */
export const custodyKnown = (person: OracleCase, k: number) =>
  person.facts.filter((fact) => fact.track === "custody" && knownAt(fact, k));

export const lowerBound = (fact: OracleFact) =>
  fact.effective?.earliest == null ? null : begins(fact.effective.earliest);
export const upperBound = (fact: OracleFact) =>
  fact.effective?.latest == null ? null : finishes(fact.effective.latest);

/**
 * Instant of the i-th known custody fact, asked recursively, as the text says it; with the one thing the text leaves to decide:
 * an exit is never after a detention that follows it.
 */
export function instant(facts: OracleFact[], i: number): number {
  const fact = facts[i] as OracleFact;
  const known = Date.parse(fact.knownFrom);
  if (!isOut(fact)) {
    const latest = upperBound(fact) ?? known;
    return i + 1 < facts.length ? Math.min(latest, instant(facts, i + 1)) : latest;
  }
  let value = lowerBound(fact) ?? known;
  for (const before of facts.slice(0, i)) value = Math.max(value, lowerBound(before) ?? value);
  for (let j = i + 1; j < facts.length; j++) {
    if (facts[j]?.episode !== fact.episode) value = Math.min(value, instant(facts, j));
  }
  return value;
}

/**
 * The last instant at which a measure is in force: the earliest bound of its end, else the latest, else when it was known to have
 * ended. House arrest as a measure without a stated end is ended by a known release, unless that release came before it.
 */
function measureEnds(person: OracleCase, measure: OracleFact, k: number): number {
  if (measure.end) {
    const { earliest, latest } = measure.end;
    if (earliest != null) return begins(earliest);
    return latest != null ? finishes(latest) : Date.parse(measure.knownFrom);
  }
  if (measure.state !== "VE242.1") return Number.POSITIVE_INFINITY;
  const release = custodyKnown(person, k).find((fact) => {
    const [over, begun] = [upperBound(fact), lowerBound(measure)];
    return fact.state.startsWith("released_") && !(over !== null && begun !== null && over < begun);
  });
  if (!release) return Number.POSITIVE_INFINITY;
  const both = Math.max(Date.parse(measure.knownFrom), Date.parse(release.knownFrom));
  return lowerBound(release) ?? upperBound(release) ?? both;
}

/** Whether a known measure is in force at t: from its latest bound (open: when it was known, never before its earliest) to its end. */
export function isInForce(person: OracleCase, measure: OracleFact, t: number, k: number): boolean {
  const begins = upperBound(measure) ?? Math.max(Date.parse(measure.knownFrom), lowerBound(measure) ?? 0);
  return begins <= t && measureEnds(person, measure, k) >= t;
}

/** Whether custody facts in this order are refused: each pair of facts known together, each rule of the format. */
export function refused(facts: OracleFact[]): boolean {
  return facts.some((fact, i) => {
    if (over(fact, fact)) return true;
    return facts.slice(0, i).some((before, j) => {
      if (!knownTogether(before, fact)) return false;
      if (before.state === "died_in_custody") return true;
      if (isOut(before) && !isOut(fact) && before.episode === fact.episode) return true;
      if (over(fact, before)) return true;
      const later = facts.slice(j + 1, i).some((between) => between.knownTo == null);
      return before.episode !== fact.episode && before.knownTo == null && !isOut(before) && !later;
    });
  });
}

const until = (fact: OracleFact) =>
  fact.knownTo == null ? Number.POSITIVE_INFINITY : Date.parse(fact.knownTo);
const knownTogether = (a: OracleFact, b: OracleFact) =>
  Math.max(Date.parse(a.knownFrom), Date.parse(b.knownFrom)) < Math.min(until(a), until(b));

/** Whether `fact` was over before `before` can have begun; a whole day is over at the midnight that ends it. */
function over(fact: OracleFact, before: OracleFact): boolean {
  const [high, low] = [upperBound(fact), lowerBound(before)];
  if (high === null || low === null) return false;
  return fact.effective?.latest?.length === 10 ? high <= low : high < low;
}
