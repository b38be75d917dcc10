import { method } from "@/lib/cases/counting/method/schema";
import type { Tx } from "@/lib/db/connect";
import { measures } from "@/lib/vocabularies/law/measures/schema";
import type { Restricted } from "./schema";

/** The known stock of restricted liberty at (at, known), and under which measures: in force from their latest bound to the earliest of their end. */
export async function restrictedStock(tx: Tx, at: Date, known: Date): Promise<Restricted> {
  const rows = await tx.$queryRaw<{ state: string; codes: string[] | null; n: number }[]>`
    SELECT state, codes, count(*)::int AS n FROM (
      SELECT i.state, (SELECT array_agg(DISTINCT f.state ORDER BY f.state)
        FROM registry.cases c JOIN registry.facts f ON f.case_id = c.id
        WHERE c.person_id = i.person_id AND f.track = 'measure'
          AND f.known_from <= ${known}::timestamptz AND (f.known_to IS NULL OR f.known_to > ${known}::timestamptz)
          AND coalesce(f.latest, greatest(f.known_from, f.earliest)) <= ${at}::timestamptz
          AND coalesce(f.end_earliest, f.end_latest, 'infinity') >= ${at}::timestamptz) AS codes
      FROM registry.custody_intervals i
      WHERE i.restricted AND i.during @> ${at}::timestamptz AND i.known @> ${known}::timestamptz
    ) AS people GROUP BY state, codes`;
  const sum = (of: typeof rows) => of.reduce((total, { n }) => total + n, 0);
  return {
    at: at.toISOString(),
    known: known.toISOString(),
    method: method.version,
    total: sum(rows),
    releasedWithMeasures: sum(rows.filter((row) => row.state === "released_with_measures")),
    noMeasureRecorded: sum(rows.filter((row) => row.codes === null)),
    measures: Object.fromEntries(
      measures.map(({ code }) => [code, sum(rows.filter((row) => row.codes?.includes(code)))]),
    ),
  };
}
