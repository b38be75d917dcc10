import { expect } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { flowsOf, windowBetween } from "@/lib/tallies/flows/queries";
import { tally } from "@/lib/tallies/queries";
import { seriesAsKnownAt, seriesAsKnownThen } from "@/lib/tallies/series/queries";
import { asLine } from "./histories";
import type { OracleCase } from "./oracle-case";
import { featuresOf, featuresOfStays, featuresOfTally, featuresOfWindow } from "./oracle-coverage";
import { tallyOf } from "./oracle-tally";
import { windowShape } from "./oracle-window";

class RolledBack extends Error {}

/** Runs `ask` on a registry that holds these people and nobody else, and leaves it as it was. */
export async function withPeople(people: OracleCase[], ask: (tx: Tx) => Promise<void>): Promise<void> {
  const derived = people.map(
    (person) => [newId(), derive(derivableOf(asLine(person), "keep", new Date(0)))] as const,
  );
  const asking = desk().$transaction(
    async (tx) => {
      await insertDerived(tx, derived);
      await ask(tx);
      throw new RolledBack();
    },
    { timeout: 600_000 },
  );
  await asking.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

/** The database and the oracle about one moment: every number, and partitions that sum to the total. */
async function proveTally(tx: Tx, people: OracleCase[], t: number, k: number, seen: Set<string>) {
  const expected = tallyOf(people, t, k);
  const answer = await tally(tx, new Date(t), new Date(k));
  const asked = { at: new Date(t).toISOString(), known: new Date(k).toISOString(), method: "1.0" };
  expect(answer, JSON.stringify(asked)).toEqual({ ...asked, ...expected });
  for (const cells of Object.values(answer.partitions)) {
    expect(Object.values(cells).reduce((sum, n) => sum + n, 0)).toBe(answer.held.total);
  }
  for (const feature of featuresOfTally(expected)) seen.add(feature);
  return answer;
}

/** The database and the oracle about a window: every flow and every term, and both close. */
async function proveWindow(
  tx: Tx,
  people: OracleCase[],
  [a, b, kA, kB]: [number, number, number, number],
  seen: Set<string>,
) {
  const expected = windowShape(people, a, b, kA, kB);
  const answer = await windowBetween(tx, new Date(a), new Date(b), new Date(kA), new Date(kB));
  const asked = { from: new Date(a).toISOString(), to: new Date(b).toISOString() };
  const known = `known ${new Date(kA).toISOString()} and ${new Date(kB).toISOString()}`;
  expect(answer, known).toEqual({ ...asked, ...expected });
  expect(answer.reconciliation.residual, known).toBe(0);
  for (const feature of featuresOfWindow(expected)) seen.add(feature);
  return answer;
}

/** Both series are the tallies, in the order asked, also of one moment twice. */
async function proveSeries(tx: Tx, people: OracleCase[], moments: number[], k: number) {
  const asked = [...moments, ...moments.slice(0, 1)];
  const dates = asked.map((t) => new Date(t));
  const point = (t: number, known: number) => ({
    at: new Date(t).toISOString(),
    known: new Date(known).toISOString(),
    held: tallyOf(people, t, known).held.total,
  });
  expect(await seriesAsKnownAt(tx, dates, new Date(k))).toEqual(asked.map((t) => point(t, k)));
  expect(await seriesAsKnownThen(tx, dates)).toEqual(asked.map((t) => point(t, t)));
}

/** The flows of many windows asked at once are those of each, in the order asked. */
async function proveFlows(tx: Tx, people: OracleCase[], spans: [number, number][], k: number) {
  const asked = spans.map(([a, b]) => ({ a: new Date(a), b: new Date(b) }));
  expect(await flowsOf(tx, asked, new Date(k))).toEqual(
    spans.map(([a, b]) => windowShape(people, a, b, k, k).flows),
  );
}

type Answered = Awaited<ReturnType<typeof proveWindow>>;

/** What happened from a to b and from b to c, all known at one moment, is what happened from a to c; only persons may be fewer. */
function proveAdjacent(first: Answered, second: Answered, whole: Answered): void {
  expect(second.reconciliation.opening).toBe(first.reconciliation.closing);
  for (const [term, n] of Object.entries(whole.reconciliation.terms)) {
    const parts = [first, second].map(({ reconciliation: { terms } }) => terms[term as keyof typeof terms]);
    expect(
      parts.reduce((sum, part) => sum + part, 0),
      term,
    ).toBe(n);
  }
  const { persons, ...kinds } = whole.flows.releases;
  const [one, two] = [first.flows.releases, second.flows.releases];
  for (const [kind, n] of Object.entries(kinds)) {
    expect(one[kind as keyof typeof kinds] + two[kind as keyof typeof kinds], kind).toBe(n);
  }
  expect(persons).toBeGreaterThanOrEqual(Math.max(one.persons, two.persons));
  expect(persons).toBeLessThanOrEqual(one.persons + two.persons);
}

/** Everything that can be asked about these people with these moments: tallies, windows of every kind, series. */
export async function proveAll(tx: Tx, people: OracleCase[], moments: number[], seen: Set<string>) {
  for (const feature of people.flatMap(featuresOf)) seen.add(feature);
  const [t = 0, k = 0, u = 0, v = 0] = moments;
  for (const person of people) for (const feature of featuresOfStays(person, k)) seen.add(feature);
  const [a = 0, b = 0, c = 0] = [t, u, v].sort((x, y) => x - y);
  await proveTally(tx, people, t, k, seen);
  await proveTally(tx, people, u, v, seen);
  // By default each end as known then; known anywhere; the empty window; and three windows that fit together.
  await proveWindow(tx, people, [a, b, a, b], seen);
  await proveWindow(tx, people, [b, c, k, v], seen);
  await proveWindow(tx, people, [b, b, k, u], seen);
  const first = await proveWindow(tx, people, [a, b, k, k], seen);
  const second = await proveWindow(tx, people, [b, c, k, k], seen);
  proveAdjacent(first, second, await proveWindow(tx, people, [a, c, k, k], seen));
  const spans: [number, number][] = [
    [b, c],
    [a, c],
    [b, b],
    [a, b],
  ];
  await proveFlows(tx, people, spans, k);
  await proveSeries(tx, people, moments, k);
}

/**
 * Many people at once, so that indexes and groupings are those of a registry that is used. When a number differs, everybody is
 * asked alone, and whoever differs is named with their facts; nobody alone means the sum is wrong.
 */
export async function proveTogether(
  people: OracleCase[],
  moments: number[],
  seen: Set<string>,
): Promise<void> {
  try {
    await withPeople(people, (tx) => proveAll(tx, people, moments, seen));
  } catch (error) {
    for (const person of people) {
      await withPeople([person], (tx) => proveAll(tx, [person], moments, seen)).catch((alone: unknown) => {
        throw new Error(`alone: ${JSON.stringify({ person, moments })}`, { cause: alone });
      });
    }
    throw error;
  }
}
