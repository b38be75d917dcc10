import type { Tx } from "@/lib/db/connect";
import { series } from "../queries";
import type { SeriesPoint } from "./schema";

/** Every cut-off as known at one moment (R6, the restated series). */
export async function seriesAsKnownAt(tx: Tx, moments: readonly Date[], known: Date): Promise<SeriesPoint[]> {
  const points = await series(tx, moments, known);
  return points.map(({ at, held }) => ({ at, known: known.toISOString(), held }));
}

/** Every cut-off as known at itself: what a count on that very moment would have said (R6). */
export async function seriesAsKnownThen(tx: Tx, moments: readonly Date[]): Promise<SeriesPoint[]> {
  const rows = await tx.$queryRaw<{ place: number; held: number }[]>`
    SELECT m.place::int AS place, (
      SELECT count(*)::int FROM registry.custody_intervals
      WHERE counted AND during @> m.at AND known @> m.at) AS held
    FROM unnest(${moments as Date[]}::timestamptz[]) WITH ORDINALITY AS m(at, place) ORDER BY m.place`;
  return moments.map((moment, index) => {
    const at = moment.toISOString();
    return { at, known: at, held: rows[index]?.held ?? 0 };
  });
}
