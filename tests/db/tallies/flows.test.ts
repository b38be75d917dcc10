import fc from "fast-check";
import { expect, it } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { flowsOf } from "@/lib/tallies/flows/queries";
import { anyMoment, anyPerson, asLine } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { windowOf } from "@/tests/support/oracle-tally";

const people: OracleCase[] = fc.sample(anyPerson, { numRuns: 200, seed: 20260220 });
const moments = [...new Set(fc.sample(anyMoment, { numRuns: 120, seed: 11 }))];
const pick = (n: number) => moments[n % moments.length] ?? 0;

it("the flows of many windows asked at once equal the naive oracle's of each", async () => {
  await desk().$transaction((tx) =>
    insertDerived(
      tx,
      people.map((person) => [newId(), derive(derivableOf(asLine(person), "keep", new Date(0)))]),
    ),
  );
  const spans = Array.from({ length: 25 }, (_, n) => {
    const [a = 0, b = 0] = [pick(n * 3 + 1), pick(n * 5 + 2)].sort((x, y) => x - y);
    return { a: new Date(a), b: new Date(b) };
  });
  const twice = { released: 0, windows: 0 };
  for (const known of [pick(9), Date.parse("2026-02-01T04:00:00Z")]) {
    const all = await flowsOf(desk(), spans, new Date(known));
    expect(all).toHaveLength(spans.length);
    for (const [index, { a, b }] of spans.entries()) {
      const { newDetentions, redetentions, releases, deaths, leftWithoutRelease, shortDetentions } = windowOf(
        people,
        a.getTime(),
        b.getTime(),
        known,
        known,
      );
      expect(all[index]).toMatchObject({
        detentions: newDetentions + redetentions,
        newDetentions,
        redetentions,
        releases,
        deaths,
        leftWithoutRelease,
        shortDetentions,
        lateRegistrations: 0,
        removals: 0,
      });
      twice.windows++;
      if (releases.events > releases.persons) twice.released++;
    }
  }
  expect(twice.released).toBeGreaterThan(0);
  expect(twice.released).toBeLessThan(twice.windows);
  expect(await flowsOf(desk(), [], new Date())).toEqual([]);
}, 60_000);
