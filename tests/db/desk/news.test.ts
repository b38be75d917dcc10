import { beforeAll, describe, expect, test } from "vitest";
import { OPENINGS } from "@/lib/audit/openings";
import { postNews } from "@/lib/intake/news/commands";
import type { NewsKind } from "@/lib/intake/news/schema";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openAsFamily } from "@/lib/intake/receipt/queries";
import type { PostedForm } from "@/lib/intake/typed/schema";
import { settleNews } from "@/lib/vetting/news/commands";
import { caseWith, countNews, findCaseOfReport, listNews, openNews } from "@/lib/vetting/news/queries";
import { suggestionOf } from "@/lib/vetting/news/rules";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import { openThread } from "@/lib/vetting/threads/queries";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, givenCase, givenReport, sendReportAs } from "../../support/stories";

let cast: Cast;
const family = { kind: "family" } as const;
const noon = at("2026-01-22T12:10:30Z");
const day = { day: "12", month: "1", year: "2026", precision: "exact" };
beforeAll(async () => {
  cast = await givenCast();
});

const keysOf = async (code: string) => (await openWithCode(family, code, noon)).keys;
async function tell(code: string, kind: NewsKind, posted: PostedForm, form = "1", clock = noon) {
  await postNews(family, { keys: await keysOf(code), kind, posted, locale: "es", form }, clock);
}
const newsOf = async (reportId: string) =>
  asOwner<{ id: string; urgent: boolean }>(
    "SELECT id, urgent FROM registry.news WHERE report_id = $1 ORDER BY received_at, id",
    [reportId],
  );

describe("news a family tells later with its code", () => {
  test("arrives at the desk as told, beside its report, and the code shows none of it again", async () => {
    const { code, reportId } = await givenReport();
    const said = { ...day, facility: "RODEO-I", place: "Pabellón canario", account: "palabra-canario" };
    await tell(code, "transferred", said);
    const { rows } = await listNews(cast.ines, noon);
    const row = rows.find((one) => one.reportId === reportId);
    expect(row).toMatchObject({ kind: "transferred", urgent: false, name: expect.stringContaining("Ñañez") });
    const opened = await openNews(cast.ines, row?.id ?? "", noon);
    expect(opened.item).toEqual({
      ...{ version: 1, locale: "es", kind: "transferred" },
      date: { day: 12, month: 1, year: 2026, precision: "exact" },
      ...{ facility: "RODEO-I", place: "Pabellón canario", account: "palabra-canario" },
    });
    expect(opened.report.payload.person.surnames).toBe("de los Ángeles");

    const read = await openAsFamily(await keysOf(code));
    expect(read?.messages.at(-1)).toMatchObject({ fromFamily: true, own: "news" });
    expect(JSON.stringify(read)).not.toContain("canario");
    expect((await openThread(cast.ines, reportId, noon)).messages.at(-1)).toMatchObject({ news: row?.id });
    const kept = await asOwner<{ row: string }>(
      "SELECT n::text || m::text AS row FROM registry.news n, registry.messages m",
    );
    const hex = Buffer.from("canario").toString("hex");
    expect(kept.some(({ row: text }) => text.includes(hex) || text.includes("canario"))).toBe(false);
    expect(await trailOf()).toContain("family news.received");
  });

  test("posted twice, also at once, it is one; told again on another page it is another", async () => {
    const { code, reportId } = await givenReport();
    await Promise.all([tell(code, "seen", day), tell(code, "seen", day), tell(code, "seen", day)]);
    expect(await newsOf(reportId)).toHaveLength(1);
    await tell(code, "seen", day, "2");
    expect(await newsOf(reportId)).toHaveLength(2);
  });

  test("past ten a day what can wait is refused, what cannot is not, and the code opens as before", async () => {
    const { code, reportId } = await givenReport();
    for (let n = 0; n < 10; n++) await tell(code, "hearing", { ...day, account: `Audiencia ${n}` });
    await expect(tell(code, "hearing", { ...day, account: "Otra" })).rejects.toMatchObject({
      code: "news_enough",
    });
    await tell(code, "died", {});
    await tell(code, "health", { danger: "yes" });
    await expect(tell(code, "health", { danger: "no" })).rejects.toMatchObject({ code: "news_enough" });
    expect((await newsOf(reportId)).filter((one) => one.urgent)).toHaveLength(2);
    expect((await openAsFamily(await keysOf(code)))?.stage.stage).toBe("received");
    await tell(code, "hearing", { ...day, account: "Mañana" }, "1", at("2026-01-23T12:30:00Z"));
  });

  test("a code that opens nothing tells nothing", async () => {
    const { code } = await givenReport();
    const keys = { ...(await keysOf(code)), lookup: new Uint8Array(32) };
    const news = { keys, kind: "seen", posted: day, locale: "es", form: "1" } as const;
    await expect(postNews(family, news, noon)).rejects.toMatchObject({ code: "code_unknown" });
    for (const sql of ["SELECT * FROM registry.news", "DELETE FROM registry.news"])
      await expect(asRole("INTAKE", sql)).rejects.toThrow(/permission denied/);
    await expect(asRole("DESK", "UPDATE registry.news SET sealed = 'x'")).rejects.toThrow(/denied/);
    await expect(asRole("DESK", "DELETE FROM registry.news")).rejects.toThrow(/denied/);
  });
});

describe("news at the desk", () => {
  test("what cannot wait comes first, counted, and its report is marked in the queue", async () => {
    await asOwner(
      "UPDATE registry.news SET settled_at = now(), settled_by = 'nadie' WHERE settled_at IS NULL",
    );
    const about = (surnames: string) => sendReportAs({ names: { givenNames: "Carmen", surnames } });
    const [plain, dead] = [await about("Rojas"), await about("Peña")];
    await tell(plain.code, "seen", day, "1", at("2026-01-22T10:00:00Z"));
    await tell(dead.code, "died", day, "1", at("2026-01-22T11:00:00Z"));
    const { rows } = await listNews(cast.vera, noon);
    expect(rows.map((row) => row.reportId)).toEqual([dead.reportId, plain.reportId]);
    expect(await countNews(cast.vera)).toEqual({ waiting: 2, urgent: 1 });
    const queue = await listQueue(cast.vera, "all", noon);
    expect(queue.rows.find((row) => row.id === dead.reportId)?.hasNews).toBe(true);
  });

  test("attended to once, it leaves the list and stays as told; nothing is sent", async () => {
    const { code, reportId } = await givenReport();
    await tell(code, "released", { ...day, leaving: "house" });
    const [{ id } = { id: "" }] = await newsOf(reportId);
    const before = await openAsFamily(await keysOf(code));
    await settleNews(cast.ines, id, noon);
    await expect(settleNews(cast.vera, id, noon)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect((await listNews(cast.ines, noon)).rows.map((row) => row.id)).not.toContain(id);
    expect((await openNews(cast.ines, id, noon)).settled).toEqual({ at: noon(), by: "ines" });
    expect((await openAsFamily(await keysOf(code)))?.messages).toHaveLength(before?.messages.length ?? -1);
    expect(await trailOf()).toEqual(expect.arrayContaining(["ines news.settled", "ines news.opened"]));
  });

  test("its case is found through the sealed dossier, and what it suggests is only a form", async () => {
    const { code, reportId } = await givenReport();
    expect(await findCaseOfReport(cast.vera, reportId, noon)).toBeNull();
    const { caseId, reference } = await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    await tell(code, "died", day);
    expect(await findCaseOfReport(cast.vera, reportId, noon)).toBe(reference);
    expect(await caseWith(cast.vera, reference, reportId)).toEqual({ caseId, reference, episode: 1 });
    expect(await caseWith(cast.vera, reference, (await givenReport()).reportId)).toBeNull();
    expect(await caseWith(cast.vera, "7ZZZ-99", reportId)).toBeNull();
    const facts = await asOwner(
      "SELECT FROM registry.facts WHERE case_id = $1 AND state = 'died_in_custody'",
      [caseId],
    );
    expect(facts).toEqual([]);
    expect(OPENINGS).toContain("news.opened");
  });

  test("only who answers families sees them", async () => {
    const { code, reportId } = await givenReport();
    await tell(code, "seen", day);
    const [{ id } = { id: "" }] = await newsOf(reportId);
    for (const who of [cast.lucia, cast.elena, cast.abel, cast.adela]) {
      await expect(listNews(who, noon)).rejects.toMatchObject({ code: "not_permitted" });
      await expect(openNews(who, id, noon)).rejects.toMatchObject({ code: "not_permitted" });
      await expect(settleNews(who, id, noon)).rejects.toMatchObject({ code: "not_permitted" });
    }
  });

  test("an erased report takes its news along", async () => {
    const { code, reportId } = await givenReport();
    await tell(code, "seen", day);
    await asOwner("SELECT registry.append_audit(now(), 'x', 'x.x', '\\x00'), registry.erase_reports($1)", [
      [reportId],
    ]);
    expect(await newsOf(reportId)).toEqual([]);
  });
});

test("house arrest is no release, and an unknown way out stays unknown", () => {
  const item = (leaving: "unknown" | "house" | "measures" | "free") =>
    suggestionOf({
      ...{ version: 1, locale: "es", kind: "released", leaving },
      date: { month: 1, year: 2026, precision: "approximate" },
    });
  expect(item("house").kind).toBe("custody:house_arrest");
  expect(item("unknown").kind).toBe("custody:released_unspecified");
  expect(item("measures")).toMatchObject({ kind: "custody:released_with_measures", earliest: "2026-01-01" });
  expect(item("free")).toMatchObject({ kind: "custody:released_full", latest: "2026-01-31" });
});
