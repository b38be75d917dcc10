import { beforeAll, describe, expect, test } from "vitest";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { listChanges } from "@/lib/balances/drafts/changes/queries";
import { readDraft } from "@/lib/balances/drafts/list/queries";
import { watchDraft } from "@/lib/balances/drafts/warnings/queries";
import { warningsOf } from "@/lib/balances/drafts/warnings/rules";
import { recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmFact } from "@/lib/publication/facts/commands";
import { heldPeople, sources } from "../../support/night";
import { asOwner, asRole } from "../../support/owner";
import { openedRegistry, type Registry } from "../../support/published";
import { at } from "../../support/stories";

let registry: Registry;
let people: string[];
let draft = "";
const cutOff = "2026-01-13T04:00:00.000Z";
const counted = at("2026-01-13T15:00:00Z");
const on = (day: string) => ({ earliest: day, latest: day });
const caseOf = async (reference: string | undefined) => {
  const [row] = await asOwner<{ id: string }>("SELECT id FROM registry.cases WHERE reference = $1", [
    reference,
  ]);
  return row?.id ?? "";
};

async function fact(
  reference: string | undefined,
  state: string,
  day: string,
  confirmed: boolean,
  more = {},
) {
  const { ines, vera } = registry;
  const clock = at("2026-01-12T15:00:00Z");
  const said = { track: "custody" as const, state, episode: 1, effective: on(day), sources, ...more };
  const id = await recordFact(ines, await caseOf(reference), said as never, clock);
  if (confirmed) await confirmFact(vera, id, clock);
  return id;
}

const prepare = (more = {}, clock = counted) =>
  draftBalance(registry.carmen, { kind: "weekly", at: cutOff, ...more }, clock);
const watched = async (who = registry.carmen, clock = counted) => {
  const read = await readDraft(who, draft);
  if (!read) throw new Error("no draft");
  const watch = await watchDraft(who, read, clock);
  return { read, watch, codes: warningsOf(read, watch).map(({ code }) => code) };
};

beforeAll(async () => {
  registry = await openedRegistry();
  const { carmen, elena, ines, vera, publish } = registry;
  people = await heldPeople([carmen, elena], 130, new Date("2026-01-05T20:00:00Z"));
  await publish("2026-01-06T04:00:00.000Z", "2026-01-06T15:00:00Z");
  for (const reference of people.slice(0, 53))
    await fact(reference, "released_unspecified", "2026-01-08", true);
  const late = await fact(people[60], "released_unspecified", "2026-01-03", true);
  await fact(people[61], "house_arrest", "2026-01-09", true, { entity: "VE-K" });
  const clock = at("2026-01-12T16:00:00Z");
  const more = { track: "custody" as const, state: "released_full" as const, episode: 1 };
  const again = await supersedeFact(
    ines,
    late,
    { ...more, effective: on("2026-01-03"), sources },
    "Boleta vista.",
    clock,
  );
  await confirmFact(vera, again, clock);
  draft = await prepare();
}, 180_000);

describe("what two coordinators see before they sign", () => {
  test("is whose changes make the account: each line's signs sum to its term, in pages, and nobody's name", async () => {
    const { elena } = registry;
    const first = await listChanges(elena, draft, 0);
    expect(first.lines).toHaveLength(50);
    const second = await listChanges(elena, draft, first.next ?? 0);
    expect(second.next).toBeNull();
    const lines = [...first.lines, ...second.lines];
    const read = await readDraft(elena, draft);
    const terms = read?.content.change?.reconciliation.terms;
    expect(terms).toMatchObject({ releases: -53, lateExits: -1, corrections: 0 });
    for (const [term, value] of Object.entries(terms ?? {}))
      expect(lines.filter((line) => line.term === term).reduce((sum, { sign }) => sum + sign, 0)).toBe(value);
    expect(first.terms.map(({ term, rows, sum }) => [term, rows, sum])).toEqual([
      ["releases", 53, -53],
      ["lateExits", 1, -1],
      ["restated", 1, 0],
    ]);
    expect(lines.find(({ term }) => term === "lateExits")).toMatchObject({
      reference: people[60],
      after: "released_full",
    });
    expect(lines.find(({ term }) => term === "restated")).toMatchObject({
      reference: people[61],
      before: "located_contact",
      after: "house_arrest",
      aspects: ["stateHeld"],
    });
    expect(JSON.stringify(lines)).not.toMatch(/Inventada/);
    await expect(listChanges({ ...elena, role: "intake" }, draft, 0)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("stands as it was drafted: no line changes, goes or comes later", async () => {
    for (const sql of [
      "UPDATE registry.balance_changes SET sign = 1",
      "DELETE FROM registry.balance_changes",
      `INSERT INTO registry.balance_changes (draft_id, position, term, sign, case_id, aspects)
        SELECT draft_id, 999, 'deaths', -1, case_id, '{}' FROM registry.balance_changes LIMIT 1`,
    ])
      await expect(asRole("DESK", sql)).rejects.toThrow(/permission denied|append-only|written with it/);
  });

  test("warns of what waits, what was learned since and what the last balance said; of a death only those who tell kin, with no number", async () => {
    const { carmen, elena, vera } = registry;
    await fact(people[70], "released_full", "2026-01-10", false);
    const deaths = [people[71], people[72]];
    for (const reference of deaths) await fact(reference, "died_in_custody", "2026-01-10", false);
    await fact(people[73], "released_full", "2026-01-10", true);
    const told = await watched();
    expect(told.watch).toMatchObject({
      overtaken: false,
      asHashed: true,
      waiting: { facts: 1, references: [people[70]], imports: 0 },
      deathWaits: true,
    });
    expect(told.codes).toEqual(expect.arrayContaining(["waitingFacts", "deathWaits", "restated"]));
    const adviser = { ...elena, role: "auditor" as const };
    const untold = await watched(adviser);
    expect(untold.watch.deathWaits).toBeNull();
    expect(untold.codes).not.toContain("deathWaits");
    for (const reference of deaths) {
      expect(JSON.stringify(told.watch)).not.toContain(reference);
      expect(JSON.stringify(told.read)).not.toContain(reference);
    }
    await signBalance(carmen, draft, counted);
    const later = await fact(people[74], "released_full", "2026-01-10", false);
    await confirmFact(vera, later, at("2026-01-14T16:00:00Z"));
    const dayAfter = await watched(elena, at("2026-01-14T17:00:00Z"));
    expect(dayAfter.watch.confirmed).toEqual({ sinceCounted: 1, sinceSigned: 1 });
    expect(dayAfter.codes).toEqual(expect.arrayContaining(["confirmedSince", "confirmedSinceSigned", "old"]));
    expect(dayAfter.watch.asHashed).toBe(true);
  });

  test("keeps why ages are left out, sealed, and refuses to leave them out for no reason", async () => {
    const why = "Quedan dos menores y sus familias lo pidieron.";
    draft = await prepare({ blurWhy: why });
    const { read, watch, codes } = await watched();
    expect(read.content.partitions.ageGroup).toBeNull();
    expect(watch.blurWhy).toBe(why);
    expect(codes).toContain("blurred");
    const [row] = await asOwner<{ row: string }>(
      "SELECT row_to_json(d)::text AS row FROM registry.balance_drafts d WHERE id = $1",
      [draft],
    );
    expect(
      Buffer.from(row?.row.match(/"blur_why":"\\\\x([0-9a-f]+)"/)?.[1] ?? "", "hex").length,
    ).toBeGreaterThan(40);
    expect(row?.row).not.toContain("menores y sus");
    await expect(prepare({ blurWhy: "corta" })).rejects.toThrow();
  });

  test("says that another was published since, and that it can no longer be signed", async () => {
    const { carmen, publish } = registry;
    await publish("2026-01-15T04:00:00.000Z", "2026-01-15T15:00:00Z");
    expect((await watched()).watch.overtaken).toBe(true);
    expect((await watched()).codes[0]).toBe("overtaken");
    await expect(signBalance(carmen, draft, at("2026-01-15T16:00:00Z"))).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });
});

describe("numbers that are a fault are never put before anybody", () => {
  const next = at("2026-01-20T15:00:00Z");
  const week = { at: "2026-01-20T04:00:00.000Z" };
  const derived = (sql: string) => asOwner(sql, [people[90]]);

  test("a partition that does not sum names itself and the case no cell has", async () => {
    const set = (place: string, from: string) =>
      derived(`UPDATE registry.custody_intervals i SET state_held = '${place}' FROM registry.cases c
        WHERE c.person_id = i.person_id AND c.reference = $1 AND i.state_held = '${from}'`);
    await set("VE-ZZ", "VE-M");
    await expect(prepare(week, next)).rejects.toMatchObject({
      code: "balance_does_not_sum",
      values: { partition: "stateHeld", references: people[90] },
    });
    await set("VE-M", "VE-ZZ");
    await prepare(week, next);
  });

  test("an account that does not close names its residual and the case at fault", async () => {
    const set = (exit: string) =>
      derived(`UPDATE registry.stays s SET exit = ${exit} FROM registry.cases c
        WHERE c.person_id = s.person_id AND c.reference = $1`);
    await asOwner(
      `UPDATE registry.stays s SET exit_state = 'released_full' FROM registry.cases c
        WHERE c.person_id = s.person_id AND c.reference = $1`,
      [people[90]],
    );
    await set("'2026-01-17T12:00:00Z'");
    await expect(prepare(week, next)).rejects.toMatchObject({
      code: "balance_does_not_close",
      values: { residual: 1, references: people[90] },
    });
    await set("NULL");
    await prepare(week, next);
  });
});
