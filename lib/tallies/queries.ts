import type { Tx } from "@/lib/db/connect";
import { type Group, TRAITS, unfold } from "./rules";
import { method, type Tally } from "./schema";

/**
 * The stock at one moment as known at another, with every partition and of-which line (R2, R4): exact, without disclosure
 * control, so never for the public. Answered from the derived rows alone, mostly from their index.
 */
export async function tally(tx: Tx, at: Date, known: Date): Promise<Tally> {
  const groups = await tx.$queryRaw<Group[]>`
    SELECT traits, taken, held, count(*)::int AS n FROM (
      SELECT cell & ${TRAITS}::int AS traits, (cell >> 12) & 31 AS taken, (cell >> 17) & 31 AS held
      FROM registry.custody_intervals
      WHERE counted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz
    ) AS counted GROUP BY GROUPING SETS ((traits), (taken), (held))`;
  const [beside] = await tx.$queryRaw<{ restricted: number; short: number; pending: number }[]>`
    SELECT
      (SELECT count(*)::int FROM registry.custody_intervals
        WHERE restricted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz) AS restricted,
      (SELECT count(*)::int FROM registry.stays
        WHERE counted AND short AND exit < ${at}::timestamptz AND known @> ${known}::timestamptz) AS short,
      (SELECT count(*)::int FROM registry.pending_intervals WHERE known @> ${known}::timestamptz) AS pending`;
  const { total, ofWhich, partitions } = unfold(groups);
  return {
    at: at.toISOString(),
    known: known.toISOString(),
    method: method.version,
    held: { total, ofWhich },
    partitions,
    restricted: { total: beside?.restricted ?? 0 },
    shortDetentions: beside?.short ?? 0,
    pending: { total: beside?.pending ?? 0 },
  };
}

/** How many are held, alone: for the opening and closing of a window. */
export async function heldTotal(tx: Tx, at: Date, known: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM registry.custody_intervals
    WHERE counted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz`;
  return row?.n ?? 0;
}

/**
 * The restated series (R6): held at each moment, all as known at one, in the order asked. One pass over the stays however many
 * moments: those that began by then, less those that ended before, less whoever is released and detained again at that very instant.
 */
export async function series(
  tx: Tx,
  moments: readonly Date[],
  known: Date,
): Promise<{ at: string; held: number }[]> {
  const sorted = [...new Set(moments.map((moment) => moment.getTime()))].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const steps = sorted.map((moment) => new Date(moment));
  const rows = await tx.$queryRaw<{ place: number; change: number; twice: number }[]>`
    WITH standing AS (
      SELECT entry, exit, joined FROM registry.stays WHERE counted AND entry IS NOT NULL AND known @> ${known}::timestamptz
    )
    SELECT place, sum(change)::int AS change, sum(twice)::int AS twice FROM (
      SELECT width_bucket(entry - interval '1 microsecond', ${steps}::timestamptz[]) AS place, 1 AS change,
        (joined AND entry = ANY(${steps}::timestamptz[]))::int AS twice FROM standing
      UNION ALL
      SELECT width_bucket(exit, ${steps}::timestamptz[]), -1, 0 FROM standing WHERE exit IS NOT NULL
    ) AS changes GROUP BY place`;
  const at = new Map(rows.map((row) => [row.place, row]));
  const held = new Map<number, number>();
  let standing = 0;
  sorted.forEach((moment, place) => {
    standing += at.get(place)?.change ?? 0;
    held.set(moment, standing - (at.get(place)?.twice ?? 0));
  });
  return moments.map((moment) => ({ at: moment.toISOString(), held: held.get(moment.getTime()) ?? 0 }));
}
