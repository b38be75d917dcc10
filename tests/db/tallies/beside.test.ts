import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { desk } from "@/lib/db/desk";
import { freshness } from "@/lib/tallies/freshness/queries";
import { tally } from "@/lib/tallies/queries";
import { queue } from "@/lib/tallies/queue/queries";
import { restrictedStock } from "@/lib/tallies/restricted/queries";
import { bringIn } from "@/tests/support/bring-in";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import { answer, countedStays, deciding } from "@/tests/support/oracle";
import {
  isInForce,
  knownAt,
  lowerBound,
  type OracleCase,
  type OracleFact,
  upperBound,
} from "@/tests/support/oracle-case";
import { inventedTeam } from "@/tests/support/team";

const now = new Date("2026-11-20T12:00:00Z");
const DAY = 86_400_000;
let team: (username: string, role: StaffActor["role"]) => StaffActor;

const anyRemedy = fc.record({
  track: fc.constant("remedy" as const),
  state: fc.constantFrom("visit", "visit", "visit_denied", "habeas_corpus"),
  episode: fc.constantFrom(null, 1, 2),
  effective: fc.tuple(anyMoment, fc.constantFrom(0, 0, 3 * DAY, 40 * DAY)).map(([at, wide]) => ({
    earliest: new Date(at).toISOString(),
    latest: new Date(at + wide).toISOString(),
  })),
  knownFrom: anyMoment.map((at) => new Date(at).toISOString()),
});
const people: OracleCase[] = fc.sample(
  fc
    .tuple(anyPerson, fc.array(anyRemedy, { maxLength: 3 }))
    .map(([person, remedies]) => ({ ...person, facts: [...person.facts, ...(remedies as OracleFact[])] })),
  { numRuns: 160, seed: 31 },
);
const moments = [...fc.sample(anyMoment, { numRuns: 40, seed: 5 }), Date.parse("2016-06-15T04:00:00Z")];

beforeAll(async () => {
  team = await inventedTeam();
  await bringIn(team("ana", "coordinator"), team("carmen", "coordinator"), people, now);
}, 60_000);

const confirming = {
  custody: [
    "apprehended",
    "located_incommunicado",
    "located_contact",
    "hospital_custody",
    "house_arrest",
    "release_ordered_not_executed",
  ],
  process: ["presented", "trial"],
  remedy: ["visit"],
} as Record<string, string[]>;
const contact = { custody: ["located_contact"], remedy: ["visit"] } as Record<string, string[]>;

/** Straight from the words of the method; −04:30 until 1 May 2016 by arithmetic. */
const half = (at: number) => (at < Date.parse("2016-05-01T07:00:00Z") ? 4.5 : 4) * 3_600_000;
function daysBefore(at: number, days: number): number {
  const wall = at - half(at) - days * DAY;
  const early = wall + 4.5 * 3_600_000;
  return half(early) === 4.5 * 3_600_000 ? early : wall + 4 * 3_600_000;
}

function isFresh(person: OracleCase, t: number, k: number, days: number, among: Record<string, string[]>) {
  const episode = countedStays(person, k)
    .filter((stay) => stay.entry !== null && stay.entry <= t && (stay.exit === null || stay.exit >= t))
    .at(-1)?.episode;
  return person.facts.some((fact) => {
    const [from, to] = [lowerBound(fact), upperBound(fact)];
    if (!knownAt(fact, k) || from === null || to === null || !among[fact.track]?.includes(fact.state))
      return false;
    if (from < daysBefore(t, days) || to > t) return false;
    return (fact.episode ?? deciding(person, to, k)?.episode) === episode;
  });
}

describe("beside the total", () => {
  it("freshness equals the naive reading of R10, within the held, at every (at, known)", async () => {
    const seen = { confirmed: 0, contact: 0, less: 0 };
    for (let n = 0; n < 60; n++) {
      const [t = 0, k = 0] = [moments[n % moments.length], moments[(n * 7 + 3) % moments.length]];
      const answered = await freshness(desk(), new Date(t), new Date(k));
      const held = people.filter((person) => answer(person, t, k).held);
      expect(answered).toMatchObject({ held: held.length, method: "1.0", at: new Date(t).toISOString() });
      for (const { days, confirmed, withContact } of answered.within) {
        expect(confirmed).toBe(held.filter((one) => isFresh(one, t, k, days, confirming)).length);
        expect(withContact).toBe(held.filter((one) => isFresh(one, t, k, days, contact)).length);
        expect(withContact).toBeLessThanOrEqual(confirmed);
        expect(confirmed).toBeLessThanOrEqual(answered.held);
        seen.confirmed += confirmed;
        seen.contact += withContact;
        if (confirmed < answered.held) seen.less++;
      }
    }
    expect(Object.values(seen).every((n) => n > 20)).toBe(true);
  }, 60_000);

  it("restricted liberty sums to the tally's line, and its measures are those open at that moment", async () => {
    let some = 0;
    for (let n = 0; n < 40; n++) {
      const [t = 0, k = 0] = [moments[n % moments.length], moments[(n * 5 + 2) % moments.length]];
      const stock = await restrictedStock(desk(), new Date(t), new Date(k));
      expect(stock.total).toBe((await tally(desk(), new Date(t), new Date(k))).restricted.total);
      const outside = people.filter((person) => answer(person, t, k).restricted);
      const under = (person: OracleCase, code?: string) =>
        person.facts.some(
          (fact) =>
            fact.track === "measure" &&
            (code ?? fact.state) === fact.state &&
            knownAt(fact, k) &&
            isInForce(person, fact, t, k),
        );
      expect(stock.total).toBe(outside.length);
      for (const code of ["VE242.1", "VE242.3"])
        expect(stock.measures[code]).toBe(outside.filter((one) => under(one, code)).length);
      const open = outside.filter((one) => under(one));
      expect(stock.noMeasureRecorded).toBe(outside.length - open.length);
      some += open.length;
    }
    expect(some).toBeGreaterThan(20);
  }, 60_000);

  it("the queue's pending stage is the tally's line, its ages sum, and reports of the past are not guessed", async () => {
    let some = 0;
    for (const k of moments) {
      const known = new Date(k);
      const { stages } = await queue(desk(), known, known, false);
      expect(stages.pending?.total).toBe((await tally(desk(), known, known)).pending.total);
      expect(stages.pending?.ages.reduce((sum, { count }) => sum + count, 0)).toBe(stages.pending?.total);
      expect(stages.pending?.medianDays === null).toBe(stages.pending?.total === 0);
      expect([stages.waiting, stages.inReview]).toEqual([null, null]);
      some += stages.pending?.total ?? 0;
    }
    expect(some).toBeGreaterThan(20);
  });
});
