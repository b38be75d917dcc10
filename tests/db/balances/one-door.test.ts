import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as talliesOf } from "@/app/api/v1/tallies/route";
import { GET as filesOf } from "@/app/api/v1/tallies.csv/route";
import type { StaffActor } from "@/lib/auth/actor";
import { exactSide } from "@/lib/balances/cells/schema";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { disclose } from "@/lib/balances/disclosure/rules";
import { writeSite } from "@/lib/balances/site/commands";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { twoCoordinators } from "../../support/coordinators";
import { asOwner } from "../../support/owner";
import { counted, nameCase } from "../../support/population";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const at = (iso: string) => () => new Date(iso);
let carmen: StaffActor;
let elena: StaffActor;
let ids: string[];

async function publish(cutOff: string, now: string) {
  const id = await draftBalance(carmen, { kind: "weekly", at: cutOff }, at(now));
  await signBalance(carmen, id, at(now));
  await signBalance(elena, id, at(now));
}

beforeAll(async () => {
  const clock = at("2025-12-01T12:00:00Z");
  [carmen, elena] = await twoCoordinators(clock);
  await writeSite({ demonstration: false, organisation: "Prueba" });
  await secondCoverage(elena, await declareCoverage(carmen, { since: "2026-01-05" }, clock), clock);
  const people = (n: number, more: object) => Array.from({ length: n }, () => ({ ...more }));
  ids = await counted([
    ...people(48, { sex: "man", stateHeld: "VE-V" }),
    ...people(14, { sex: "woman", stateHeld: "VE-B", civilMilitary: "military" }),
    ...people(3, { sex: "unknown", stateHeld: "unknown" }),
  ]);
  for (const id of ids.slice(0, 8)) await nameCase(id, "2026-01-10T12:00:00Z");
  await publish("2026-01-20T04:00:00.000Z", "2026-01-20T15:00:00Z");
  for (const id of ids.slice(8, 14)) await nameCase(id, "2026-01-22T12:00:00Z");
  await publish("2026-01-27T04:00:00.000Z", "2026-01-27T15:00:00Z");
});

describe("one door between exact numbers and what is published", () => {
  test("what the public reads is what the rule makes of the exact side, the shortfalls and what it remembered, and no more", async () => {
    const drafts = await asOwner<{ exact: unknown }>(
      "SELECT exact FROM registry.balance_drafts ORDER BY published_at",
    );
    const [before, now] = drafts.map(({ exact }) => exactSide.parse(exact));
    const rows = await asOwner<{ cell: string; value: number }>(
      "SELECT cell, value FROM registry.disclosure_offsets",
    );
    const offsets = Object.fromEntries(rows.map(({ cell, value }) => [cell.replace("2.0/0 ", ""), value]));
    if (!before || !now) throw new Error("two balances were published");
    const { printed } = disclose(now.cells, offsets, before.floors);
    const content = (await latestBalance())?.content;
    expect(content).toMatchObject(printed);
    for (const [name, cells] of Object.entries(printed.partitions))
      expect(content?.partitions[name as keyof typeof printed.partitions]).toEqual(cells);
    const answer = await talliesOf(new Request("http://localhost/api/v1/tallies"), undefined);
    const { held, partitions } = (await answer.json()) as { held: unknown; partitions: object };
    expect([held, partitions]).toEqual([printed.held, printed.partitions]);
  });

  test("six more names between two balances changed no printed cell and no line", async () => {
    const [first, second] = (
      await asOwner<{ content: { held: unknown; partitions: Record<string, unknown> } }>(
        "SELECT content FROM publication.balances ORDER BY at",
      )
    ).map((row) => row.content);
    expect(second?.held).toEqual(first?.held);
    for (const name of ["sex", "civilMilitary", "convicted", "nationality", "whereabouts"])
      expect([name, second?.partitions[name]]).toEqual([name, first?.partitions[name]]);
    const floors = (tally: typeof first) =>
      Object.values(tally?.partitions.stateHeld as Record<string, { unnamedAtLeast: number }>).map(
        (cell) => cell.unnamedAtLeast,
      );
    expect(floors(second)).toEqual(floors(first));
  });

  test("a file of cells says nothing that the same answer as JSON does not", async () => {
    const text = await (await filesOf(new Request("http://localhost/api/v1/tallies.csv"), undefined)).text();
    const content = (await latestBalance())?.content;
    const told = new Set(JSON.stringify(content).match(/\d+/g));
    const lines = text.replace("\uFEFF", "").trim().split("\r\n").slice(1);
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines)
      for (const value of line.split(",").slice(5).filter(Boolean)) expect(told, line).toContain(value);
  });

  test("only one file writes balances, only one calls the rule, and the writer takes the content both signed", () => {
    const files = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.includes("generated"))
      .map((path) => ({ path, text: readFileSync(join(ROOT, "lib", path), "utf8") }));
    const having = (pattern: RegExp) =>
      files
        .filter(({ text }) => pattern.test(text))
        .map(({ path }) => path.replaceAll("\\", "/"))
        .sort();
    const writes = /publishedBalance\.(create|update|upsert)|(INSERT INTO|UPDATE) publication\.balances\b/;
    expect(having(writes)).toEqual(["balances/publishing/commands.ts"]);
    expect(having(/(?<!function )\bdisclose\(/)).toEqual(["balances/commands.ts"]);
    expect(having(/\bcountCells\(/)).toEqual(["balances/cells/queries.ts", "balances/drafts/queries.ts"]);
  });
});
