import { beforeAll, describe, expect, test } from "vitest";
import { listAlerts } from "@/lib/audit/alerts";
import { listAudit } from "@/lib/audit/list";
import { MOST_OPENINGS_AN_HOUR } from "@/lib/audit/openings";
import { record } from "@/lib/audit/record";
import { desk } from "@/lib/db/desk";
import { type Cast, givenCast } from "../../support/cast";
import { givenCase } from "../../support/stories";

let cast: Cast;
const noon = Date.parse("2026-01-20T16:00:00Z");
const minute = 60_000;
const opens = (by: keyof Cast, when: number, reference = "7K3Q-9F") =>
  desk().$transaction((tx) => record(tx, cast[by], "case.read", { case: reference }, new Date(when)));
const alerts = async (day: string) =>
  (await listAlerts(cast.abel, () => new Date(noon + 2 * 86_400_000))).filter((alert) => alert.day === day);

beforeAll(async () => {
  cast = await givenCast();
});

describe("identities opened", () => {
  test("stop at the hourly cap, for that person alone, and go on when the hour has passed", async () => {
    for (let n = 0; n < MOST_OPENINGS_AN_HOUR; n++) await opens("vera", noon + n * 100);
    for (const after of [1, 2])
      await expect(opens("vera", noon + after * minute)).rejects.toMatchObject({ code: "too_many_opened" });
    await opens("victor", noon + minute);
    await opens("vera", noon + 61 * minute);
    const { lines } = await listAudit(cast.abel, { noun: "opening" });
    expect(lines.map((line) => [line.actor, line.action])).toEqual([["vera", "opening.refused"]]);
    expect(await alerts("2026-01-20")).toEqual([
      { kind: "refused", actor: "vera", day: "2026-01-20", count: MOST_OPENINGS_AN_HOUR + 1 },
      { kind: "many", actor: "vera", day: "2026-01-20", count: MOST_OPENINGS_AN_HOUR + 1 },
    ]);
  });

  test("are told when they are unlike that person's own days, or at night in Caracas", async () => {
    for (const back of [3, 2, 1])
      for (let n = 0; n < 5; n++) await opens("ines", noon - back * 86_400_000 + n);
    for (let n = 0; n < 21; n++) await opens("ines", noon + n);
    for (let n = 0; n < 5; n++) await opens("victor", Date.parse("2026-01-21T02:30:00Z") + n);
    const told = (await alerts("2026-01-20")).filter((alert) => alert.actor !== "vera");
    expect(told).toEqual([
      { kind: "many", actor: "ines", day: "2026-01-20", count: 21 },
      { kind: "night", actor: "victor", day: "2026-01-20", count: 5 },
    ]);
    await expect(listAlerts(cast.vera, () => new Date(noon))).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("are found by who, by day in Caracas and by case", async () => {
    const early = (await givenCase(cast.ines)).reference;
    const late = (await givenCase(cast.ines)).reference;
    await opens("clara", Date.parse("2026-02-02T03:59:00Z"), early);
    await opens("clara", Date.parse("2026-02-02T04:01:00Z"), late);
    const of = async (filter: Parameters<typeof listAudit>[1]) =>
      (await listAudit(cast.abel, filter)).lines.map((line) => line.about?.case);
    expect(await of({ actor: "clara" })).toEqual([late, early]);
    expect(await of({ actor: "clara", from: "2026-02-02" })).toEqual([late]);
    expect(await of({ actor: "clara", until: "2026-02-01" })).toEqual([early]);
    expect(await of({ reference: early })).toEqual([early, early]);
    expect(await of({ reference: early, noun: "case", actor: "clara" })).toEqual([early]);
    expect(await of({ reference: "8AAA-00" })).toEqual([]);
  });
});
