import { beforeAll, describe, expect, it } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { method } from "@/lib/cases/counting/method/schema";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { tally } from "@/lib/tallies/queries";
import { asLine } from "@/tests/support/histories";
import type { OracleCase, OracleFact } from "@/tests/support/oracle-case";
import { asOwner } from "@/tests/support/owner";

// Everything is written once, before any of the moments asked about: whatever changes afterwards changes by time alone.

const start = "2030-03-01T10:00:00Z";
const verified: OracleFact = {
  track: "vetting",
  state: "verified_political",
  knownFrom: "2026-01-01T00:00:00Z",
};
const counting = [{ purpose: "count", granted: true, knownFrom: "2026-01-01T00:00:00Z" }];
const exactly = (at: string) => ({ earliest: at, latest: at });
const fact = (state: string, at: string, more: Partial<OracleFact> = {}): OracleFact => ({
  track: "custody",
  state,
  episode: 1,
  effective: exactly(at),
  knownFrom: "2026-01-01T00:00:00Z",
  ...more,
});

const later = { knownFrom: "2031-01-01T00:00:00Z" };
const people: Record<string, OracleCase> = {
  entersAfter48Hours: { person: {}, permissions: counting, facts: [fact("apprehended", start), verified] },
  measureEnds: {
    person: {},
    permissions: counting,
    facts: [
      fact("apprehended", "2029-01-01T00:00:00Z"),
      fact("released_full", "2029-02-01T00:00:00Z"),
      {
        track: "measure",
        state: "VE242.3",
        effective: exactly("2029-02-01T00:00:00Z"),
        knownFrom: "2026-01-01T00:00:00Z",
        end: exactly("2030-03-01T12:00:00Z"),
      },
      verified,
    ],
  },
  knownLater: {
    person: {},
    permissions: counting,
    facts: [fact("located_contact", "2028-06-01T00:00:00Z", later), { ...verified, ...later }],
  },
  permissionKnownLater: {
    person: {},
    permissions: [...counting, { purpose: "count", granted: false, knownFrom: "2031-06-01T00:00:00Z" }],
    facts: [fact("located_contact", "2028-06-01T00:00:00Z"), verified],
  },
};

beforeAll(async () => {
  await desk().$transaction(async (tx) => {
    const rows = Object.values(people).map(
      (person) => [newId(), derive(derivableOf(asLine(person), "keep", new Date(0)))] as const,
    );
    await insertDerived(tx, rows);
  });
});

const instant = (text: string, plus = 0) => new Date(Date.parse(text) + plus);
const ask = async (at: Date, known = new Date("2030-12-31T00:00:00Z")) => tally(desk(), at, known);

describe("by the mere passing of time, without anybody acting", () => {
  it("a person enters exactly when the hours are over, not a millisecond before", async () => {
    const entry = method.countsAfter;
    const held = async (plus: number) => (await ask(instant(start, plus))).held.total;
    const before = await held(entry - 1);
    expect(await held(0)).toBe(before);
    expect(await held(entry)).toBe(before + 1);
    expect(await held(10 * entry)).toBe(before + 1);
    const { flows, reconciliation } = await windowBetween(
      desk(),
      instant(start, entry - 1),
      instant(start, entry),
    );
    expect(flows).toMatchObject({ newDetentions: 1, detentions: 1 });
    expect(reconciliation).toMatchObject({ opening: before, closing: before + 1, residual: 0 });
  });

  it("a measure ends at its written end, and the person leaves the restricted stock", async () => {
    const restricted = async (plus: number) =>
      (await ask(instant("2030-03-01T12:00:00Z", plus))).restricted.total;
    expect([await restricted(-1), await restricted(0), await restricted(1)]).toEqual([1, 1, 0]);
  });

  it("what is known only from a moment in the future counts from that moment of knowledge, at whatever cut-off", async () => {
    const at = instant("2029-06-01T00:00:00Z");
    const from = Date.parse("2031-01-01T00:00:00Z");
    const held = async (known: number) => (await ask(at, new Date(known))).held.total;
    const before = await held(from - 1);
    expect(await held(from)).toBe(before + 1);
    const { reconciliation } = await windowBetween(desk(), at, at, new Date(from - 1), new Date(from));
    expect(reconciliation).toMatchObject({
      opening: before,
      closing: before + 1,
      terms: { lateRegistrations: 1, corrections: 0, newDetentions: 0 },
      residual: 0,
    });
  });

  it("a refusal known from the future takes the person out then, of every cut-off, as a removal", async () => {
    const at = instant("2029-06-01T00:00:00Z");
    const from = Date.parse("2031-06-01T00:00:00Z");
    const held = async (known: number) => (await ask(at, new Date(known))).held.total;
    expect((await held(from - 1)) - (await held(from))).toBe(1);
    const { reconciliation } = await windowBetween(desk(), at, at, new Date(from - 1), new Date(from));
    expect(reconciliation).toMatchObject({ terms: { removals: -1 }, residual: 0 });
  });

  it("and nothing was written while asking", async () => {
    const [row] = await asOwner<{ n: number }>(
      "SELECT (SELECT count(*) FROM registry.custody_intervals)::int + (SELECT count(*) FROM registry.stays)::int AS n",
    );
    const again = Object.values(people).map((one) => derive(derivableOf(asLine(one), "keep", new Date(0))));
    expect(row?.n).toBe(again.reduce((sum, one) => sum + one.intervals.length + one.stays.length, 0));
  });

  it("before anything happened, and before anything was known, every number is 0 and every cell is there", async () => {
    for (const answer of [
      await ask(instant("1999-01-01T00:00:00Z")),
      await ask(instant(start), instant("1999-01-01T00:00:00Z")),
    ]) {
      expect(answer).toMatchObject({ held: { total: 0 }, restricted: { total: 0 }, pending: { total: 0 } });
      expect(Object.keys(answer.partitions.stateHeld)).toHaveLength(26);
      expect(new Set(Object.values(answer.partitions).flatMap((cells) => Object.values(cells)))).toEqual(
        new Set([0]),
      );
    }
  });
});
