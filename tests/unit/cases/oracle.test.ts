import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derive } from "@/lib/cases/counting/rules";
import type { Derived, Interval } from "@/lib/cases/counting/schema";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { anyMoment, anyPerson, asLine } from "@/tests/support/histories";
import { answer, countedStays } from "@/tests/support/oracle";
import { windowOf } from "@/tests/support/oracle-tally";

const never = Number.POSITIVE_INFINITY;
const derived = (person: Parameters<typeof asLine>[0]) =>
  derive(derivableOf(asLine(person), "keep", new Date(0)));

const knows = ({ known }: { known: { from: number; to: number | null } }, k: number) =>
  known.from <= k && (known.to ?? never) > k;

function covers({ during }: Interval, t: number): boolean {
  const from = during.from ?? -never;
  const to = during.to ?? never;
  return (during.fromInside ? from <= t : from < t) && (during.toInside ? to >= t : to > t);
}

function at(rows: Derived, t: number, k: number): Interval | null {
  const found = rows.intervals.filter((row) => knows(row, k) && covers(row, t));
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
}

describe("derived rows and the naive oracle", () => {
  it("agree on every person, moment and known moment", () => {
    fc.assert(
      fc.property(
        anyPerson,
        fc.array(fc.tuple(anyMoment, anyMoment), { minLength: 8, maxLength: 8 }),
        (person, asked) => {
          const rows = derived(person);
          for (const [t, k] of asked) {
            const expected = answer(person, t, k);
            const row = at(rows, t, k);
            const told = {
              held: row?.counted ?? false,
              verified: row?.verified ?? false,
              merged: row?.merged ?? false,
              restricted: row?.restricted ?? false,
            };
            const { held, merged, restricted, verified } = expected;
            if (row || expected.permitted) expect(told).toEqual({ held, verified, merged, restricted });
            expect(rows.pending.some((one) => knows(one, k))).toBe(expected.pending);
            if (held) expect(cellsOf(row)).toEqual(expected.cells);
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it("agree on the events of every window, and every window closes", () => {
    fc.assert(
      fc.property(anyPerson, anyMoment, anyMoment, anyMoment, anyMoment, (person, one, two, kOne, kTwo) => {
        const [a, b] = one <= two ? [one, two] : [two, one];
        const expected = windowOf([person], a, b, kOne, kTwo);
        const stays = derived(person).stays.filter((stay) => knows(stay, kTwo));
        const entries = stays.filter(
          ({ counted, entry, joined }) =>
            counted && entry !== null && (joined ? entry >= a && entry < b : entry > a && entry <= b),
        );
        const exits = stays.filter(
          ({ counted, exit, short }) => counted && !short && exit !== null && exit >= a && exit < b,
        );
        expect(entries.filter((stay) => stay.first)).toHaveLength(expected.newDetentions);
        expect(entries.filter((stay) => !stay.first)).toHaveLength(expected.redetentions);
        const { events } = expected.releases;
        expect(exits).toHaveLength(events + expected.deaths + expected.leftWithoutRelease);
        const shorts = countedStays(person, kTwo).filter((stay) => stay.short);
        expect(stays.filter((stay) => stay.counted && stay.short)).toHaveLength(shorts.length);
        const { opening, closing, lateRegistrations, lateExits, removals, merges, corrections } = expected;
        const moved = expected.newDetentions + expected.redetentions - exits.length;
        expect(
          closing - (opening + moved + lateRegistrations + lateExits + removals + merges + corrections),
        ).toBe(0);
      }),
      { numRuns: 4000 },
    );
  });
});

function cellsOf(row: Interval | null) {
  return {
    whereaboutsUnknown: row?.whereaboutsUnknown,
    houseArrest: row?.houseArrest,
    releaseOrderedNotExecuted: row?.releaseOrdered,
    sentenceServed: row?.sentenceServed,
    amnestied: row?.amnestied,
    sex: row?.sex,
    civilMilitary: row?.civilMilitary,
    nationality: row?.nationality,
    ageGroup: row?.ageGroup,
    convicted: row?.convicted,
    whereabouts: row?.whereabouts,
    stateOfDetention: row?.stateOfDetention,
    stateHeld: row?.stateHeld,
  };
}
