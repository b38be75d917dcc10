import { describe, expect, test } from "vitest";
import type { ReportPayload } from "@/lib/intake/schema";
import { cursorIn, cursorText, leavesOf } from "@/lib/vetting/reports/queue/rules";
import {
  marksOf,
  missingFor,
  nameOf,
  placeOf,
  shapeOf,
  suspicionsOf,
  textOf,
} from "@/lib/vetting/reports/triage/rules";
import type { Leaf } from "@/lib/vetting/reports/triage/schema";

const received = new Date("2026-01-20T12:00:00Z");
type Parts = { person?: object; detention?: object; whereabouts?: object };
const report = ({ person, detention, whereabouts }: Parts = {}): ReportPayload => ({
  version: 1,
  locale: "es",
  permissions: [],
  person: { givenNames: "Ana", surnames: "Prueba", idDocument: null, sex: "woman", ...person },
  detention: { date: { day: 10, month: 1, year: 2026, precision: "exact" }, ...detention },
  whereabouts: { told: "told", ...whereabouts },
  threadPublicKey: "",
});
const long = "Se lo llevaron de la casa de madrugada y no mostraron ningún papel a nadie.";

let made = 0;
const leaf = (part: Partial<Leaf> = {}): Leaf => ({
  reportId: String(made++),
  rank: 1,
  receivedAt: received,
  under18: false,
  missingSince: null,
  impossibleDate: false,
  text: null,
  shape: null,
  name: null,
  place: null,
  ...part,
});

describe("the marks of a report", () => {
  test.each([
    [{ approxAge: 17 }, true],
    [{ approxAge: 18 }, false],
    [{ birthYear: 2008 }, true],
    [{ birthYear: 2007 }, false],
    [{}, false],
  ])("%j is under 18: %s; a year that leaves it in doubt counts", (person, expected) => {
    expect(marksOf(report({ person }), received).under18).toBe(expected);
  });

  test("nobody says where the person is from the first moment the detention can have been", () => {
    const since = (parts: Parts) => marksOf(report(parts), received).missingSince;
    const midnight = Date.parse("2026-01-10T04:00:00Z");
    for (const told of ["unknown", "not_told", "denied"])
      expect(since({ whereabouts: { told } })).toBe(midnight);
    expect(since({})).toBeNull();
    const month = { date: { month: 1, year: 2026, precision: "approximate" } };
    expect(since({ whereabouts: { told: "denied" }, detention: month })).toBe(
      Date.parse("2026-01-01T04:00:00Z"),
    );
    const undated = { date: { precision: "unknown" } };
    expect(since({ whereabouts: { told: "denied" }, detention: undated })).toBe(received.getTime());
  });

  test.each([
    [{ day: 31, month: 2, year: 2026, precision: "exact" }, true],
    [{ day: 25, month: 1, year: 2026, precision: "exact" }, true],
    [{ day: 20, month: 1, year: 2026, precision: "exact" }, false],
    [{ month: 1, year: 2026, precision: "approximate" }, false],
    [{ precision: "unknown" }, false],
  ])("%j cannot be: %s", (date, expected) => {
    expect(marksOf(report({ detention: { date } }), received).impossibleDate).toBe(expected);
  });

  test("somebody born after the detention cannot be", () => {
    expect(marksOf(report({ person: { birthYear: 2027 } }), received).impossibleDate).toBe(true);
  });

  test("the same words are the same however they are written, and a short account is nobody's", () => {
    const text = (account: string) => textOf(report({ detention: { account } }));
    expect(text(long)).toBe(text(`  ${long.toUpperCase().replaceAll(" ", "\n")}!`));
    expect(text(long)).not.toBe(text(`${long} Y después volvieron.`));
    expect(text("Se lo llevaron.")).toBeNull();
    expect(shapeOf(report())).toBeNull();
  });
});

describe("what is queued apart", () => {
  test("three accounts that say the same, not two", () => {
    const two = [leaf({ text: "x" }), leaf({ text: "x" })];
    expect(suspicionsOf(two).size).toBe(0);
    expect(suspicionsOf([...two, leaf({ text: "x" })]).size).toBe(3);
  });

  test("eight of one shape within an hour, and none of those around them", () => {
    const inMinute = (n: number) =>
      leaf({ shape: "s", receivedAt: new Date(received.getTime() + n * 60_000) });
    const burst = [0, 1, 2, 3, 4, 5, 6, 60].map(inMinute);
    expect(suspicionsOf(burst).size).toBe(8);
    expect(suspicionsOf(burst.slice(1).concat(inMinute(200))).size).toBe(0);
    expect(suspicionsOf([...burst, inMinute(600)]).size).toBe(8);
  });

  test("six about one name within half an hour, but for the first to come, and not seven in a day", () => {
    const inMinute = (n: number) =>
      leaf({ name: "n", receivedAt: new Date(received.getTime() + n * 60_000) });
    const many = [0, 2, 4, 6, 8, 10].map(inMinute);
    const apart = suspicionsOf(many);
    expect(apart.size).toBe(5);
    expect(apart.has(many[0]?.reportId ?? "")).toBe(false);
    expect(suspicionsOf(many.slice(1)).size).toBe(0);
    expect(suspicionsOf([0, 60, 120, 180, 240, 300, 360].map(inMinute)).size).toBe(0);
  });

  test("a name is one in any order and spelling; one word alone is nobody's", () => {
    const name = (givenNames: string, surnames: string) =>
      nameOf(report({ person: { givenNames, surnames } }));
    expect(name("José  Luis", "Peña")).toBe(name("PENA", "luis jose"));
    expect(name("José", "")).toBeNull();
    expect(placeOf(report())).toBeNull();
  });

  test("a suspicious report is in no other view of marks", () => {
    const odd = leaf({ under18: true, missingSince: 1, impossibleDate: true });
    const plain = leaf({ under18: true, missingSince: 2 });
    const suspicious = suspicionsOf([odd, plain]);
    expect(leavesOf("under18", [odd, plain], suspicious)).toEqual([plain]);
    expect(leavesOf("disappeared", [odd, plain], suspicious)).toEqual([plain]);
    expect(leavesOf("suspicious", [odd, plain], suspicious)).toEqual([odd]);
  });
});

test.each([
  [23, null],
  [24, 24],
  [60 * 24 - 1, 24],
  [60 * 24, 60],
  [85 * 24, 85],
])("after %i hours the last mark passed is %s", (hours, mark) => {
  const found = missingFor(received, new Date(received.getTime() + hours * 3_600_000));
  expect(found).toEqual({ hours, days: Math.floor(hours / 24), mark });
});

test("a place in the queue survives its address, and anything else is the beginning", () => {
  const cursor = { rank: 0, receivedAt: received, reportId: "01890a5d-ac96-774b-bcce-b302099a8057" };
  expect(cursorIn(cursorText(cursor))).toEqual(cursor);
  for (const odd of [undefined, "", "0.x.y", "2.0.01890a5d-ac96-774b-bcce-b302099a8057", "0.1.2.3"])
    expect(cursorIn(odd)).toBeNull();
});
