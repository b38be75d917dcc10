import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openThread } from "@/lib/intake/receipt/queries";
import { askFamily, assignReport, snoozeReport, wakeReport } from "@/lib/vetting/reports/commands";
import { findLikely } from "@/lib/vetting/reports/likely/queries";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import { cursorIn } from "@/lib/vetting/reports/queue/rules";
import type { QueueView } from "@/lib/vetting/reports/schema";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, dawn, givenCase, givenReport, sendReportAs } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});
beforeEach(async () => {
  await asOwner("UPDATE registry.reports SET stage = 'withdrawn' WHERE stage = 'waiting'");
});

const now = at("2026-01-20T12:00:00Z");
const later = at("2026-01-21T12:00:00Z");
const seen = null;
const idsOf = async (view: QueueView, clock = now) =>
  (await listQueue(cast.ines, view, clock)).rows.map(({ id }) => id);
const long = "Se lo llevaron de la casa de madrugada y no mostraron ningún papel a nadie que estuviera.";

describe("the leaf of a waiting report", () => {
  test("says nothing in plain, is made once, and is gone when the report has a case", async () => {
    const { reportId } = await sendReportAs({ approxAge: "16", told: "denied" });
    const leaf = async () =>
      (
        await asOwner<Record<string, unknown>>("SELECT * FROM registry.triage WHERE report_id = $1", [
          reportId,
        ])
      )[0];
    expect(await leaf()).toMatchObject({ sealed: null, rank: 0 });
    expect(await idsOf("under18")).toEqual([reportId]);
    const first = await leaf();
    expect(Object.keys(first ?? {}).sort()).toEqual([
      "asked_at",
      "assigned_at",
      "assigned_to",
      "rank",
      "received_at",
      "report_id",
      "sealed",
      "snooze_words",
      "snoozed_until",
    ]);
    await idsOf("under18");
    expect((await leaf())?.sealed).toEqual(first?.sealed);
    await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    expect(await leaf()).toBeUndefined();
  });

  test("two leaves are of one length, whatever they mark", async () => {
    await sendReportAs({ approxAge: "16", told: "denied", account: long });
    await sendReportAs({ told: "told" });
    await idsOf("all");
    const rows = await asOwner<{ n: number }>("SELECT DISTINCT length(sealed) AS n FROM registry.triage");
    expect(rows).toEqual([{ n: 297 }]);
  });

  test("the intake role and the public role do not read it", async () => {
    for (const role of ["INTAKE", "PUBLIC"] as const)
      await expect(asRole(role, "SELECT * FROM registry.triage")).rejects.toThrow(/permission denied/);
  });
});

describe("views", () => {
  test("under 18, paradero desconocido the longest first, and the rest", async () => {
    const known = await sendReportAs({ told: "told" });
    const newer = await sendReportAs({ told: "denied", day: "12" });
    const older = await sendReportAs({ told: "not_told", day: "9", approxAge: "15" });
    expect(await idsOf("disappeared")).toEqual([older.reportId, newer.reportId]);
    expect(await idsOf("under18")).toEqual([older.reportId]);
    const { counts, rows } = await listQueue(cast.ines, "all", now);
    expect(counts).toMatchObject({
      all: 3,
      disappeared: 2,
      under18: 1,
      unassigned: 3,
      suspicious: 0,
      in_review: null,
    });
    expect(rows.at(-1)?.id).toBe(known.reportId);
  });

  test("what was sent in bulk is apart, is not refused, and pushes nobody out of the urgent view", async () => {
    const honest = await sendReportAs({ told: "denied", account: `${long} Y no volvió.` });
    const flood = [];
    for (let n = 0; n < 3; n++) flood.push((await sendReportAs({ told: "denied", account: long })).reportId);
    expect(await idsOf("suspicious")).toEqual(flood);
    for (const view of ["urgent", "unassigned", "all", "disappeared"] as const)
      expect(await idsOf(view), view).toEqual([honest.reportId]);
    expect((await listQueue(cast.ines, "urgent", now)).counts.urgent).toBe(1);
    await assignReport(cast.ines, flood[0] ?? "", { seen }, now);
    expect(await idsOf("mine")).toEqual([flood[0]]);
  });

  test("a day makes the urgent overdue, a week the rest", async () => {
    const urgent = await sendReportAs({ told: "denied" });
    const calm = await sendReportAs({ told: "told" });
    const days = (n: number) => at(new Date(urgent.sentAt.getTime() + n * 86_400_000 + 60_000).toISOString());
    expect(await idsOf("overdue", days(0.9))).toEqual([]);
    expect(await idsOf("overdue", days(1))).toEqual([urgent.reportId]);
    expect(await idsOf("overdue", days(8))).toEqual([urgent.reportId, calm.reportId]);
  });

  test("pages follow one another without a gap or a repetition, also when a report arrives or leaves between", async () => {
    const sent: string[] = [];
    for (let n = 0; n < 53; n++) {
      const names = { givenNames: `Nombre ${n}`, surnames: "de los Ángeles" };
      sent.push((await sendReportAs({ names })).reportId);
    }
    const first = await listQueue(cast.ines, "all", now);
    expect(first.rows.map(({ id }) => id)).toEqual(sent.slice(0, 50));
    await givenCase(cast.ines, { reportIds: [sent[10] ?? ""], channel: "report" });
    const second = await listQueue(cast.ines, "all", now, cursorIn(first.next ?? ""));
    expect(second.rows.map(({ id }) => id)).toEqual(sent.slice(50));
    expect(second.next).toBeNull();
  });
});

describe("who holds a report", () => {
  test("taking it from somebody asks for a reason, which the trail keeps sealed", async () => {
    const { reportId } = await givenReport();
    await assignReport(cast.ines, reportId, { seen }, now);
    const take = (why: string) => assignReport(cast.vera, reportId, { seen: "ines", why }, later);
    await expect(take(" ")).rejects.toMatchObject({ code: "reason_missing" });
    await take("Está de guardia y lo conoce.");
    expect((await trailOf()).at(-1)).toBe("vera report.taken_over");
    expect((await listQueue(cast.vera, "mine", later)).rows[0]).toMatchObject({
      assignedTo: "vera",
      assignedAt: later(),
    });
    expect(JSON.stringify(await asOwner("SELECT * FROM registry.audit_events"))).not.toContain("de guardia");
  });

  test("who comes late is told who has it and since when, and changes nothing", async () => {
    const { reportId } = await givenReport();
    await assignReport(cast.ines, reportId, { seen }, now);
    const twoLater = at("2026-01-20T12:02:00Z");
    const acts = [
      () => assignReport(cast.vera, reportId, { seen }, twoLater),
      () => snoozeReport(cast.vera, reportId, { seen, until: later(), why: "Espera." }, twoLater),
      () => askFamily(cast.vera, reportId, { seen, wants: ["date"] }, twoLater),
    ];
    const before = await asOwner("SELECT * FROM registry.triage");
    for (const act of acts)
      await expect(act()).rejects.toMatchObject({ code: "taken_meanwhile", values: { who: "ines", n: 2 } });
    expect(await asOwner("SELECT * FROM registry.triage")).toEqual(before);
  });

  test("it is handed to nobody who may not open it, and an auditor hands nothing", async () => {
    const { reportId } = await givenReport();
    await expect(assignReport(cast.ines, reportId, { seen, to: "elena" }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(assignReport(cast.abel, reportId, { seen }, now)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("a report with a case is nobody's to assign, put off or ask about", async () => {
    const { reportId } = await givenReport();
    await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    for (const act of [
      () => assignReport(cast.ines, reportId, { seen: "ines" }, now),
      () => snoozeReport(cast.ines, reportId, { seen: "ines", until: later(), why: "Espera." }, now),
      () => askFamily(cast.ines, reportId, { seen: "ines", wants: ["date"] }, now),
    ])
      await expect(act()).rejects.toMatchObject({ code: "already_opened" });
  });
});

describe("putting off", () => {
  test("leaves every view but its own and comes back by itself at its moment", async () => {
    const { reportId } = await givenReport();
    await snoozeReport(
      cast.ines,
      reportId,
      { seen, until: later(), why: "La madre viaja hasta mañana." },
      now,
    );
    for (const view of ["all", "unassigned"] as const) expect(await idsOf(view)).toEqual([]);
    expect(await idsOf("snoozed")).toEqual([reportId]);
    const trail = await trailOf();
    expect(await idsOf("all", later)).toEqual([reportId]);
    expect(await idsOf("snoozed", later)).toEqual([]);
    expect((await trailOf()).slice(trail.length)).toEqual(["ines queue.read"]);
    const rows = await asOwner<{ row: string }>("SELECT row_to_json(t)::text AS row FROM registry.triage t");
    expect(rows.some(({ row }) => row.includes("viaja"))).toBe(false);
  });

  test("needs a reason and a moment ahead, and can be ended before", async () => {
    const { reportId } = await givenReport();
    const off = (until: string, why: string) =>
      snoozeReport(cast.ines, reportId, { seen, until: new Date(until), why }, now);
    await expect(off("2026-01-21T12:00:00Z", "")).rejects.toMatchObject({ code: "reason_missing" });
    for (const until of ["2026-01-20T12:00:00Z", "2026-06-01T12:00:00Z", "nunca"])
      await expect(off(until, "Espera.")).rejects.toMatchObject({ code: "moment_passed" });
    await expect(wakeReport(cast.ines, reportId, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await off("2026-01-21T12:00:00Z", "Espera.");
    await wakeReport(cast.ines, reportId, now);
    expect(await idsOf("all")).toEqual([reportId]);
  });
});

test("the family is asked on its own thread, in words that tell a stranger nothing", async () => {
  const { reportId, code } = await givenReport();
  await askFamily(cast.ines, reportId, { seen, wants: ["date", "document"] }, now);
  expect(await idsOf("information")).toEqual([reportId]);
  expect(await idsOf("unassigned")).toEqual([]);
  const opened = await openWithCode({ kind: "family" }, code, later);
  const thread = opened.kind === "report" ? await openThread(opened.keys) : null;
  const said = JSON.stringify(thread);
  expect(said).toContain("needs_word");
  expect(said).toContain("Nos hace falta su palabra para seguir: fecha; número de documento.");
  expect(said).not.toMatch(/Yusmary|pres[oa]|deten|Vigilia/);
  await expect(askFamily(cast.ines, reportId, { seen, wants: [] }, now)).rejects.toMatchObject({
    code: "reason_missing",
  });
});

test("a likely duplicate is found among cases and among what waits, whatever accents and dots", async () => {
  const { reportId } = await givenReport();
  expect(await findLikely(cast.ines, reportId, now)).toEqual(expect.objectContaining({ reportId: null }));
  const twin = await givenReport();
  expect((await findLikely(cast.ines, reportId, now)).reportId).toBe(twin.reportId);
  await givenCase(cast.ines);
  const cases = await asOwner<{ reference: string }>("SELECT reference FROM registry.cases");
  const { caseReference } = await findLikely(cast.ines, reportId, dawn);
  expect(cases.map(({ reference }) => reference)).toContain(caseReference);
});
