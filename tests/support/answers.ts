import { derive } from "@/lib/cases/counting/rules";
import type { Derived, Interval } from "@/lib/cases/counting/schema";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { asLine } from "./histories";
import type { OracleCase } from "./oracle-case";

const never = Number.POSITIVE_INFINITY;

/** The derived rows of a person as an import of the line would have them, history kept. */
export const rowsOf = (person: OracleCase): Derived =>
  derive(derivableOf(asLine(person), "keep", new Date(0)));

export const knows = ({ known }: { known: { from: number; to: number | null } }, k: number): boolean =>
  known.from <= k && (known.to ?? never) > k;

/** The one row about (t, k); throws when there are two. */
export function rowAt(rows: Derived, t: number, k: number): Interval | null {
  const found = rows.intervals.filter((row) => knows(row, k) && covers(row, t));
  if (found.length > 1) throw new Error(`two answers at ${new Date(t).toISOString()}`);
  return found[0] ?? null;
}

function covers({ during }: Interval, t: number): boolean {
  const from = during.from ?? -never;
  const to = during.to ?? never;
  return (during.fromInside ? from <= t : from < t) && (during.toInside ? to >= t : to > t);
}

/** Entries, exits and short detentions of a window as known at k, from the derived rows alone. */
export function eventsOf(rows: Derived, a: number, b: number, k: number) {
  const stays = rows.stays.filter((stay) => stay.counted && knows(stay, k));
  const entered = stays.filter(
    ({ entry, joined }) => entry !== null && (joined ? entry >= a && entry < b : entry > a && entry <= b),
  );
  const left = stays.filter(({ exit }) => exit !== null && exit >= a && exit < b);
  return {
    newDetentions: entered.filter((stay) => stay.first).length,
    redetentions: entered.filter((stay) => !stay.first).length,
    exits: left.filter((stay) => !stay.short).map((stay) => stay.exitState),
    shortDetentions: left.filter((stay) => stay.short).length,
  };
}
