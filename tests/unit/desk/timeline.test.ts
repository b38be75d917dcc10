import { describe, expect, test } from "vitest";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { conflictsOf, lastConfirmed, standingRules, timelineOf } from "@/lib/vetting/cases/timeline/rules";

let made = 0;
const day = (date: string) => new Date(`${date}T04:00:00Z`);
const next = (date: string) => new Date(day(date).getTime() + 86_400_000);

/** A known custody fact of the first detention, dated by whole days in Caracas. */
function fact(state: string, from: string, to: string, changes: Partial<DeskFact> = {}): DeskFact {
  made += 1;
  return {
    ...{ id: `f${made}`, track: "custody", state, episode: 1, position: made },
    ...{ earliest: day(from), earliestByDay: true, latest: next(to), latestByDay: true },
    ...{ knownFrom: next(to), knownTo: null, entity: null, facility: null, whereabouts: null, forces: [] },
    ...{
      basis: null,
      authority: null,
      result: null,
      jurisdiction: null,
      supersedesId: null,
      why: null,
      said: null,
    },
    ...{ endEarliest: null, endEarliestByDay: false, endLatest: null, endLatestByDay: false },
    ...{ recordedBy: "ines", recordedAt: next(to), confirmedBy: "vera", sources: [] },
    ...changes,
  };
}
const one = (state: string, date: string, changes: Partial<DeskFact> = {}) =>
  fact(state, date, date, changes);

describe("a timeline", () => {
  test("is one list in two orders", () => {
    const late = one("apprehended", "2026-01-02", { knownFrom: day("2026-03-01") });
    const soon = one("located_contact", "2026-01-09", { knownFrom: day("2026-01-10") });
    expect(timelineOf([soon, late], "effective")).toEqual([late, soon]);
    expect(timelineOf([soon, late], "known")).toEqual([soon, late]);
  });
});

describe("a conflict", () => {
  const there = { facility: "rodeo-1" };
  test("is two places at overlapping dates, not a transfer on one day, nor facts apart or no longer known", () => {
    const a = fact("located_contact", "2026-01-02", "2026-01-09", there);
    const b = one("located_contact", "2026-01-05", { facility: "helicoide" });
    expect(conflictsOf([a, b])).toEqual([{ a: a.id, b: b.id, about: "place" }]);
    expect(conflictsOf([a, { ...b, knownTo: next("2026-02-01") }])).toEqual([]);
    expect(conflictsOf([a, { ...b, knownFrom: null }])).toEqual([]);
    expect(conflictsOf([a, { ...b, episode: 2 }])).toEqual([]);
    const moved = [one("located_contact", "2026-01-05", there), b];
    expect(conflictsOf(moved)).toEqual([]);
    expect(conflictsOf([a, one("located_contact", "2026-01-10", { facility: "helicoide" })])).toEqual([]);
  });

  test("is a place known and denied at once", () => {
    const a = fact("apprehended", "2026-01-02", "2026-01-09", { whereabouts: "known" });
    const b = fact("apprehended", "2026-01-05", "2026-01-20", { whereabouts: "denied" });
    expect(conflictsOf([a, b])).toEqual([{ a: a.id, b: b.id, about: "whereabouts" }]);
  });
});

describe("the last confirmation", () => {
  test("is the last dated fact that places the person in custody; a denial or a filing shows nothing", () => {
    const now = day("2026-03-01");
    const facts = [
      one("apprehended", "2026-01-02"),
      one("visit", "2026-01-20", { track: "remedy", episode: null }),
      one("habeas_corpus", "2026-02-10", { track: "remedy" }),
      fact("whereabouts_concealed", "2026-02-12", "2026-02-12"),
    ];
    expect(lastConfirmed(facts, now)).toEqual({ at: day("2026-01-20"), days: 40, isStale: true });
    expect(lastConfirmed([...facts, one("trial", "2026-02-20", { track: "process" })], now)).toMatchObject({
      days: 9,
      isStale: false,
    });
    expect(lastConfirmed([...facts, one("released_full", "2026-02-20")], now)).toBeNull();
    expect(lastConfirmed(facts, day("2026-01-10"))?.at).toEqual(day("2026-01-02"));
  });
});

describe("what is refused at present", () => {
  test("is said before posting: measures until their end is proposed, another detention, anything after death", () => {
    const held = one("apprehended", "2026-01-02");
    const arrest = one("VE242.1", "2026-01-05", { track: "measure" });
    expect(standingRules([held, arrest])).toEqual(["house_arrest_open", "still_held"]);
    const end = {
      ...arrest,
      id: "end",
      supersedesId: arrest.id,
      knownFrom: null,
      endLatest: next("2026-01-09"),
    };
    expect(standingRules([held, arrest, end])).toEqual(["still_held", "correction_waits"]);
    expect(standingRules([held, one("VE242.3", "2026-01-05", { track: "measure" })])).toContain(
      "measures_open",
    );
    expect(standingRules([held, one("died_in_custody", "2026-01-09")])).toEqual(["death_known"]);
    expect(standingRules([held, one("released_full", "2026-01-09")])).toEqual(["released"]);
  });
});
