import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { recordFact } from "@/lib/cases/facts/commands";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { desk } from "@/lib/db/desk";
import { findBalance, latestBalance } from "@/lib/opendata/balances/queries";
import { confirmFact } from "@/lib/publication/facts/commands";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { recordNight } from "@/lib/vetting/night/commands";
import { answerNight, preciseNight } from "@/lib/vetting/night/confirming/commands";
import { listForNight, readSheet, type SheetRow } from "@/lib/vetting/night/sheets/queries";
import { countedAt } from "../../support/counted";
import { freed, heldPeople, sources } from "../../support/night";
import { asOwner } from "../../support/owner";
import { countRows } from "../../support/population";
import { openedRegistry, type Registry } from "../../support/published";
import { at } from "../../support/stories";

let registry: Registry;
let people: string[];
const sheet = randomUUID();
const evening = at("2026-01-09T02:00:00Z");
const later = at("2026-01-09T02:10:00Z");
const answer = (rows: readonly SheetRow[]) => ({
  sheet,
  confirm: rows.map((row) => row.fact.id),
  refuse: [],
});
const rowsOf = async (clock = later) => (await readSheet(registry.vera, sheet, clock)).rows;
const caseOf = async (reference: string) => {
  const [row] = await asOwner<{ id: string }>("SELECT id FROM registry.cases WHERE reference = $1", [
    reference,
  ]);
  return row?.id ?? "";
};

beforeAll(async () => {
  registry = await openedRegistry();
  const { carmen, elena } = registry;
  people = await heldPeople([carmen, elena], 172, new Date("2026-01-05T20:00:00Z"));
  await registry.publish("2026-01-06T04:00:00.000Z", "2026-01-06T15:00:00Z");
}, 120_000);

describe("the sheet of a night", () => {
  let house = "";

  test("offers everybody verified in custody by name, and nobody may record it who may not record facts", async () => {
    const found = await listForNight(
      registry.ines,
      { words: "inventada 17", entity: "VE-M", facility: "" },
      500,
      evening,
    );
    const names = found.people.map(({ name }) => name).filter((name) => /Inventada 17/.test(name));
    expect(names.sort()).toEqual([17, 170, 171].map((n) => `Persona Inventada ${n}`));
    const all = await listForNight(registry.ines, { words: "", entity: "", facility: "" }, 100, evening);
    expect([all.total, all.people.length]).toEqual([172, 100]);
    await expect(
      recordNight({ kind: "operator" }, { id: sheet, sources, rows: freed(people, "2026-01-08") }, evening),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("keeps what can stand and lists by name who was left out; posted twice it is one sheet", async () => {
    const { ines, vera } = registry;
    house = people[104] ?? "";
    const measure = {
      track: "measure" as const,
      state: "VE242.1",
      effective: { earliest: "2026-01-05", latest: "2026-01-05" },
    };
    await confirmFact(vera, await recordFact(ines, await caseOf(house), measure, evening), evening);
    const early = freed([people[105] ?? ""], "2025-11-20");
    const rows = [...freed([...people.slice(0, 104), house, "0000-00"], "2026-01-08"), ...early];
    await recordNight(ines, { id: sheet, sources, rows }, evening);
    const before = await countRows("registry.facts", "registry.night_sheets", "registry.audit_events");
    await recordNight(ines, { id: sheet, sources, rows }, later);
    expect(await countRows("registry.facts", "registry.night_sheets", "registry.audit_events")).toEqual(
      before,
    );
    await expect(recordNight(vera, { id: sheet, sources, rows }, later)).rejects.toMatchObject({
      code: "not_found",
    });

    const read = await readSheet(registry.vera, sheet, later);
    expect(read.rows).toHaveLength(104);
    expect(read.rows.every(({ state }) => state === "waiting")).toBe(true);
    expect(Object.fromEntries(read.leftOut.map(({ reference, code }) => [reference, code]))).toEqual({
      [house]: "house_arrest_open",
      "0000-00": "not_in_custody",
      [people[105] ?? ""]: "held_after_release",
    });
    expect(read.leftOut.find(({ reference }) => reference === house)?.name).toMatch(/^Persona Inventada/);
    const [plain] = await asOwner<{ row: string }>(
      "SELECT row_to_json(s)::text AS row FROM registry.night_sheets s",
    );
    expect(plain?.row).not.toContain(house);
    expect((await countedAt(later)).held).toBe(172);
  });

  test("a sheet on which nobody can stand goes back with who and why, and is not kept", async () => {
    const before = await countRows("registry.facts", "registry.night_sheets");
    const first = people.slice(0, 3);
    const rows = freed([...first, house, "0000-00", people[105] ?? ""], "2026-01-08").map((row) => ({
      ...row,
      ...(row.reference === people[105] && { effective: { earliest: "2025-11-20", latest: "2025-11-20" } }),
    }));
    await expect(
      recordNight(registry.vera, { id: randomUUID(), sources, rows }, later),
    ).rejects.toMatchObject({
      code: "night_all_left_out",
      values: {
        waiting: expect.stringMatching(/^[0-9A-Z-]{7}(, [0-9A-Z-]{7}){2}$/),
        gone: "0000-00",
        house,
        other: people[105],
      },
    });
    expect(await countRows("registry.facts", "registry.night_sheets")).toEqual(before);
  });

  test("somebody on another sheet at once is recorded once", async () => {
    const rows = freed([...people.slice(0, 3), people[120] ?? ""], "2026-01-08");
    const other = { id: randomUUID(), sources, rows };
    await recordNight(registry.vera, other, later);
    const read = await readSheet(registry.vera, other.id, later);
    expect(read.rows.map(({ reference }) => reference)).toEqual([people[120]]);
    expect(read.leftOut.map(({ code }) => code)).toEqual([
      "release_waiting",
      "release_waiting",
      "release_waiting",
    ]);
    const [row] = read.rows;
    await setAsideFact(registry.vera, row?.fact.id ?? "", "Sigue adentro.", later);
  });

  test("a second person confirms row by row; two at once confirm each row once", async () => {
    const { ines, vera, carmen } = registry;
    const rows = await rowsOf();
    await expect(answerNight(ines, answer(rows), later)).rejects.toMatchObject({ code: "not_permitted" });
    const forged = { sheet, confirm: [randomUUID()], refuse: [] };
    await expect(answerNight(vera, forged, later)).rejects.toMatchObject({ code: "not_found" });
    const both = await Promise.all([vera, carmen].map((one) => answerNight(one, answer(rows), later)));
    expect(both.map(({ done }) => done).reduce((a, b) => a + b)).toBe(104);
    expect(both.map(({ refused }) => refused).reduce((a, b) => a + b)).toBe(104);
    expect((await countedAt(later)).held).toBe(68);
    expect((await rowsOf()).every(({ state }) => state === "known")).toBe(true);
    const [trail] = await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM registry.audit_events WHERE action = 'fact.confirmed'",
    );
    expect(trail?.n).toBe(105);
  }, 60_000);
});

describe("what was published that evening", () => {
  let slug = "";
  const two = at("2026-01-11T02:00:00Z");
  const day = [new Date("2026-01-08T04:00:00Z"), new Date("2026-01-09T04:00:00Z")] as const;
  const dayAs = (known: Date) => windowBetween(desk(), ...day, known, known);

  test("is one partial publication with its hour", async () => {
    const { carmen, elena } = registry;
    const clock = at("2026-01-09T02:20:00Z");
    const id = await draftBalance(carmen, { kind: "partial", at: "2026-01-09T02:15:00.000Z" }, clock);
    await signBalance(carmen, id, clock);
    await signBalance(elena, id, clock);
    const content = (await latestBalance())?.content;
    slug = content?.slug ?? "";
    expect(content?.change?.reconciliation).toMatchObject({ opening: 172, closing: 68, residual: 0 });
    expect(content?.change?.flows.releases).toMatchObject({ events: 104, unspecified: 104, withMeasures: 0 });
  });

  test("stays as it was when 30 become con medidas and 2 were house arrest; the restated day is 102, held +2, residual 0", async () => {
    const { ines, vera, publish } = registry;
    const published = JSON.stringify(await findBalance(slug));
    const rows = await rowsOf(two);
    const kinds = rows.slice(0, 32).map(({ fact }, n) => ({
      factId: fact.id,
      kind: n < 30 ? ("released_with_measures" as const) : ("house_arrest" as const),
    }));
    const precise = { sheet, why: "Boletas de excarcelación vistas.", sources, rows: kinds };
    expect(await preciseNight(ines, precise, two)).toEqual({ done: 32, refused: 0 });
    expect(await preciseNight(ines, precise, two)).toEqual({ done: 0, refused: 32 });
    expect((await countedAt(two)).held).toBe(68);
    const correcting = (await rowsOf(two)).filter(({ state }) => state === "correcting");
    expect(correcting).toHaveLength(32);
    await expect(answerNight(ines, answer(correcting), two)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await answerNight(vera, answer(correcting), two)).toEqual({ done: 32, refused: 0 });

    expect((await countedAt(two)).held).toBe(70);
    const [then, now] = [await dayAs(later()), await dayAs(two())];
    expect(then.flows.releases).toMatchObject({ events: 104, unspecified: 104 });
    expect(now.flows.releases).toMatchObject({ events: 102, withMeasures: 30, unspecified: 72 });
    const since = await windowBetween(desk(), day[1], two(), later(), two());
    expect(since.reconciliation).toMatchObject({ opening: 68, closing: 70, residual: 0 });
    expect(since.reconciliation.terms).toMatchObject({ corrections: 2, releases: 0 });

    await publish("2026-01-13T04:00:00.000Z", "2026-01-13T15:00:00Z");
    const change = (await latestBalance())?.content.change;
    expect(change?.reconciliation).toMatchObject({ opening: 68, closing: 70, residual: 0 });
    expect(change?.reconciliation.terms.corrections).toBe(2);
    expect(JSON.stringify(await findBalance(slug))).toBe(published);
  }, 60_000);

  test("a row is refused with a reason, and then the person can go on another sheet", async () => {
    const { ines, vera } = registry;
    const clock = at("2026-01-14T02:00:00Z");
    const id = randomUUID();
    const rows = freed(people.slice(110, 112), "2026-01-13");
    await recordNight(ines, { id, sources, rows }, clock);
    const [first, second] = (await readSheet(vera, id, clock)).rows;
    if (!first || !second) throw new Error("two rows");
    const twice = { factId: first.fact.id, why: "Sigue adentro." };
    await expect(
      answerNight(vera, { sheet: id, confirm: [twice.factId], refuse: [twice] }, clock),
    ).rejects.toMatchObject({ code: "ticked_and_refused" });
    await answerNight(vera, { sheet: id, confirm: [second.fact.id], refuse: [twice] }, clock);
    const states = (await readSheet(vera, id, clock)).rows.map(({ state }) => state);
    expect(states).toEqual(["withdrawn", "known"]);
    const again = { id: randomUUID(), sources, rows: freed([first.reference], "2026-01-13") };
    await recordNight(ines, again, clock);
    expect((await readSheet(vera, again.id, clock)).rows).toHaveLength(1);
  });
});
