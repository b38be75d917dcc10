import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "@/lib/cases/counting/schema";
import { eventsOf, knows, rowAt, rowsOf } from "@/tests/support/answers";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import { answer } from "@/tests/support/oracle";
import { windowOf } from "@/tests/support/oracle-tally";

describe("derived rows and the naive oracle", () => {
  it("agree on every person, moment and known moment", () => {
    fc.assert(
      fc.property(
        anyPerson,
        fc.array(fc.tuple(anyMoment, anyMoment), { minLength: 8, maxLength: 8 }),
        (person, asked) => {
          const rows = rowsOf(person);
          for (const [t, k] of asked) {
            const expected = answer(person, t, k);
            const row = rowAt(rows, t, k);
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
      { numRuns: 2000 },
    );
  });

  it("agree on the events of every window, and every window closes", () => {
    fc.assert(
      fc.property(anyPerson, anyMoment, anyMoment, anyMoment, anyMoment, (person, one, two, kOne, kTwo) => {
        const [a, b] = one <= two ? [one, two] : [two, one];
        const expected = windowOf([person], a, b, kOne, kTwo);
        const events = eventsOf(rowsOf(person), a, b, kTwo);
        const { newDetentions, redetentions, shortDetentions, deaths, leftWithoutRelease, releases } =
          expected;
        expect(events).toMatchObject({ newDetentions, redetentions, shortDetentions });
        expect(events.exits.filter((state) => state?.startsWith("released_"))).toHaveLength(releases.events);
        expect(events.exits.filter((state) => state === "died_in_custody")).toHaveLength(deaths);
        expect(events.exits).toHaveLength(releases.events + deaths + leftWithoutRelease);
        const { opening, closing, lateRegistrations, lateExits, removals, merges, corrections } = expected;
        const moved = newDetentions + redetentions - events.exits.length;
        expect(
          closing - (opening + moved + lateRegistrations + lateExits + removals + merges + corrections),
        ).toBe(0);
      }),
      { numRuns: 2000 },
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
