import { z } from "zod";
import type { Tx } from "@/lib/db/connect";
import { partitionCells } from "@/lib/tallies/schema";
import { type CellRow, cellRow } from "./schema";

/**
 * Everybody counted at (at, known), by every dimension in turn, with how many of them had a public page as known then that hides
 * nothing. One look at the database, so that no two lines can belong to different moments. For the desk only.
 * Only cases somebody ever named are asked whether they are shown: that question is the dear one.
 */
export async function countCells(tx: Tx, at: Date, known: Date): Promise<CellRow[]> {
  const rows = await tx.$queryRaw`
    WITH inside AS MATERIALIZED (
      SELECT i.*, c.id IN (SELECT case_id FROM registry.naming_acts) AND registry.shown_in_full(c.id, ${known}::timestamptz) AS named
      FROM registry.custody_intervals i
      JOIN registry.cases c ON c.person_id = i.person_id
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
    WITH pairs AS MATERIALIZED (
      SELECT o.state_of_detention, o.state_held, n.state_of_detention AS new_detention, n.state_held AS new_held,
        c.id IN (SELECT case_id FROM registry.naming_acts) AND registry.shown_in_full(c.id, ${before.known}::timestamptz) AS was_named,
        (c.id IN (SELECT case_id FROM registry.naming_acts) AND registry.shown_in_full(c.id, ${now.known}::timestamptz))
          OR NOT n.permitted AS is_out
      FROM registry.custody_intervals o
      JOIN registry.cases c ON c.person_id = o.person_id
      JOIN registry.custody_intervals n ON n.person_id = o.person_id AND n.held AND n.verified
        AND n.during @> ${now.at}::timestamptz AND n.known @> ${now.known}::timestamptz
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

/** The references, at most ten, of those counted at (at, known) whom no cell of some partition has: why it does not sum (R4). */
export async function findOutsideCells(tx: Tx, at: Date, known: Date): Promise<string[]> {
  const inside = Object.entries(partitionCells).flatMap(([name, cells]) =>
    cells.map((cell) => `${name}.${cell}`),
  );
  const rows = await tx.$queryRaw`
    SELECT DISTINCT c.reference FROM registry.custody_intervals i JOIN registry.cases c ON c.person_id = i.person_id
    CROSS JOIN LATERAL (VALUES
      ('sex', sex), ('civilMilitary', civil_military), ('ageGroup', age_group), ('convicted', convicted), ('nationality', nationality),
      ('whereabouts', whereabouts), ('stateOfDetention', state_of_detention), ('stateHeld', state_held)
    ) AS line(dimension, value)
    WHERE i.counted AND i.during @> ${at}::timestamptz AND i.known @> ${known}::timestamptz
      AND dimension || '.' || value <> ALL(${inside}::text[]) ORDER BY 1 LIMIT 10`;
  return z
    .array(z.object({ reference: z.string() }))
    .parse(rows)
    .map(({ reference }) => reference);
}
