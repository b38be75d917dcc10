import { beforeAll, describe, expect, test } from "vitest";
import { confirmBatch, discardBatch } from "@/lib/cases/exchange/batches/commands";
import { listBatches } from "@/lib/cases/exchange/batches/list/queries";
import { readBatch } from "@/lib/cases/exchange/batches/queries";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { stageTemplate } from "@/lib/cases/exchange/template/commands";
import { type Cast, givenCast, trailOf } from "@/tests/support/cast";
import { countedAt } from "@/tests/support/counted";
import { asDeskTraced, asOwner, asRole } from "@/tests/support/owner";
import { fileOf, rowsCalled } from "@/tests/support/sheet";
import { at } from "@/tests/support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const monday = at("2026-03-10T12:00:00Z");
const tuesday = at("2026-03-11T12:00:00Z");
const counted = (clock = tuesday) => countedAt(clock);

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
    const [batch] = await asOwner<{ id: string }>(
      "SELECT id FROM registry.import_batches WHERE confirmed_at IS NOT NULL LIMIT 1",
    );
    const set = (what: string) =>
      asDeskTraced(`UPDATE registry.import_batches SET ${what} WHERE id = $1`, [batch?.id]);
    const nobody = "confirmed_by = NULL, confirmed_at = NULL";
    for (const what of [
      "source = 'otra'",
      "lines = 1",
      nobody,
      "discarded_by = 'ana', discarded_at = now()",
    ]) {
      await expect(set(what), what).rejects.toThrow(/append-only/);
    }
    await expect(asRole("DESK", "DELETE FROM registry.import_batches")).rejects.toThrow(/permission denied/);
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
