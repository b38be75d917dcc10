import { z } from "zod";
import type { Tx } from "@/lib/db/connect";
import { type CellRow, cellRow } from "./schema";

/**
 * Everybody counted at (at, known), by every dimension in turn, with how many of them had a public page as known then. One look at
 * the database, so that no two lines can belong to different moments. For the desk only.
 */
export async function countCells(tx: Tx, at: Date, known: Date): Promise<CellRow[]> {
  const rows = await tx.$queryRaw`
    WITH inside AS (
      SELECT i.*, coalesce(act.kind = 'named', false) AS named
      FROM registry.custody_intervals i
      JOIN registry.cases c ON c.person_id = i.person_id
      LEFT JOIN LATERAL (
        SELECT n.kind FROM registry.naming_acts n
        WHERE n.case_id = c.id AND CASE n.kind WHEN 'named' THEN n.confirmed_at ELSE n.proposed_at END <= ${known}
        ORDER BY CASE n.kind WHEN 'named' THEN n.confirmed_at ELSE n.proposed_at END DESC, n.kind DESC, n.id DESC LIMIT 1
      ) act ON true
      WHERE i.counted AND i.during @> ${at}::timestamptz AND i.known @> ${known}::timestamptz
    )
    SELECT line.dimension, line.value, count(*)::int AS total, count(*) FILTER (WHERE named)::int AS named
    FROM inside CROSS JOIN LATERAL (VALUES
      ('held', 'all', true),
      ('sex', sex, true), ('civilMilitary', civil_military, true), ('ageGroup', age_group, true),
      ('convicted', convicted, true), ('nationality', nationality, true), ('whereabouts', whereabouts, true),
      ('stateOfDetention', state_of_detention, true), ('stateHeld', state_held, true),
      ('ofWhich', 'whereaboutsUnknown', whereabouts_unknown), ('ofWhich', 'houseArrest', house_arrest),
      ('ofWhich', 'releaseOrderedNotExecuted', release_ordered), ('ofWhich', 'sentenceServed', sentence_served),
      ('ofWhich', 'amnestied', amnestied)
    ) AS line(dimension, value, holds)
    WHERE line.holds GROUP BY 1, 2`;
  return z.array(cellRow).parse(rows);
}

/**
 * By place, how many people a permission moved out of its unnamed part between two moments while they stayed there: named since,
 * or no longer counted because the permission to count is gone; less those whose name was taken back.
 */
export async function countMovedByPermission(
  tx: Tx,
  before: { at: Date; known: Date },
  now: { at: Date; known: Date },
): Promise<{ dimension: string; value: string; moved: number }[]> {
  const rows = await tx.$queryRaw`
    WITH acts AS (
      SELECT c.person_id, n.kind, n.id, CASE n.kind WHEN 'named' THEN n.confirmed_at ELSE n.proposed_at END AS since
      FROM registry.naming_acts n JOIN registry.cases c ON c.id = n.case_id
      WHERE n.kind = 'withdrawn' OR n.confirmed_at IS NOT NULL
    ), old_acts AS (
      SELECT DISTINCT ON (person_id) person_id, kind FROM acts WHERE since <= ${before.known}
      ORDER BY person_id, since DESC, kind DESC, id DESC
    ), new_acts AS (
      SELECT DISTINCT ON (person_id) person_id, kind FROM acts WHERE since <= ${now.known}
      ORDER BY person_id, since DESC, kind DESC, id DESC
    ), pairs AS (
      SELECT o.state_of_detention, o.state_held, n.state_of_detention AS new_detention, n.state_held AS new_held,
        coalesce(oa.kind = 'named', false) AS was_named,
        coalesce(na.kind = 'named', false) OR NOT n.permitted AS is_out
      FROM registry.custody_intervals o
      JOIN registry.custody_intervals n ON n.person_id = o.person_id AND n.held AND n.verified
        AND n.during @> ${now.at}::timestamptz AND n.known @> ${now.known}::timestamptz
      LEFT JOIN old_acts oa ON oa.person_id = o.person_id
      LEFT JOIN new_acts na ON na.person_id = o.person_id
      WHERE o.counted AND o.during @> ${before.at}::timestamptz AND o.known @> ${before.known}::timestamptz
    )
    SELECT place.dimension, place.value, sum(CASE WHEN is_out THEN 1 ELSE -1 END)::int AS moved
    FROM pairs CROSS JOIN LATERAL (VALUES
      ('stateOfDetention', state_of_detention, new_detention), ('stateHeld', state_held, new_held)
    ) AS place(dimension, value, now_in)
    WHERE was_named <> is_out AND place.value = place.now_in GROUP BY 1, 2`;
  return z.array(z.object({ dimension: z.string(), value: z.string(), moved: z.int() })).parse(rows);
}

/** Distinct people verified and permitted to be counted, as known at a moment: what the launch gate asks about. */
export async function countVerified(tx: Tx, known: Date): Promise<number> {
  const rows = await tx.$queryRaw`
    SELECT count(DISTINCT person_id)::int AS people FROM registry.stays
    WHERE verified AND permitted AND known @> ${known}::timestamptz`;
  return z.tuple([z.object({ people: z.int() })]).parse(rows)[0].people;
}
