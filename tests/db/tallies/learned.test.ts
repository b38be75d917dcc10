import fc from "fast-check";
import { expect, it } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { learnedAbout } from "@/lib/tallies/learned/queries";
import { learnedTerms } from "@/lib/tallies/learned/schema";
import { anyMoment, anyPerson, asLine } from "@/tests/support/histories";

const people = fc.sample(anyPerson, { numRuns: 250, seed: 20260221 });
const moments = [...new Set(fc.sample(anyMoment, { numRuns: 60, seed: 12 }))].sort((a, b) => a - b);

it("what was learned of many moments at once is what a window that opens at each of them says", async () => {
  await desk().$transaction((tx) =>
    insertDerived(
      tx,
      people.map((person) => [newId(), derive(derivableOf(asLine(person), "keep", new Date(0)))]),
    ),
  );
  const asked = moments.map((moment) => new Date(moment));
  const seen = Object.fromEntries(learnedTerms.map((term) => [term, 0]));
  for (const [first, second] of [
    [moments[5], moments[25]],
    [moments[20], moments[40]],
    [moments[12], Date.parse("2026-06-01T04:00:00Z")],
  ]) {
    const [a, b] = [new Date(first ?? 0), new Date(second ?? 0)];
    const all = await learnedAbout(desk(), asked, a, b);
    expect(all).toHaveLength(asked.length);
    for (const [place, at] of asked.entries()) {
      const { reconciliation } = await windowBetween(desk(), at, at, a, b);
      for (const term of learnedTerms) {
        expect([at, term, all[place]?.[term]]).toEqual([at, term, reconciliation.terms[term]]);
        if (reconciliation.terms[term] !== 0) seen[term] = (seen[term] ?? 0) + 1;
      }
    }
  }
  expect(
    Object.values(seen).every((n) => n > 0),
    JSON.stringify(seen),
  ).toBe(true);
  expect(await learnedAbout(desk(), [], new Date(0), new Date())).toEqual([]);
}, 60_000);
