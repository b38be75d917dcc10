import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attachReport } from "@/lib/cases/dossier/commands";
import { addEvidence } from "@/lib/evidence/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openThread } from "@/lib/intake/receipt/queries";
import { dropIndex } from "@/lib/people/indexed/commands";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { takeCase } from "@/lib/vetting/commands";
import { assignReport } from "@/lib/vetting/reports/commands";
import { openReport } from "@/lib/vetting/reports/queries";
import { listQueue } from "@/lib/vetting/reports/queue/queries";
import { findCases } from "@/lib/vetting/search/queries";
import { givenIndex } from "@/tests/support/indexed";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, dawn, givenCase, givenReport } from "../../support/stories";

let cast: Cast;
afterAll(dropIndex);
beforeAll(async () => {
  cast = await givenCast();
});
const count = async (table: string) =>
  Number((await asOwner<{ n: string }>(`SELECT count(*) AS n FROM registry.${table}`))[0]?.n);

describe("the queue", () => {
  test("shows what waits and what is missing, and says in the trail that somebody looked", async () => {
    const { reportId } = await givenReport();
    const { rows, counts } = await listQueue(cast.ines, "all", dawn);
    expect(counts.all).toBe(1);
    expect(rows[0]).toMatchObject({ id: reportId, name: "Yusmary Ñañez de los Ángeles", entity: "VE-V" });
    expect(rows[0]?.gaps).toEqual(["age", "account", "relation"]);
    await openReport(cast.ines, reportId, dawn);
    expect((await trailOf()).slice(-2)).toEqual(["ines queue.read", "ines report.opened"]);
  });

  test("an auditor and an editor read no report", async () => {
    const { reportId } = await givenReport();
    for (const who of [cast.abel, cast.elena]) {
      await expect(listQueue(who, "all", dawn)).rejects.toMatchObject({ code: "not_permitted" });
      await expect(openReport(who, reportId, dawn)).rejects.toMatchObject({ code: "not_permitted" });
    }
  });

  test("of two who take a report one has it, and the other is told", async () => {
    const { reportId } = await givenReport();
    const both = await Promise.allSettled(
      [cast.vera, cast.victor].map((who) => assignReport(who, reportId, { seen: null }, dawn)),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "taken_meanwhile" },
    });
  });
});

describe("opening a case", () => {
  test("takes the report, tells the family, leaves a trail, and no plain row ties the two", async () => {
    const { code, reportId } = await givenReport();
    const odd = at("2026-01-20T12:34:56.789Z");
    const of = { reportIds: [reportId], channel: "report" as const };
    const { caseId, reference } = await givenCase(cast.ines, of, odd);
    expect(reference).toMatch(/^[0-9ABCDFHKMNQRSTWXYZ][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{2}$/);
    expect((await trailOf()).at(-1)).toBe("ines case.opened");
    const [report] = await asOwner("SELECT stage FROM registry.reports WHERE id = $1", [reportId]);
    expect(report).toEqual({ stage: "in_review" });

    const tables = await asOwner<{ table_name: string }>(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'registry' AND table_type = 'BASE TABLE'",
    );
    for (const { table_name } of tables) {
      const rows = await asOwner<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM registry.${table_name} t`,
      );
      const tying = rows.filter(({ row }) => row.includes(reportId) && row.includes(caseId));
      expect(tying, table_name).toEqual([]);
    }

    // The first 48 bits of an id are a time: equal ones would lead from the case through the message to the report.
    const moments = await asOwner<{ of: string; at: string }>(
      `SELECT 'case' AS of, left(id::text, 13) AS at FROM registry.cases WHERE id = $1
       UNION ALL SELECT 'message', left(m.id::text, 13) FROM registry.messages m JOIN registry.receipts r USING (thread_id) WHERE report_id = $2`,
      [caseId, reportId],
    );
    const ofCase = moments.find((row) => row.of === "case")?.at;
    expect(moments.filter((row) => row.of === "message").map((row) => row.at)).toHaveLength(2);
    expect(moments.filter((row) => row.of === "message" && row.at === ofCase)).toEqual([]);

    const opened = await openWithCode({ kind: "family" }, code, dawn);
    const thread = opened.kind === "report" ? await openThread(opened.keys) : null;
    expect(JSON.stringify(thread)).toContain("in_review");

    const found = await findCaseForDesk(cast.vera, reference, dawn);
    expect(found).toMatchObject({ caseId, reports: [reportId], openedBy: "ines" });
    expect(found.identity.surnames).toBe("de los Ángeles");
    expect(found.facts.map((fact) => fact.state).sort()).toEqual(["apprehended", "pending_evaluation"]);
    expect(found.facts.every((fact) => fact.knownFrom === null)).toBe(true);
  });

  test("a name is in no plain column", async () => {
    await givenCase(cast.ines);
    const rows = await asOwner<{ row: string }>("SELECT row_to_json(t)::text AS row FROM registry.people t");
    expect(rows.every(({ row }) => !row.includes("Yusmary"))).toBe(true);
  });

  test("one report opens one case, even twice at once, and the second leaves nothing", async () => {
    const { reportId } = await givenReport();
    const before = await count("people");
    const both = await Promise.allSettled([
      givenCase(cast.ines, { reportIds: [reportId] }),
      givenCase(cast.vera, { reportIds: [reportId] }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "already_opened" },
    });
    expect(await count("people")).toBe(before + 1);
    await expect(givenCase(cast.vera, { reportIds: [reportId] })).rejects.toMatchObject({
      code: "already_opened",
    });
  });

  test("an editor may not, and nothing is written", async () => {
    const before = [await count("people"), await count("audit_events")];
    await expect(givenCase(cast.elena)).rejects.toMatchObject({ code: "not_permitted" });
    expect([await count("people"), await count("audit_events")]).toEqual(before);
  });

  test("a second report joins a case, and only once", async () => {
    const { reportId } = await givenReport();
    const { caseId, reference } = await givenCase(cast.ines);
    await attachReport(cast.ines, caseId, reportId, dawn);
    await expect(attachReport(cast.ines, caseId, reportId, dawn)).rejects.toMatchObject({
      code: "already_opened",
    });
    expect((await findCaseForDesk(cast.ines, reference, dawn)).reports).toEqual([reportId]);
  });
});

describe("taking a case for evaluation", () => {
  const pending = async (caseId: string) =>
    asOwner(
      "SELECT 1 FROM registry.pending_intervals p JOIN registry.cases c USING (person_id) WHERE c.id = $1",
      [caseId],
    );

  test("counts the person as pending, by somebody other than the opener, once", async () => {
    const { caseId } = await givenCase(cast.vera);
    await expect(takeCase(cast.vera, caseId, dawn)).rejects.toMatchObject({ code: "same_person" });
    expect(await pending(caseId)).toHaveLength(0);
    await takeCase(cast.victor, caseId, dawn);
    expect(await pending(caseId)).toHaveLength(1);
    await expect(takeCase(cast.clara, caseId, dawn)).rejects.toMatchObject({ code: "already_confirmed" });
    expect((await trailOf()).at(-1)).toBe("victor case.taken");
  });
});

describe("evidence and the list", () => {
  test("words are sealed, kind and origin plain, and the trail says who added it", async () => {
    const { caseId, reference } = await givenCase(cast.ines);
    const words = { title: "Nota de prensa", quotation: "La detuvieron en su casa." };
    await addEvidence(cast.ines, caseId, { kind: "press", origin: "press:El Diario", words }, dawn);
    const rows = await asOwner<{ row: string }>(
      "SELECT row_to_json(t)::text AS row FROM registry.evidence t",
    );
    expect(rows.every(({ row }) => !row.includes("detuvieron"))).toBe(true);
    const found = await findCaseForDesk(cast.vera, reference, dawn);
    expect(found.evidence.find((item) => item.kind === "press")).toMatchObject({
      origin: "press:el-diario",
      words,
    });
    const before = await count("evidence");
    const added = addEvidence(cast.abel, caseId, { kind: "press", origin: "press:x", words }, dawn);
    await expect(added).rejects.toMatchObject({ code: "not_permitted" });
    expect(await count("evidence")).toBe(before);
  });

  test("cases are found by words of a name in any order, and by reference", async () => {
    const { reference } = await givenCase(cast.ines, {
      identity: { givenNames: "Wílmer José", surnames: "Ávila Núñez", aliases: ["Cheo"], idDocument: null },
    });
    await givenIndex(cast.vera);
    const ask = async (words: string) =>
      (await findCases(cast.vera, words, dawn)).map((row) => row.reference);
    expect(await ask("nunez wilmer")).toEqual([reference]);
    expect(await ask("cheo")).toEqual([reference]);
    expect(await ask(reference.toLowerCase())).toEqual([reference]);
    expect(await ask("nadie con este nombre")).toEqual([]);
  });
});
