import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import type { QueueView } from "@/lib/vetting/reports/schema";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, sendReportAs } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});
beforeEach(async () => {
  await asOwner("UPDATE registry.reports SET stage = 'withdrawn' WHERE stage = 'waiting'");
});

const now = at("2026-01-20T12:00:00Z");
const idsOf = async (view: QueueView) => (await listQueue(cast.ines, view, now)).rows.map(({ id }) => id);
describe("floods", () => {
  test("a flood about one name within minutes is apart but for its first, and no other report's place or number moves", async () => {
    const start = Date.parse("2026-01-19T02:00:00Z");
    const inMinute = (n: number) => new Date(start + n * 60_000);
    const others: string[] = [];
    for (let n = 0; n < 3; n++) {
      const names = { givenNames: ["Ana", "Luis", "Rosa"][n] ?? "", surnames: `Distinta Número ${n}` };
      others.push(
        (await sendReportAs({ told: n === 0 ? "told" : "denied", names, minute: inMinute(n) })).reportId,
      );
    }
    const real = { givenNames: "Wilmer José", surnames: "Peña Ruiz" };
    const first = await sendReportAs({ told: "denied", names: real, minute: inMinute(4) });
    const before = await listQueue(cast.ines, "all", now);
    const flood: string[] = [];
    for (let n = 0; n < 12; n++) {
      const names = {
        givenNames: n % 2 ? "WILMER  Jose" : "Peña Wilmer",
        surnames: n % 2 ? "Peña ruíz" : "Ruiz José",
      };
      const account = `Relato número ${n}: ${"palabra ".repeat(8 + n)}`;
      flood.push(
        (await sendReportAs({ told: "denied", names, account, day: String(n + 1), minute: inMinute(6 + n) }))
          .reportId,
      );
    }
    const after = await listQueue(cast.ines, "all", now);
    expect(await idsOf("suspicious")).toEqual(flood);
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
    expect(after.rows.map(({ id }) => id)).toContain(first.reportId);
    expect({ ...after.counts, suspicious: 0 }).toEqual(before.counts);
    for (const view of ["urgent", "unassigned", "disappeared", "overdue"] as const)
      expect(
        (await idsOf(view)).filter((id) => flood.includes(id)),
        view,
      ).toEqual([]);
    expect((await asOwner("SELECT FROM registry.reports WHERE stage = 'waiting'")).length).toBe(
      others.length + 1 + flood.length,
    );
  });

  test("a flood from one place is apart; a raid's own families are not", async () => {
    const start = Date.parse("2026-01-19T02:00:00Z");
    const from = async (count: number, place: string, apart: number) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n++) {
        const names = { givenNames: `Nombre${place[0]}${n}`, surnames: `Apellido${n * 7}` };
        const minute = new Date(start + Math.floor((n * apart) / 60) * 60_000);
        ids.push((await sendReportAs({ told: "denied", names, place, minute })).reportId);
      }
      return ids;
    };
    const raid = await from(20, "Redoma de Petare", 25);
    const flood = await from(30, "Plaza Inventada", 15);
    const apart = await idsOf("suspicious");
    expect(apart).toEqual(expect.arrayContaining(flood));
    expect(apart.filter((id) => raid.includes(id))).toEqual([]);
    expect((await listQueue(cast.ines, "all", now)).counts).toMatchObject({ all: 20, suspicious: 30 });
  });
});
