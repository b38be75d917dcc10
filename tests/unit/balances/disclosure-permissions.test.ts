import fc from "fast-check";
import { expect, test } from "vitest";
import { disclose, drawOffsets } from "@/lib/balances/disclosure/rules";
import { RESERVE } from "@/lib/balances/disclosure/schema";
import { seeded } from "../../../scripts/proof/disclosure/history";
import { countPeople, keysOf, type Person, person } from "../../../scripts/proof/disclosure/people";
import { lowered } from "../../../scripts/proof/disclosure/permissions";

const setting = { churn: 0, naming: 0, rest: 0.04, lesser: {}, planted: 0 };

/** Some people, and then steps in which nothing happens but that families give and take names. */
const story = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  size: fc.integer({ min: 20, max: 400 }),
  namedShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
  steps: fc.array(fc.record({ give: fc.boolean(), share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    minLength: 1,
    maxLength: 8,
  }),
});

function rename(people: Person[], give: boolean, share: number, random: () => number) {
  const moved: Record<string, number> = {};
  for (const one of people) {
    if (one.named === give || random() > share) continue;
    one.named = give;
    for (const key of keysOf(one)) moved[key] = (moved[key] ?? 0) + (give ? 1 : -1);
  }
  return moved;
}

test("whatever names families give and take, in any order, no printed cell or line changes and no place says less", () => {
  fc.assert(
    fc.property(story, ({ seed, size, namedShare, steps }) => {
      const random = seeded(seed);
      const people = Array.from({ length: size }, () => person({ ...setting, size, namedShare }, random));
      const start = countPeople(people, {});
      const offsets = drawOffsets(start, {}, (sides) => Math.floor(random() * sides));
      let last = disclose(start, offsets, {});
      const given: Record<string, number> = {};
      const first = last.printed;
      for (const { give, share } of steps) {
        const moved = rename(people, give, share, random);
        const next = disclose(countPeople(people, moved), offsets, last.floors);
        expect(lowered(last.printed, next.printed, moved)).toEqual([]);
        for (const [key, n] of Object.entries(moved)) given[key] = (given[key] ?? 0) + n;
        const exact = [first, next.printed].some((tally) => tally.disclosure.cells === "exact");
        if (!exact) {
          expect(next.printed.held).toEqual(first.held);
          expect(next.printed.partitions.sex).toEqual(first.partitions.sex);
          expect(next.printed.partitions.whereabouts).toEqual(first.partitions.whereabouts);
        }
        for (const [code, { unnamedAtLeast }] of Object.entries(first.partitions.stateHeld)) {
          if ((given[`stateHeld.${code}`] ?? 0) > RESERVE || exact) continue;
          expect(next.printed.partitions.stateHeld[code]?.unnamedAtLeast).toBeGreaterThanOrEqual(
            unnamedAtLeast,
          );
        }
        last = next;
      }
    }),
    { numRuns: 120, seed: 20260122 },
  );
});
