import type { OracleCase, OracleFact } from "./oracle-case";

/** A span of knowledge in which two people held the two cases to be one: from the agreement until the undoing, or still. */
export interface Joined {
  from: number;
  to: number | null;
  /** The two as they then count: the surviving one with what came, the other merged. */
  surviving: OracleCase;
}

const ms = (written: string) => Date.parse(written);
const iso = (at: number) => new Date(at).toISOString();
type Known = { knownFrom: string; knownTo?: string | null };

/** The part of what was known that lies within a span; what never was known in it is left out. */
function within<Row extends Known>(rows: readonly Row[], from: number, to: number): Row[] {
  return rows.flatMap((row) => {
    const [start, end] = [
      ms(row.knownFrom),
      row.knownTo == null ? Number.POSITIVE_INFINITY : ms(row.knownTo),
    ];
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    if (a >= b) return [];
    return [{ ...row, knownFrom: iso(a), knownTo: Number.isFinite(b) ? iso(b) : null }];
  });
}

const BEGINNING = Date.parse("1990-01-01T00:00:00Z");
const NEVER = Number.POSITIVE_INFINITY;

function spliced(own: OracleCase, during: OracleCase, from: number, to: number): OracleCase {
  const parts = (of: "facts" | "permissions") => [
    ...within(own[of] as (OracleFact & Known)[], BEGINNING, from),
    ...within(during[of] as (OracleFact & Known)[], from, to),
    ...within(own[of] as (OracleFact & Known)[], to, NEVER),
  ];
  const facts = parts("facts") as OracleFact[];
  return {
    person: own.person,
    permissions: parts("permissions") as unknown as OracleCase["permissions"],
    facts,
  };
}

/**
 * Two cases as the naive oracle may judge them: what each would be had nobody ever merged them, but for the span of knowledge in which
 * they were one. Nothing here knows how a merge is written down.
 */
export function asMerged(
  [surviving, absorbed]: readonly [OracleCase, OracleCase],
  { from, to, surviving: one }: Joined,
): [OracleCase, OracleCase] {
  const end = to ?? NEVER;
  const moment = iso(from);
  const merged: OracleCase = {
    ...absorbed,
    facts: [
      ...absorbed.facts,
      {
        track: "vetting",
        state: "merged_duplicate",
        effective: { earliest: moment, latest: moment },
        knownFrom: moment,
      },
    ],
  };
  return [spliced(surviving, one, from, end), spliced(absorbed, merged, from, end)];
}
