import type { Tx } from "@/lib/db/connect";
import type { Learned } from "./schema";

/**
 * What was learned from one knowledge to a later one about each of many moments, in the order asked: the terms of the difference at
 * a window's opening, by the same rules, for all in one pass over the rows known at only one of the two.
 */
export async function learnedAbout(
  tx: Tx,
  moments: readonly Date[],
  knownA: Date,
  knownB: Date,
): Promise<Learned[]> {
  if (moments.length === 0) return [];
  return tx.$queryRaw<Learned[]>`
    WITH asked AS (
      SELECT a, place FROM unnest(${moments}::timestamptz[]) WITH ORDINALITY AS moment(a, place)
    ), changed AS MATERIALIZED (
      SELECT person_id, episode, during, counted, merged, verified AND permitted AS ready,
        known @> ${knownA}::timestamptz AS before
      FROM registry.custody_intervals
      WHERE (known @> ${knownA}::timestamptz) <> (known @> ${knownB}::timestamptz)
    ), people AS (
      SELECT asked.place, asked.a, person_id, max(episode) FILTER (WHERE before) AS episode,
        coalesce(bool_or(counted) FILTER (WHERE NOT before), false)::int
          - coalesce(bool_or(counted) FILTER (WHERE before), false)::int AS sign,
        coalesce(bool_or(merged) FILTER (WHERE NOT before), false)
          <> coalesce(bool_or(merged) FILTER (WHERE before), false) AS merging,
        coalesce(bool_or(ready) FILTER (WHERE before), false) AS was_ready,
        coalesce(bool_or(ready) FILTER (WHERE NOT before), false) AS is_ready
      FROM asked JOIN changed ON changed.during @> asked.a GROUP BY asked.place, asked.a, person_id
    ), reasons AS (
      SELECT place, sign, CASE
        WHEN merging THEN 'merges'
        WHEN sign < 0 AND EXISTS (SELECT FROM registry.stays s WHERE s.person_id = people.person_id
          AND s.episode = people.episode AND s.known @> ${knownB}::timestamptz AND s.exit < people.a) THEN 'lateExits'
        WHEN sign < 0 AND NOT is_ready THEN 'removals'
        WHEN sign > 0 AND NOT was_ready THEN 'lateRegistrations'
        ELSE 'corrections' END AS reason
      FROM people WHERE sign <> 0
    )
    SELECT
      coalesce(sum(sign) FILTER (WHERE reason = 'lateRegistrations'), 0)::int AS "lateRegistrations",
      coalesce(sum(sign) FILTER (WHERE reason = 'lateExits'), 0)::int AS "lateExits",
      coalesce(sum(sign) FILTER (WHERE reason = 'removals'), 0)::int AS removals,
      coalesce(sum(sign) FILTER (WHERE reason = 'merges'), 0)::int AS merges,
      coalesce(sum(sign) FILTER (WHERE reason = 'corrections'), 0)::int AS corrections
    FROM asked LEFT JOIN reasons USING (place) GROUP BY place ORDER BY place`;
}
