import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { discardDraft, draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { CEILING } from "@/lib/balances/disclosure/schema";
import { canonical, contentHash } from "@/lib/balances/rules";
import { writeSite } from "@/lib/balances/site/commands";
import { findBalance, latestBalance } from "@/lib/opendata/balances/queries";
import { verifies } from "@/lib/vault/signing";
import { oneMore, twoCoordinators } from "../../support/coordinators";
import { asOwner, asRole } from "../../support/owner";
import { counted, countRows, nameCase } from "../../support/population";

let carmen: StaffActor;
let elena: StaffActor;
let vera: StaffActor;
const at = (iso: string) => () => new Date(iso);
const monday = "2026-01-27T04:00:00.000Z";
const readManifest = async () => {
  const [row] = await asOwner<{ manifest: Buffer }>("SELECT manifest FROM publication.balances");
  return row?.manifest ?? Buffer.alloc(0);
};
const people = (n: number, more = {}) => Array.from({ length: n }, () => ({ ...more }));
const written = [
  "registry.balance_drafts",
  "registry.balance_signatures",
  "publication.balances",
  "registry.audit_events",
];

beforeAll(async () => {
  const clock = at("2025-12-01T12:00:00Z");
  [carmen, elena] = await twoCoordinators(clock);
  vera = await oneMore(carmen, "vera", "vetter", clock);
  await writeSite({ demonstration: false, organisation: "Prueba", gate: 50 });
});

describe("before the first balance", () => {
  test("nothing is drafted without a coverage two coordinators stand behind", async () => {
    const clock = at("2026-01-27T15:00:00Z");
    const draft = () => draftBalance(carmen, { kind: "weekly", at: monday }, clock);
    await expect(draft()).rejects.toMatchObject({ code: "coverage_missing" });
    const coverage = await declareCoverage(carmen, { since: "2025-12-30" }, clock);
    await expect(secondCoverage(carmen, coverage, clock)).rejects.toMatchObject({ code: "same_person" });
    await expect(draft()).rejects.toMatchObject({ code: "coverage_missing" });
    await expect(declareCoverage(vera, { since: "2020-01-01" }, clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await secondCoverage(elena, coverage, clock);
    await expect(secondCoverage(elena, coverage, clock)).rejects.toMatchObject({ code: "already_confirmed" });
    const [site] = await asOwner<{ coverage_since: string }>("SELECT coverage_since FROM publication.site");
    expect(site?.coverage_since).toBe("2025-12-30");
  });

  test("with 49 verified people the second signature is refused and leaves nothing behind", async () => {
    await counted(people(49));
    const clock = at("2026-01-27T15:00:00Z");
    const id = await draftBalance(carmen, { kind: "weekly", at: monday }, clock);
    expect(await signBalance(carmen, id, clock)).toBe("first");
    const before = await countRows(...written);
    await expect(signBalance(elena, id, clock)).rejects.toMatchObject({ code: "balance_gate" });
    expect(await countRows(...written)).toEqual(before);
    expect(await latestBalance()).toBeNull();
    await discardDraft(carmen, id, clock);
    await expect(signBalance(elena, id, clock)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("publishing", () => {
  let id: string;
  const clock = at("2026-01-27T16:00:00Z");

  test("a vetter neither drafts nor signs, one coordinator never signs twice", async () => {
    await counted(people(60, { sex: "woman", stateHeld: "VE-V" }));
    await expect(draftBalance(vera, { kind: "weekly", at: monday }, clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
    id = await draftBalance(carmen, { kind: "weekly", at: monday }, clock);
    await expect(signBalance(vera, id, clock)).rejects.toMatchObject({ code: "not_permitted" });
    await signBalance(carmen, id, clock);
    const before = await countRows(...written);
    await expect(signBalance(carmen, id, clock)).rejects.toMatchObject({ code: "same_person" });
    expect(await countRows(...written)).toEqual(before);
    expect(await latestBalance()).toBeNull();
  });

  test("what was signed cannot change, not even by the owner of the database", async () => {
    const change = "UPDATE registry.balance_drafts SET content = jsonb_set(content, '{held,total}', '999')";
    await expect(asOwner(change)).rejects.toThrow(/append-only/);
    await expect(asRole("DESK", change)).rejects.toThrow(/append-only/);
  });

  test("two second signatures at the same moment publish once", async () => {
    const both = await Promise.allSettled([signBalance(elena, id, clock), signBalance(elena, id, clock)]);
    expect(both.filter((one) => one.status === "fulfilled").map((one) => one.value)).toEqual(["published"]);
    const [row] = await asOwner<{ n: number }>("SELECT count(*)::int AS n FROM publication.balances");
    expect(row?.n).toBe(1);
  });

  test("the public reads exactly what both signed", async () => {
    const balance = await findBalance("2026-01-26");
    expect(balance?.content.held.total).toBe(109);
    expect(balance?.content.change).toBeNull();
    expect(balance?.id).toBe(id);
    const hash = contentHash(balance?.content);
    expect(Buffer.from(hash).toString("hex")).toBe(balance?.contentHash);
    const keys = new Set(balance?.signatures.map((one) => one.publicKey));
    expect(keys.size).toBe(2);
    for (const { publicKey, signature } of balance?.signatures ?? []) {
      const signed = await readManifest();
      expect(verifies(Buffer.from(publicKey, "hex"), signed, Buffer.from(signature, "hex"))).toBe(true);
    }
    expect(canonical({ b: 1, a: [{ d: null, c: "ñ" }] })).toBe('{"a":[{"c":"ñ","d":null}],"b":1}');
  });

  test("published rows can be neither updated nor deleted", async () => {
    for (const sql of [
      "UPDATE publication.balances SET kind = 'partial'",
      "DELETE FROM publication.balances",
      "TRUNCATE publication.balances CASCADE",
      "UPDATE publication.balance_files SET name = name",
      "DELETE FROM publication.balance_files",
      "TRUNCATE publication.balance_files",
    ]) {
      await expect(asOwner(sql)).rejects.toThrow(/append-only/);
      await expect(asRole("DESK", sql)).rejects.toThrow();
    }
  });

  test("of the unnamed nothing exact is printed, and every partition still sums", async () => {
    const content = (await latestBalance())?.content;
    expect(content?.disclosure.cells).toBe("atLeast");
    const sex = content?.partitions.sex as Record<string, number>;
    expect(sex.woman ?? 10).toBeLessThanOrEqual(60);
    expect(sex.man ?? 10).toBeLessThanOrEqual(49);
    expect(sex.othersOrUnknown).toBeGreaterThanOrEqual(0);
    expect(Object.values(sex).reduce((a, b) => a + b, 0)).toBe(109);
    expect(content?.held.ofWhich.houseArrest).toEqual({ lessThan: CEILING });
    expect(content?.partitions.stateHeld["VE-V"]?.named).toBe(0);
    expect([0, 20, 50]).toContain(content?.partitions.stateHeld["VE-V"]?.unnamedAtLeast);
    expect(content?.partitions.stateHeld["VE-B"]).toEqual({ named: 0, unnamedAtLeast: 0 });
  });
});

describe("after the first", () => {
  test("one weekly balance a day, nothing in the future, numbers only move forward", async () => {
    const refused = (given: object, code: string, now = "2026-01-28T16:00:00Z") =>
      expect(draftBalance(carmen, { kind: "weekly", at: monday, ...given }, at(now))).rejects.toMatchObject({
        code,
      });
    await refused({}, "balance_too_soon");
    await refused({ at: "2026-01-27T03:00:00.000Z" }, "balance_too_soon");
    await refused({ at: "2026-02-03T04:00:00.000Z" }, "balance_in_future");
    await refused({ at: "2026-01-20T04:00:00.000Z" }, "balance_too_soon");
  });

  test("a partial one needs five changes, and explains them to residual zero", async () => {
    const night = { kind: "partial" as const, at: "2026-01-29T02:00:00.000Z" };
    const clock = at("2026-01-29T02:30:00Z");
    const known = "2026-01-28T12:00:00Z";
    await counted(people(4, { from: "2026-01-28T10:00:00Z", knownFrom: known }));
    await expect(draftBalance(carmen, night, clock)).rejects.toMatchObject({ code: "too_few_changes" });
    await counted(people(1, { from: "2026-01-28T10:00:00Z", knownFrom: known }));
    const id = await draftBalance(carmen, night, clock);
    await signBalance(carmen, id, clock);
    await signBalance(elena, id, clock);
    const content = (await latestBalance())?.content;
    expect(content?.slug).toBe("2026-01-28-1");
    expect(content?.change?.from.slug).toBe("2026-01-26");
    expect(content?.change?.reconciliation).toMatchObject({ opening: 109, closing: 114, residual: 0 });
    expect(content?.change?.reconciliation.terms.newDetentions).toBe(5);
    expect(content?.partitions.ageGroup).toBeNull();
    expect(content?.series.at(-1)).toMatchObject({ slug: "2026-01-26", published: 109, restated: 109 });
  });

  test("a draft that another publication overtook is not signed", async () => {
    const clock = at("2026-02-03T15:00:00Z");
    const id = await draftBalance(carmen, { kind: "weekly", at: "2026-02-03T04:00:00.000Z" }, clock);
    const other = await draftBalance(elena, { kind: "weekly", at: "2026-02-03T04:00:00.000Z" }, clock);
    await signBalance(carmen, other, clock);
    await signBalance(elena, other, clock);
    await expect(signBalance(carmen, id, clock)).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  test("when everybody has a public page the numbers are exact", async () => {
    const rows = await asOwner<{ id: string }>("SELECT id FROM registry.cases");
    for (const { id } of rows) await nameCase(id, "2026-02-04T12:00:00Z");
    const clock = at("2026-02-10T15:00:00Z");
    const id = await draftBalance(carmen, { kind: "weekly", at: "2026-02-10T04:00:00.000Z" }, clock);
    await signBalance(carmen, id, clock);
    await signBalance(elena, id, clock);
    const content = (await latestBalance())?.content;
    expect(content?.disclosure.cells).toBe("exact");
    expect(content?.partitions.sex).toEqual({ woman: 60, man: 54, other: 0, unknown: 0, othersOrUnknown: 0 });
    expect(content?.held.ofWhich.houseArrest).toBe(0);
    expect(content?.partitions.stateHeld["VE-V"]).toEqual({ named: 60, unnamedAtLeast: 0 });
  });

  test("who was released and detained again, and not asked since, is not told by subtracting the pages", async () => {
    await asOwner(
      `INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest_by_day, latest_by_day, end_earliest_by_day,
         end_latest_by_day, recorded_at, recorded_by, known_from, confirmed_by)
       SELECT gen_random_uuid(), c.id, 'custody', 'released_full', 1, 1, false, false, false, false, $1, 'ines', $1, 'vera'
       FROM registry.cases c JOIN registry.custody_intervals i USING (person_id) WHERE i.state_held = 'VE-V' LIMIT 1`,
      ["2026-02-12T12:00:00Z"],
    );
    const clock = at("2026-02-17T15:00:00Z");
    const id = await draftBalance(carmen, { kind: "weekly", at: "2026-02-17T04:00:00.000Z" }, clock);
    await signBalance(carmen, id, clock);
    await signBalance(elena, id, clock);
    const content = (await latestBalance())?.content;
    expect(content?.disclosure.cells).toBe("atLeast");
    expect(content?.partitions.stateHeld["VE-V"]).toEqual({ named: 59, unnamedAtLeast: 0 });
  });

  test("after a balance in which everybody had a page the shortfalls are others: the exact cells told the old ones", async () => {
    const drawn = await asOwner<{ drawing: string; cells: number }>(
      "SELECT split_part(cell, ' ', 1) AS drawing, count(*)::int AS cells FROM registry.disclosure_offsets GROUP BY 1 ORDER BY 1",
    );
    expect(drawn.map((one) => one.drawing)).toEqual(["2.0/0", "2.0/1"]);
    expect(drawn[0]?.cells).toBe(drawn[1]?.cells);
  });

  test("whom an import says was known long ago, and no balance counted, registers late: a balance opens with what was published", async () => {
    const published = (await latestBalance())?.content.held.total ?? 0;
    await counted(people(6, { from: "2026-01-05T12:00:00Z", knownFrom: "2026-01-08T12:00:00Z" }));
    const clock = at("2026-02-18T15:00:00Z");
    const night = { kind: "partial" as const, at: "2026-02-18T14:00:00.000Z" };
    const id = await draftBalance(carmen, night, clock);
    await signBalance(carmen, id, clock);
    await signBalance(elena, id, clock);
    const change = (await latestBalance())?.content.change;
    const totals = { opening: published, closing: published + 6, residual: 0 };
    expect(change?.reconciliation).toMatchObject(totals);
    expect(change?.reconciliation.terms.lateRegistrations).toBe(6);
    expect(change?.flows.lateRegistrations).toBe(6);
  });
});
