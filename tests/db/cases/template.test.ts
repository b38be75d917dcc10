import { beforeAll, describe, expect, test } from "vitest";
import { confirmBatch, discardBatch } from "@/lib/cases/exchange/batches/commands";
import { listBatches } from "@/lib/cases/exchange/batches/list/queries";
import { readBatch } from "@/lib/cases/exchange/batches/queries";
import { inspectTemplate, stageTemplate } from "@/lib/cases/exchange/template/commands";
import { addEvidence } from "@/lib/evidence/commands";
import { listCasesForDesk } from "@/lib/vetting/cases/list/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "@/tests/support/cast";
import { countedAt } from "@/tests/support/counted";
import { asOwner } from "@/tests/support/owner";
import { fileOf, rowsCalled, soundCells } from "@/tests/support/sheet";
import { at, soundDecision } from "@/tests/support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const monday = at("2026-03-10T12:00:00Z");
const tuesday = at("2026-03-11T12:00:00Z");
const counted = (clock = tuesday) => countedAt(clock);

describe("rows of the template", () => {
  test("wait sealed, then wait as pending, then count when two people decide; and never before", async () => {
    const before = await counted();
    const { batchId } = await stageTemplate(
      cast.clara,
      fileOf(rowsCalled(6), "ong-1"),
      { skipBad: false },
      monday,
    );
    expect(await counted()).toEqual(before);
    const sealed = await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM registry.import_lines WHERE position('Inventada'::bytea IN sealed) > 0",
    );
    expect(sealed[0]?.n).toBe(0);

    const batch = await readBatch(cast.vera, batchId, monday);
    expect(batch).toMatchObject({ kind: "template", state: "waiting", lines: 6, staged: 6 });
    expect(batch.preview).toMatchObject({ cases: 6, verified: 0, pending: 6, held: 0, already: 0 });
    expect(batch.preview?.byState).toEqual([
      { entity: "VE-V", cases: 4 },
      { entity: "VE-K", cases: 2 },
    ]);
    expect(batch.sample[0]?.name).toContain("Inventada");
    expect((await readBatch(cast.abel, batchId, monday)).sample[0]?.name).toBeNull();
    await expect(readBatch(cast.ines, batchId, monday)).rejects.toMatchObject({ code: "not_permitted" });

    await expect(confirmBatch(cast.clara, batchId, monday)).rejects.toMatchObject({ code: "same_person" });
    await expect(confirmBatch(cast.ines, batchId, monday)).rejects.toMatchObject({ code: "not_permitted" });
    const both = await Promise.allSettled(
      [cast.vera, cast.victor].map((who) => confirmBatch(who, batchId, monday)),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "already_confirmed" },
    });
    expect(await counted()).toEqual({ held: before.held, pending: before.pending + 6 });

    const list = await listCasesForDesk(cast.vera, { view: "pending", after: null }, monday);
    const row = list.rows.find(({ name }) => name.includes("Inventada Aa"));
    expect(row).toMatchObject({ verdict: "pending_evaluation", custody: "apprehended", entity: "VE-K" });
    const found = await findCaseForDesk(cast.vera, row?.reference ?? "", monday);
    expect(found.facts[0]?.sources).toEqual(
      expect.arrayContaining([
        { kind: "relative", origin: "family" },
        { kind: "press", origin: "press:diario-inventado" },
      ]),
    );
    expect(found.permissions).toMatchObject([
      { purpose: "count", granted: true, standing: false, givenBy: "relative" },
    ]);
    expect(found.evidence).toMatchObject([
      { kind: "ngo_list", origin: "ngo:ong-1", lead: true, words: { title: "A-1" } },
    ]);
    expect(found.evidence[0]?.words.quotation).toContain("fecha del permiso: 05/08/2024");

    // A lead carries no finding: somebody still has to look.
    const decision = await soundDecision(found.caseId);
    await expect(writeDecision(cast.vera, found.caseId, decision, monday)).rejects.toMatchObject({
      code: "findings_missing",
    });
    const item = { kind: "official_document", origin: "court", words: { title: "Boleta" } };
    const evidence = await addEvidence(cast.vera, found.caseId, item, monday);
    const findings = [
      {
        criterion: "a" as const,
        result: "met" as const,
        evidenceIds: [evidence],
        reasoning: "Por un mensaje.",
      },
    ];
    const decisionId = await writeDecision(cast.vera, found.caseId, { ...decision, findings }, monday);
    expect(await counted()).toEqual({ held: before.held, pending: before.pending + 6 });
    await expect(reviewDecision(cast.clara, decisionId, { agreed: true }, monday)).rejects.toMatchObject({
      code: "registrar_cannot_review",
    });
    // Nobody said how old: until somebody does, a coordinator looks too.
    await expect(reviewDecision(cast.victor, decisionId, { agreed: true }, monday)).rejects.toMatchObject({
      code: "coordinator_needed",
    });
    await reviewDecision(cast.carlos, decisionId, { agreed: true }, monday);
    expect(await counted()).toEqual({ held: before.held + 1, pending: before.pending + 5 });
  });

  test("brought again are already here; with new rows only those come in", async () => {
    const file = fileOf(rowsCalled(6), "ong-1");
    expect((await stageTemplate(cast.clara, file, { skipBad: false }, tuesday)).confirmed).toBe(true);
    const longer = fileOf(rowsCalled(8), "ong-1");
    const { inspection } = await inspectTemplate(cast.clara, longer, tuesday);
    expect(inspection).toMatchObject({ cases: 8, already: 6 });
    const { batchId } = await stageTemplate(cast.clara, longer, { skipBad: false }, tuesday);
    expect((await readBatch(cast.vera, batchId, tuesday)).preview).toMatchObject({ cases: 2, already: 6 });
    expect(await confirmBatch(cast.carlos, batchId, tuesday)).toEqual({ cases: 2, already: 6 });
    const elsewhere = await stageTemplate(
      cast.clara,
      fileOf(rowsCalled(6), "ong-2"),
      { skipBad: false },
      tuesday,
    );
    expect(elsewhere.inspection.alike).toHaveLength(6);
    expect((await readBatch(cast.vera, elsewhere.batchId, tuesday)).findings).toMatchObject({
      likenesses: 6,
    });
    const late = await stageTemplate(
      cast.clara,
      fileOf(rowsCalled(9).slice(8), "ong-2"),
      { skipBad: false },
      tuesday,
    );
    expect(late.inspection.alike).toEqual([]);
    const same = await stageTemplate(cast.clara, fileOf(rowsCalled(9), "ong-1"), { skipBad: false }, tuesday);
    await confirmBatch(cast.carlos, same.batchId, tuesday);
    expect((await readBatch(cast.vera, late.batchId, tuesday)).preview).toMatchObject({ likenesses: 1 });
    await discardBatch(cast.carlos, { id: elsewhere.batchId, why: "los mismos" }, tuesday);
  });

  test("with a bad row write nothing, unless bad rows are left out, and then the second person sees which", async () => {
    const rows = [
      ...rowsCalled(3, "B"),
      { ...soundCells, clave: "B-9", "estado donde fue detenida": "Caracas" },
    ];
    const batches = await listBatches(cast.vera);
    await expect(
      stageTemplate(cast.clara, fileOf(rows, "ong-3"), { skipBad: false }, monday),
    ).rejects.toMatchObject({
      code: "file_invalid",
    });
    expect(await listBatches(cast.vera)).toEqual(batches);
    const { batchId } = await stageTemplate(cast.clara, fileOf(rows, "ong-3"), { skipBad: true }, monday);
    const { findings, preview } = await readBatch(cast.vera, batchId, monday);
    expect(preview?.cases).toBe(3);
    expect(findings?.problems).toMatchObject([
      { line: 5, column: "estado donde fue detenida", code: "caracas" },
    ]);
    expect(await confirmBatch(cast.vera, batchId, monday)).toEqual({ cases: 3, already: 0 });
  });

  test("without permission come in and do not count, whatever is decided", async () => {
    const rows = [{ ...rowsCalled(1, "C")[0], "permiso para contar": "no" }];
    const { batchId } = await stageTemplate(cast.clara, fileOf(rows, "ong-4"), { skipBad: false }, monday);
    await confirmBatch(cast.vera, batchId, monday);
    const [permission] = await asOwner(
      "SELECT granted, standing FROM registry.permissions p JOIN registry.cases c ON c.id = p.case_id WHERE c.source = 'ong-4'",
    );
    expect(permission).toEqual({ granted: false, standing: false });
  });
});
