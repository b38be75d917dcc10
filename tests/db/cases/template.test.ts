import { beforeAll, describe, expect, test } from "vitest";
import { confirmBatch, discardBatch } from "@/lib/cases/exchange/batches/commands";
import { listBatches } from "@/lib/cases/exchange/batches/list/queries";
import { readBatch } from "@/lib/cases/exchange/batches/queries";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { inspectTemplate, stageTemplate } from "@/lib/cases/exchange/template/commands";
import type { Row } from "@/lib/cases/exchange/template/schema";
import { desk } from "@/lib/db/desk";
import { addEvidence } from "@/lib/evidence/commands";
import { tally } from "@/lib/tallies/queries";
import { listCasesForDesk } from "@/lib/vetting/cases/list/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "@/tests/support/cast";
import { asOwner } from "@/tests/support/owner";
import { sheetOf, soundCells } from "@/tests/support/sheet";
import { at, soundDecision } from "@/tests/support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const monday = at("2026-03-10T12:00:00Z");
const tuesday = at("2026-03-11T12:00:00Z");
const fileOf = (rows: readonly Partial<Row>[], source: string) => ({
  bytes: Buffer.from(sheetOf(rows)),
  source,
});
const counted = async (clock = tuesday) => {
  const { held, pending } = await tally(desk(), clock(), clock());
  return { held: held.total, pending: pending.total };
};
const rowsCalled = (n: number, prefix = "A") =>
  Array.from({ length: n }, (_, index) => ({
    ...soundCells,
    clave: `${prefix}-${index + 1}`,
    apellidos: `Inventada ${String.fromCharCode(65 + (index % 26))}${"abcdefghij"[Math.floor(index / 26)]}`,
    "estado donde fue detenida": index % 3 === 0 ? "LARA" : "Zulia",
    "fuente 2": "prensa",
    "origen 2": "prensa: Diario Inventado",
  }));

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

    const list = await listCasesForDesk(
      cast.vera,
      { view: "pending", words: "Inventada Aa", after: null },
      monday,
    );
    const [row] = list.rows;
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
    await reviewDecision(cast.victor, decisionId, { agreed: true }, monday);
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

describe("a batch", () => {
  test("is discarded by a coordinator or who brought it, once, with its reason, and its file can come again", async () => {
    const file = fileOf(rowsCalled(2, "D"), "ong-5");
    const { batchId } = await stageTemplate(cast.clara, file, { skipBad: false }, monday);
    const discarding = { id: batchId, why: "la hoja era de otra organización" };
    await expect(discardBatch(cast.vera, discarding, monday)).rejects.toMatchObject({
      code: "not_permitted",
    });
    const both = await Promise.allSettled([
      discardBatch(cast.carlos, discarding, monday),
      confirmBatch(cast.vera, batchId, monday),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [row] = await asOwner<{ confirmed: boolean }>(
      "SELECT confirmed_at IS NOT NULL AS confirmed FROM registry.import_batches WHERE id = $1",
      [batchId],
    );
    const again = fileOf(rowsCalled(2, "E"), "ong-6");
    const other = row?.confirmed
      ? (await stageTemplate(cast.clara, again, { skipBad: false }, monday)).batchId
      : batchId;
    if (row?.confirmed) await discardBatch(cast.carlos, { ...discarding, id: other }, monday);
    expect(await readBatch(cast.vera, other, monday)).toMatchObject({
      state: "discarded",
      discardedWhy: discarding.why,
    });
    await expect(discardBatch(cast.carlos, { ...discarding, id: other }, monday)).rejects.toMatchObject({
      code: "import_discarded",
    });
    await expect(confirmRegistry(cast.vera, other, monday)).rejects.toMatchObject({
      code: "import_discarded",
    });
    expect(await asOwner("SELECT FROM registry.import_lines WHERE batch_id = $1", [other])).toEqual([]);
    expect(await trailOf()).toContain("carlos import.discarded");
    const anew = await stageTemplate(cast.clara, row?.confirmed ? again : file, { skipBad: false }, tuesday);
    expect(anew.batchId).not.toBe(other);
    expect(await confirmBatch(cast.vera, anew.batchId, tuesday)).toEqual({ cases: 2, already: 0 });
  });

  test("cannot be rewritten, not even by the desk's own role", async () => {
    const [batch] = await asOwner<{ id: string }>("SELECT id FROM registry.import_batches LIMIT 1");
    const id = batch?.id ?? "";
    await expect(desk().importBatch.update({ where: { id }, data: { source: "otra" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(desk().importBatch.delete({ where: { id } })).rejects.toThrow();
  });

  test("whose staging was cut short is said so, refuses the second person, and goes on", async () => {
    const rows = rowsCalled(40, "F").map((row) => ({ ...row, notas: "x".repeat(50) }));
    const file = fileOf(rows, "ong-7");
    let read = 0;
    const dying = stageTemplate(
      cast.clara,
      file,
      {
        skipBad: false,
        progress: () => {
          if (++read > 60) throw new Error("the power went");
        },
      },
      monday,
    );
    await expect(dying).rejects.toThrow("the power went");
    const cut = (await listBatches(cast.vera)).find((one) => one.source === "ong-7");
    expect(cut).toMatchObject({ state: "incomplete" });
    await expect(confirmBatch(cast.vera, cut?.id ?? "", monday)).rejects.toMatchObject({
      code: "import_incomplete",
    });
    const { batchId } = await stageTemplate(cast.clara, file, { skipBad: false }, tuesday);
    expect(batchId).toBe(cut?.id);
    expect(await confirmBatch(cast.vera, batchId, tuesday)).toEqual({ cases: 40, already: 0 });
  });

  test("of a registry says from how many to how many the total goes, and says it right", async () => {
    const known = "2026-01-03T12:00:00Z";
    const person = (n: number, state: string) => ({
      type: "case",
      key: `r-${n}`,
      person: { givenNames: "Persona", surnames: `Registrada ${"abcdef"[n]}` },
      permissions: [{ purpose: "count", granted: true, knownFrom: known, givenBy: "relative" }],
      facts: [
        {
          track: "custody",
          state: "apprehended",
          episode: 1,
          effective: { earliest: "2026-01-02", latest: "2026-01-02" },
          knownFrom: known,
          entity: "VE-K",
        },
        ...(n === 5
          ? [
              {
                track: "custody",
                state: "released_full",
                episode: 1,
                effective: { earliest: "2026-02-02", latest: "2026-02-02" },
                knownFrom: known,
              },
            ]
          : []),
        { track: "vetting", state, effective: { earliest: known, latest: known }, knownFrom: known },
      ],
    });
    const header = { type: "registry", version: 1, source: "reg-1", exportedAt: known, history: "keep" };
    const lines = [
      header,
      ...[0, 1, 2, 5].map((n) => person(n, "verified_political")),
      person(3, "not_confirmed"),
    ];
    const file = {
      sha256: new Uint8Array(32).fill(7),
      async *lines() {
        for (const [index, line] of lines.entries()) yield { line: index + 1, text: JSON.stringify(line) };
      },
    };
    const before = await counted();
    const { batchId } = await stageRegistry(cast.clara, file, { skipBad: false }, tuesday);
    const { preview, kind } = await readBatch(cast.vera, batchId, tuesday);
    expect(kind).toBe("registry");
    expect(preview).toMatchObject({ cases: 5, verified: 4, held: 3, pending: 0 });
    await confirmBatch(cast.vera, batchId, tuesday);
    expect(await counted()).toEqual({ ...before, held: before.held + (preview?.held ?? 0) });
  });
});
