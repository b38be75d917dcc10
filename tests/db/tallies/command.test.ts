import { Command } from "commander";
import { parse } from "csv-parse/sync";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Tally } from "@/lib/tallies/schema";
import addTally from "@/scripts/vigilia/tally";
import { asOwner } from "@/tests/support/owner";
import { counted } from "@/tests/support/population";

// The command as an operator types it, on this file's own database instead of an installation's.
vi.mock("@/scripts/cli/with-desk", () => ({
  withDesk: (_dir: string, run: () => Promise<unknown>) => run(),
}));

let printed = "";
const write = (text: unknown) => {
  printed += String(text);
  return true;
};
beforeEach(() => {
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text) => void write(`${text}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation(write as typeof process.stdout.write);
});
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  await counted([
    { sex: "woman" },
    { from: "2026-01-10T04:00:00Z", to: "2026-01-15T04:00:00Z" },
    { from: "2026-01-10T04:00:00Z", knownFrom: "2026-02-01T00:00:00Z" },
  ]);
});

async function tally(...args: string[]): Promise<string> {
  const program = new Command().exitOverride();
  addTally(program);
  await program.parseAsync(["tally", ...args], { from: "user" });
  return printed;
}
const at = ["--at", "2026-01-13T00:00:00-04:00"];
const known = ["--known", "2026-01-20T00:00:00-04:00"];
const window = ["--from", "2026-01-08T00:00:00-04:00", "--to", "2026-01-20T00:00:00-04:00"];

describe("npm run vigilia -- tally", () => {
  it("--json answers exactly the Tally others parse: these keys, in this shape, and no other", async () => {
    const answer = JSON.parse(await tally(...at, ...known, "--json")) as Tally;
    expect(Object.keys(answer)).toEqual([
      "at",
      "known",
      "method",
      "held",
      "partitions",
      "restricted",
      "shortDetentions",
      "pending",
    ]);
    expect(Object.keys(answer.held)).toEqual(["total", "ofWhich"]);
    expect(Object.keys(answer.partitions)).toHaveLength(8);
    expect(answer).toMatchObject({
      at: "2026-01-13T04:00:00.000Z",
      known: "2026-01-20T04:00:00.000Z",
      method: "1.0",
      held: { total: 2 },
      restricted: { total: 0 },
      shortDetentions: 0,
      pending: { total: 0 },
    });
  });

  it("a window keeps the keys of the contract and says how each end was known", async () => {
    const answer = JSON.parse(await tally(...window, "--json"));
    expect(answer).toMatchObject({
      from: "2026-01-08T04:00:00.000Z",
      to: "2026-01-20T04:00:00.000Z",
      knownFrom: "2026-01-08T04:00:00.000Z",
      knownTo: "2026-01-20T04:00:00.000Z",
      method: "1.0",
      flows: { newDetentions: 1, releases: { events: 1, persons: 1, full: 1 } },
      reconciliation: { opening: 1, terms: { newDetentions: 1, releases: -1 }, closing: 1, residual: 0 },
    });
    printed = "";
    const later = JSON.parse(await tally(...window, "--known-to", "2026-02-02T00:00:00Z", "--json"));
    expect(later.reconciliation).toMatchObject({ opening: 1, closing: 2, residual: 0 });
    printed = "";
    const both = JSON.parse(await tally(...window, "--known", "2026-02-02T00:00:00Z", "--json"));
    expect([both.knownFrom, both.knownTo]).toEqual(["2026-02-02T00:00:00.000Z", "2026-02-02T00:00:00.000Z"]);
  });

  it("--against says why today's answer differs from that day's", async () => {
    const text = await tally(...at, ...known, "--against", "2026-03-01T00:00:00Z");
    expect(text).toMatch(/20T04:00:00.000Z \(method 1.0\): 2\n.*\(method 1.0\): 3/);
    expect(text).toMatch(/lateRegistrations\s+\+1/);
    expect(text).toMatch(/residual\s+0/);
    printed = "";
    const nobody = await tally(...at, "--known", "1990-01-01T00:00:00Z", "--against", "2026-03-01T00:00:00Z");
    expect(nobody).toContain("knew of nobody");
  });

  it("--csv gives one number a row, each with at, known and method", async () => {
    const rows = parse(await tally(...at, ...known, "--csv"), { columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(70);
    for (const row of rows)
      expect(row).toMatchObject({
        at: "2026-01-13T04:00:00.000Z",
        known: "2026-01-20T04:00:00.000Z",
        method: "1.0",
      });
    expect(rows).toContainEqual(expect.objectContaining({ dimension: "held", cell: "total", value: "2" }));
    expect(rows).toContainEqual(expect.objectContaining({ dimension: "sex", cell: "woman", value: "1" }));
    for (const flag of ["--queue", "--freshness", "--restricted"]) {
      printed = "";
      const beside = parse(await tally(...at, ...known, flag, "--csv"), { columns: true }) as typeof rows;
      expect(beside.length, flag).toBeGreaterThan(3);
      expect(beside.every((row) => row.at && row.known && row.method === "1.0")).toBe(true);
    }
  });

  it("--every gives days and weeks, restated or each as known then", async () => {
    const held = async (...more: string[]) => {
      printed = "";
      const { items } = JSON.parse(await tally(...window, "--every", "week", ...more, "--json"));
      return items.map((item: { held: number; known: string }) => [item.held, item.known.slice(0, 10)]);
    };
    expect(await held("--known", "2026-03-01T00:00:00Z")).toEqual([
      [1, "2026-03-01"],
      [3, "2026-03-01"],
    ]);
    expect(await held("--as-known-then")).toEqual([
      [1, "2026-01-08"],
      [2, "2026-01-15"],
    ]);
  });

  it.each([
    [["--at", "2026-01-13T00:00:00"], /--at 2026-01-13T00:00:00: not a moment.*offset/],
    [["--at", "2026-01-13T00:00:00Z", "--known", "yesterday"], /--known yesterday: not a moment/],
    [[...window, "--known-to", "2026-01-13"], /--known-to 2026-01-13: not a moment/],
    [["--from", "2026-01-13T00:00:00Z"], /which window/],
    [["--from", "2026-01-13T00:00:00Z", "--to", "2026-01-12T00:00:00Z"], /--from comes after --to/],
    [[...at, ...window], /not both/],
    [[...at, "--queue", "--freshness"], /one of/],
    [[...at, "--json", "--csv"], /either --json or --csv/],
    [[...window, "--every", "year"], /day or week/],
    [[...window, "--every", "week", "--known-to", "2026-01-13T00:00:00Z"], /--as-known-then/],
  ])("%s is refused in a sentence", async (args, sentence) => {
    await expect(tally(...args)).rejects.toThrow(sentence);
    expect(printed).toBe("");
  });

  it("refuses a daily series longer than it can answer, with both numbers, and answers from = to", async () => {
    const long = ["--from", "1990-01-01T00:00:00Z", "--to", "2026-01-01T00:00:00Z", "--every", "day"];
    await expect(tally(...long)).rejects.toMatchObject({ code: "series_too_long", values: { most: 5000 } });
    const same = JSON.parse(
      await tally("--from", "2026-01-13T00:00:00Z", "--to", "2026-01-13T00:00:00Z", "--json"),
    );
    expect(same.reconciliation).toMatchObject({ opening: 2, closing: 2, residual: 0 });
    expect(Object.values(same.reconciliation.terms).every((term) => term === 0)).toBe(true);
  });

  it("puts every question on the trail", async () => {
    const [row] = await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM registry.audit_events WHERE action = 'tally.asked'",
    );
    expect(row?.n).toBeGreaterThan(10);
  });
});
