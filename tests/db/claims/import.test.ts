import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { importClaims } from "@/lib/claims/commands";
import { FileRefusal } from "@/lib/claims/file/schema";
import { Refusal } from "@/lib/core/refusal";
import { asOwner } from "@/tests/support/owner";

const clock = () => new Date("2026-04-01T12:00:00Z");
const operator = { kind: "operator" } as const;
const real = readFileSync("prisma/seed/claims.csv", "utf8");

/** Everything an import may touch, as one string. */
const everything = async (): Promise<string> =>
  JSON.stringify([
    await asOwner("SELECT * FROM registry.claims ORDER BY id"),
    await asOwner("SELECT * FROM registry.claim_relations ORDER BY 1, 2, 3"),
    await asOwner("SELECT * FROM publication.claims ORDER BY id"),
    await asOwner("SELECT count(*) FROM registry.audit_events"),
  ]);

describe("the real ledger", () => {
  beforeAll(async () => {
    expect(await importClaims(operator, real, clock, { dryRun: true })).toMatchObject({
      read: 343,
      added: 343,
    });
    expect(await asOwner("SELECT 1 FROM registry.claims")).toHaveLength(0);
    expect(await importClaims(operator, real, clock)).toEqual({
      read: 343,
      added: 343,
      changed: 0,
      unchanged: 0,
      kept: 0,
      flagged: [],
    });
  });

  it("is there whole, in the registry and in the public copy, with one line in the trail", async () => {
    const [counts] = await asOwner(`SELECT (SELECT count(*)::int FROM registry.claims) AS registry,
      (SELECT count(*)::int FROM publication.claims) AS publication,
      (SELECT count(*)::int FROM registry.claim_relations) AS relations,
      (SELECT count(*)::int FROM registry.audit_events WHERE action = 'claims.imported') AS trail`);
    expect(counts).toEqual({ registry: 343, publication: 343, relations: 37, trail: 1 });
  });

  it("has 777 held at 21:45 on 19 January and 143 out since 8 January", async () => {
    const rows = await asOwner(
      "SELECT as_of, value, period_start, period_end FROM registry.claims WHERE value IN (777, 143) ORDER BY value",
    );
    expect(rows).toContainEqual({
      as_of: "2026-01-19T21:45",
      value: 777,
      period_start: null,
      period_end: null,
    });
    expect(rows).toContainEqual({
      as_of: "2026-01-19T19:30",
      value: 143,
      period_start: "2026-01-08",
      period_end: "2026-01-19",
    });
  });

  it("changes nothing when read again", async () => {
    const before = await everything();
    expect(await importClaims(operator, real, clock)).toMatchObject({ added: 0, changed: 0, unchanged: 343 });
    expect(await everything()).toBe(before);
  });

  it("changes nothing when one cell is bad, and names its line and column", async () => {
    const before = await everything();
    const bad = real.replace(
      "foro-penal-held-2026-01-19-2145,2026-01-19",
      "foro-penal-held-2026-01-19-2145,2026-02-30",
    );
    const refusal = await importClaims(operator, bad, clock).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FileRefusal);
    expect((refusal as FileRefusal).errors).toEqual([
      { line: 254, column: "stated_on", code: "not_a_date", values: { cell: "2026-02-30" } },
    ]);
    expect(await everything()).toBe(before);
  });

  it("keeps and flags a partition that does not sum, as the source has it", async () => {
    const header = real.split("\r\n")[0] ?? "";
    const row = real.split("\r\n").find((line) => line.startsWith("foro-penal-held-2026-02-02,")) ?? "";
    const broken = row.replace(",600,87,", ",601,87,");
    expect(broken).not.toBe(row);
    const done = await importClaims(operator, `${header}\r\n${broken}\r\n`, clock);
    expect(done).toMatchObject({
      changed: 1,
      flagged: [{ line: 2, id: "foro-penal-held-2026-02-02", flags: ["men_women"] }],
    });
    const [kept] = await asOwner(
      "SELECT flags, parts->>'men' AS men FROM registry.claims WHERE id = 'foro-penal-held-2026-02-02'",
    );
    expect(kept).toEqual({ flags: ["men_women"], men: "601" });
    await importClaims(operator, real, clock);
  });

  it("is closed to families", async () => {
    await expect(importClaims({ kind: "family" }, real, clock)).rejects.toThrow(Refusal);
  });

  it("prints no shorthand of its compilers", async () => {
    const rows = await asOwner(
      "SELECT content->>'note' AS note FROM publication.claims WHERE content->>'note' ~ 'SEED|domain.md|[Tt]he seed'",
    );
    expect(rows).toEqual([]);
  });
});
