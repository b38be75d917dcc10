import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { series, tally } from "@/lib/tallies/queries";
import { anyMoment, anyPerson, asLine } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { tallyOf, windowOf } from "@/tests/support/oracle-tally";

const people: OracleCase[] = fc.sample(anyPerson, { numRuns: 400, seed: 20260119 });
const moments = [...new Set(fc.sample(anyMoment, { numRuns: 200, seed: 7 }))];
const pick = (n: number) => moments[n % moments.length] ?? 0;

describe("tallies and windows over a generated registry", () => {
  it("equal the naive oracle in every number, and every window closes", async () => {
    await desk().$transaction(async (tx) => {
      await insertDerived(
        tx,
        people.map((person) => [newId(), derive(derivableOf(asLine(person), "keep", new Date(0)))]),
      );
    });
    let held = 0;
    for (let n = 0; n < 40; n++) {
      const [t, k] = [pick(n), pick(n * 7 + 3)];
      const { at, known, method, ...counted } = await tally(desk(), new Date(t), new Date(k));
      expect(counted).toEqual(tallyOf(people, t, k));
      expect(new Date(at).getTime()).toBe(t);
      expect(new Date(known).getTime()).toBe(k);
      expect(method).toBe("1.0");
      held += counted.held.total;
      for (const cells of Object.values(counted.partitions)) {
        expect(Object.values(cells).reduce((sum, n) => sum + n, 0)).toBe(counted.held.total);
      }
    }
    expect(held).toBeGreaterThan(500);
    const seen = new Set<string>();
    for (let n = 0; n < 60; n++) {
      const [a = 0, b = 0] = [pick(n * 3 + 1), pick(n * 5 + 2)].sort((x, y) => x - y);
      const [kA, kB] = [pick(n * 11 + 4), pick(n * 13 + 5)];
      const expected = windowOf(people, a, b, kA, kB);
      const { flows, reconciliation } = await windowBetween(desk(), ...dates(a, b, kA, kB));
      expect(reconciliation.residual).toBe(0);
      expect(reconciliation).toMatchObject({ opening: expected.opening, closing: expected.closing });
      const { lateExits, lateRegistrations, merges, removals, corrections } = expected;
      expect(reconciliation.terms).toMatchObject({
        lateExits,
        lateRegistrations,
        merges,
        removals,
        corrections,
      });
      const { newDetentions, redetentions, releases, deaths, leftWithoutRelease, shortDetentions } = expected;
      expect(flows).toMatchObject({
        newDetentions,
        redetentions,
        releases,
        deaths,
        leftWithoutRelease,
        shortDetentions,
      });
      for (const [term, value] of Object.entries(reconciliation.terms)) if (value !== 0) seen.add(term);
    }
    expect(seen.size).toBe(10);
    const known = new Date(pick(3));
    const line = await series(
      desk(),
      moments.slice(0, 30).map((t) => new Date(t)),
      known,
    );
    expect(line.map((point) => point.held)).toEqual(
      moments.slice(0, 30).map((t) => tallyOf(people, t, known.getTime()).held.total),
    );
  }, 120_000);

  it("are refused two answers for one person at one moment by the database itself", async () => {
    const person: OracleCase = {
      person: {},
      permissions: [{ purpose: "count", granted: true, knownFrom: "2026-01-01T00:00:00Z" }],
      facts: [
        {
          track: "custody",
          state: "apprehended",
          episode: 1,
          effective: { earliest: "2026-01-02", latest: "2026-01-02" },
          knownFrom: "2026-01-03T00:00:00Z",
        },
      ],
    };
    const rows = derive(derivableOf(asLine(person), "keep", new Date(0)));
    const id = newId();
    await desk().$transaction((tx) => insertDerived(tx, [[id, rows]]));
    const twice = desk().$transaction((tx) => insertDerived(tx, [[id, { ...rows, stays: [], pending: [] }]]));
    await expect(twice).rejects.toThrow(/custody_one_answer/);
  });
});

const dates = (a: number, b: number, kA: number, kB: number) =>
  [new Date(a), new Date(b), new Date(kA), new Date(kB)] as const;
