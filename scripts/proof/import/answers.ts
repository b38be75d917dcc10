import { Client } from "pg";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { series, tally } from "@/lib/tallies/queries";
import { withDesk } from "../../cli/with-desk";
import { withDatabase } from "../../postgres/use";
import type { Installation } from "./installation";

/** What stands in a registry, whatever happened to it. */
export interface Standing {
  confirmed: boolean;
  cases: number;
  derived: number;
  staged: number;
  keys: number;
}

/** Looks underneath, as the owner of the tables. */
export async function standingOf({ dataDir }: Installation): Promise<Standing> {
  return withDatabase(dataDir, async ({ owner }) => {
    const client = new Client({ connectionString: owner });
    await client.connect();
    try {
      const { rows } = await client.query<Standing>(`SELECT
        EXISTS (SELECT FROM registry.import_batches WHERE confirmed_at IS NOT NULL) AS confirmed,
        (SELECT count(*)::int FROM registry.cases) AS cases,
        (SELECT count(*)::int FROM registry.custody_intervals) + (SELECT count(*)::int FROM registry.stays) AS derived,
        (SELECT count(*)::int FROM registry.import_lines) AS staged,
        (SELECT count(DISTINCT key)::int FROM registry.import_lines) AS keys`);
      const [row] = rows;
      if (!row) throw new Error("a registry that does not answer");
      return row;
    } finally {
      await client.end();
    }
  });
}

const WEEK = 7 * 86_400_000;
const LAST = Date.parse("2026-08-14T04:00:00Z");
const weeksAgo = (n: number) => new Date(LAST - n * WEEK);

/** Tallies, windows and series over twelve years as known at many moments, and how many rows every table holds. */
export async function answersOf({ dataDir }: Installation): Promise<unknown[]> {
  return withDesk(dataDir, async () => {
    const told: unknown[] = [];
    for (let n = 0; n < 40; n++) {
      told.push(await tally(desk(), weeksAgo(n * 15), weeksAgo((n * 7) % 90)));
      told.push(
        await windowBetween(desk(), weeksAgo(n * 5 + 9), weeksAgo(n * 5), weeksAgo(n * 3 + 4), weeksAgo(n)),
      );
    }
    const weeks = Array.from({ length: 157 }, (_, n) => weeksAgo(n));
    for (const n of [0, 8, 60]) told.push(await series(desk(), weeks, weeksAgo(n)));
    const rows = await desk().$queryRaw<object[]>`SELECT
      (SELECT count(*)::int FROM registry.people) AS people, (SELECT count(*)::int FROM registry.traits) AS traits,
      (SELECT count(DISTINCT (source, source_key))::int FROM registry.cases) AS cases, (SELECT count(*)::int FROM registry.facts) AS facts,
      (SELECT count(*)::int FROM registry.fact_sources) AS sources, (SELECT count(*)::int FROM registry.permissions) AS permissions,
      (SELECT count(*)::int FROM registry.custody_intervals) AS intervals, (SELECT count(*)::int FROM registry.stays) AS stays,
      (SELECT count(*)::int FROM registry.pending_intervals) AS pending, (SELECT count(*)::int FROM registry.import_lines) AS waiting,
      (SELECT count(*)::int FROM registry.import_batches) AS batches, (SELECT count(*)::int FROM registry.kin_notices) AS kin`;
    return [...told, ...rows];
  });
}
