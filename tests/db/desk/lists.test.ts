import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { bitOf, type GapKind, gapKinds } from "@/lib/cases/marks/schema";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { takeCase } from "@/lib/vetting/commands";
import { listOverdue } from "@/lib/vetting/lists/overdue/queries";
import type { OverdueKind } from "@/lib/vetting/lists/overdue/schema";
import { listQuality } from "@/lib/vetting/lists/quality/queries";
import { cursorIn } from "@/lib/vetting/lists/rules";
import { askFamily, assignReport, snoozeReport } from "@/lib/vetting/reports/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, givenReport, plainCase, plainFact } from "../../support/stories";

let cast: Cast;
const opened = at("2026-01-20T12:00:00Z");
const day = (n: number) => at(new Date(Date.parse("2026-01-20T12:00:00Z") + n * 86_400_000).toISOString());

beforeAll(async () => {
  cast = await givenCast();
});

/** The references, or reports, that a kind holds at a moment. */
async function overdue(kind: OverdueKind, clock: () => Date): Promise<(string | null)[]> {
  const { rows } = await listOverdue(cast.clara, kind, clock);
  return rows.map((row) => row.caseReference ?? row.reportId);
}
const factOf = async (caseId: string, track = "custody") =>
  (
    await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND track = $2::registry.track ORDER BY recorded_at DESC LIMIT 1",
      [caseId, track],
    )
  )[0]?.id ?? "";
const bare = { permissions: [], facts: [], evidence: [] };

describe("overdue", () => {
  test("a proposal is overdue after two days and no longer once a second person confirmed it", async () => {
    const { caseId, reference } = await givenCase(cast.ines, {}, opened);
    expect(await overdue("facts", day(1.9))).not.toContain(reference);
    expect(await overdue("facts", day(2))).toContain(reference);
    expect(await overdue("untaken", day(2))).toContain(reference);
    await confirmFact(cast.vera, await factOf(caseId), day(2));
    await takeCase(cast.vera, caseId, day(2));
    expect(await overdue("facts", day(3))).not.toContain(reference);
    expect(await overdue("untaken", day(3))).not.toContain(reference);
    await givenDecision(cast.vera, caseId, day(3));
    expect(await overdue("decisions", day(4))).not.toContain(reference);
    expect(await overdue("decisions", day(5))).toContain(reference);
  });

  test("nobody confirmed for 30, 60 and 90 days: in one band at a time, until a visit is known", async () => {
    const { caseId, reference } = await givenCase(cast.ines, {}, opened);
    await confirmFact(cast.vera, await factOf(caseId), opened);
    // Apprehended on 10 January: ten days before the case was opened.
    const bands = ["unconfirmed_30", "unconfirmed_60", "unconfirmed_90"] as const;
    const found = async (clock: () => Date) => {
      const each = await Promise.all(
        bands.map(async (one) => (await overdue(one, clock)).includes(reference)),
      );
      return bands.filter((_, n) => each[n]);
    };
    expect(await found(day(19))).toEqual([]);
    expect(await found(day(21))).toEqual(["unconfirmed_30"]);
    expect(await found(day(51))).toEqual(["unconfirmed_60"]);
    expect(await found(day(81))).toEqual(["unconfirmed_90"]);
    const visit = { track: "remedy", state: "visit", episode: 1, sources: plainFact.sources } as const;
    const bounds = { earliest: "2026-04-09", latest: "2026-04-09" };
    const id = await recordFact(cast.ines, caseId, { ...visit, effective: bounds }, day(81));
    expect(await found(day(81))).toEqual(["unconfirmed_90"]);
    await confirmFact(cast.vera, id, day(81));
    expect(await found(day(81))).toEqual([]);
  });

  test("paradero desconocido: 24 hours, day 60, day 85; over when somebody was found", async () => {
    const fact = { ...plainFact, state: "whereabouts_concealed", whereabouts: "denied" } as const;
    const hidden = { ...fact, effective: { earliest: "2026-01-20", latest: "2026-01-20" } };
    const { caseId, reference } = await givenCase(cast.ines, { facts: [hidden] }, opened);
    await confirmFact(cast.clara, await factOf(caseId), opened);
    const bands = ["missing_24h", "missing_60", "missing_85"] as const;
    const found = async (clock: () => Date) => {
      const each = await Promise.all(
        bands.map(async (one) => (await overdue(one, clock)).includes(reference)),
      );
      return bands.filter((_, n) => each[n]);
    };
    expect(await found(day(0.5))).toEqual([]);
    expect(await found(day(1))).toEqual(["missing_24h"]);
    expect(await found(day(60))).toEqual(["missing_60"]);
    expect(await found(day(85))).toEqual(["missing_85"]);
    const seen = { ...plainFact, state: "located_contact" } as const;
    const bounds = { earliest: "2026-04-15", latest: "2026-04-15" };
    await confirmFact(
      cast.clara,
      await recordFact(cast.ines, caseId, { ...seen, effective: bounds }, day(86)),
      day(86),
    );
    expect(await found(day(87))).toEqual([]);
  });

  test("a death nobody told the family of is listed at once; a hearing, once its day passed and nothing followed", async () => {
    const { caseId, reference } = await givenCase(cast.ines, {}, opened);
    await confirmFact(cast.vera, await factOf(caseId), opened);
    const trial = { track: "process", state: "trial", episode: 1, sources: plainFact.sources } as const;
    const bounds = { earliest: "2026-02-10", latest: "2026-02-10" };
    await recordFact(cast.ines, caseId, { ...trial, effective: bounds }, opened);
    expect(await overdue("date_passed", day(20))).not.toContain(reference);
    expect(await overdue("date_passed", day(22))).toContain(reference);
    const after = {
      ...trial,
      state: "convicted",
      effective: { earliest: "2026-02-12", latest: "2026-02-12" },
    } as const;
    await recordFact(cast.ines, caseId, after, day(24));
    expect(await overdue("date_passed", day(25))).not.toContain(reference);
    const death = { ...plainFact, state: "died_in_custody", whereabouts: undefined } as const;
    const died = { earliest: "2026-02-13", latest: "2026-02-13" };
    await recordFact(cast.ines, caseId, { ...death, effective: died }, day(25));
    expect(await overdue("kin_untold", day(25))).toContain(reference);
  });

  test("reports: with nobody after three days, put off and back, and families who did not answer in fourteen", async () => {
    const [alone, away, silent] = [await givenReport(), await givenReport(), await givenReport()];
    expect(await overdue("unassigned", day(1))).not.toContain(alone.reportId);
    expect(await overdue("unassigned", day(3))).toContain(alone.reportId);
    await assignReport(cast.vera, alone.reportId, { seen: null }, day(3));
    expect(await overdue("unassigned", day(3))).not.toContain(alone.reportId);
    const until = day(4)();
    await snoozeReport(cast.vera, away.reportId, { seen: null, until, why: "Espera al tribunal." }, day(3));
    expect(await overdue("unassigned", day(3.5))).not.toContain(away.reportId);
    expect(await overdue("snooze_over", day(3.5))).not.toContain(away.reportId);
    expect(await overdue("snooze_over", day(4))).toContain(away.reportId);
    await askFamily(cast.vera, silent.reportId, { seen: null, wants: ["date"] }, day(3));
    expect(await overdue("unanswered", day(16))).not.toContain(silent.reportId);
    expect(await overdue("unanswered", day(17))).toContain(silent.reportId);
  });

  test("pages follow one another by moment; a lawyer is told nothing of reports, an auditor nothing at all", async () => {
    for (let n = 0; n < 60; n++) await givenCase(cast.ines, bare, opened);
    const first = await listOverdue(cast.vera, "untaken", day(9));
    const rest = await listOverdue(cast.vera, "untaken", day(9), cursorIn(first.next));
    expect(first.rows).toHaveLength(50);
    const all = [...first.rows, ...rest.rows].map((row) => row.caseReference);
    expect(new Set(all).size).toBe(first.counts.untaken);
    const lawyers = await listOverdue(cast.lucia, null, day(9));
    expect(Object.keys(lawyers.counts)).not.toContain("unassigned");
    await expect(listOverdue(cast.lucia, "unassigned", day(9))).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(listOverdue(cast.abel, null, day(9))).rejects.toMatchObject({ code: "not_permitted" });
    expect(cursorIn("1.no-es")).toBeNull();
  });
});

describe("quality", () => {
  /** What a case lacks, by the marks. */
  const gapsOf = async (caseId: string): Promise<GapKind[]> => {
    await listQuality(cast.vera, null, day(30));
    const [row] = await asOwner<{ gaps: number; stale: boolean }>(
      "SELECT gaps, stale FROM registry.case_marks WHERE case_id = $1",
      [caseId],
    );
    expect(row?.stale).toBe(false);
    return gapKinds.filter((kind) => ((row?.gaps ?? 0) & bitOf(kind)) !== 0);
  };

  test("says what is missing, and follows what is written down in the same transaction", async () => {
    const traits = { sex: "unknown", civilMilitary: "unknown" } as const;
    const { caseId } = await givenCase(cast.ines, { ...bare, traits }, opened);
    expect(await gapsOf(caseId)).toEqual([
      ...(["sex", "age", "entity", "civil_military", "force", "permission", "standing", "undated"] as const),
    ]);
    const id = await recordFact(cast.ines, caseId, plainFact, opened);
    expect(await gapsOf(caseId)).toEqual(["sex", "age", "civil_military", "permission", "standing"]);
    await setAsideFact(cast.ines, id, "Se anotó por error.", opened);
    expect(await gapsOf(caseId)).toContain("entity");
    const yes = { purpose: "count", granted: true, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.ines, caseId, yes, opened);
    expect(await gapsOf(caseId)).not.toContain("standing");
  });

  test("finds two places at once, an impossible date and a conviction without court; a whole case has nothing", async () => {
    const yes = { purpose: "count", granted: true, givenBy: "relative", standing: true } as const;
    const whole = { ...plainCase, permissions: [yes] };
    const { caseId, reference } = await givenCase(cast.ines, whole, opened);
    await confirmFact(cast.vera, await factOf(caseId), opened);
    expect(await gapsOf(caseId)).toEqual([]);
    const span = { earliest: "2026-01-09", latest: "2026-01-15" };
    const elsewhere = { ...plainFact, state: "located_contact", entity: "VE-A", effective: span } as const;
    await confirmFact(cast.vera, await recordFact(cast.ines, caseId, elsewhere, opened), opened);
    expect(await gapsOf(caseId)).toEqual(["place_conflict"]);
    const condemned = {
      track: "process",
      state: "convicted",
      episode: 1,
      sources: plainFact.sources,
    } as const;
    await recordFact(cast.ines, caseId, { ...condemned, effective: span }, opened);
    expect(await gapsOf(caseId)).toEqual(["place_conflict", "no_court"]);
    const page = await listQuality(cast.vera, "no_court", day(30));
    expect(page.rows).toContainEqual({
      reference,
      name: "Yusmary de los Ángeles",
      gaps: ["place_conflict", "no_court"],
    });
    expect(page.counts.no_court).toBe(page.rows.length);
    await expect(listQuality(cast.abel, null, day(30))).rejects.toMatchObject({ code: "not_permitted" });
  });
});
