import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import { method } from "../counting/method/schema";
import { heldStates } from "../facts/schema";
import { bitOf, type GapKind } from "./schema";

/** The marks of these people's cases no longer hold: part of every recount. */
export async function makeStale(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE registry.case_marks m SET stale = true FROM registry.cases c
    WHERE c.person_id = ANY(${[...personIds]}::uuid[]) AND m.case_id = c.id AND NOT m.stale`;
}

const bit = (kind: GapKind, is: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${is} THEN ${bitOf(kind)}::int ELSE 0 END`;
const held = Prisma.sql`ANY(${[...heldStates]})`;
const { custody, process, remedy } = method.confirmedBy;
const confirms = Prisma.sql`CASE f.track WHEN 'custody' THEN f.state = ANY(${[...custody]})
  WHEN 'process' THEN f.state = ANY(${[...process]}) WHEN 'remedy' THEN f.state = ANY(${[...remedy]}) ELSE false END`;
const oneDay = (fact: Prisma.Sql) => Prisma.sql`((${fact}.earliest AT TIME ZONE 'America/Caracas')::date =
  ((${fact}.latest - CASE WHEN ${fact}.latest_by_day THEN interval '1 millisecond' ELSE interval '0' END)
    AT TIME ZONE 'America/Caracas')::date)`;

/**
 * Derives the marks of at most so many stale cases, in one statement, and answers how many there were. What stands is what is known or
 * waits for its second person and no correction has taken its place; a closed or erased case has none.
 * Case by case, so that no plan ever joins the facts of all of them.
 */
export async function refreshMarks(tx: Tx, most: number, now: Date): Promise<number> {
  return tx.$executeRaw`
    WITH due AS MATERIALIZED (
      SELECT case_id FROM registry.case_marks WHERE stale ORDER BY case_id LIMIT ${most} FOR UPDATE
    ), derived AS MATERIALIZED (
      SELECT due.case_id, d.* FROM due JOIN registry.cases c ON c.id = due.case_id CROSS JOIN LATERAL (${ofOneCase(now)}) AS d
    )
    UPDATE registry.case_marks m SET stale = false,
      gaps = CASE WHEN d.open THEN d.gaps ELSE 0 END,
      confirmed_at = CASE WHEN d.open AND d.held THEN d.confirmed_at END,
      missing_since = CASE WHEN d.open AND d.held AND d.hidden THEN d.missing_since END
    FROM derived d WHERE m.case_id = d.case_id`;
}

/** The marks of the case `c`. */
const ofOneCase = (now: Date) => Prisma.sql`
  WITH f AS MATERIALIZED (
    SELECT f.* FROM registry.facts f WHERE f.case_id = c.id AND f.known_to IS NULL AND NOT EXISTS (
      SELECT FROM registry.facts s WHERE s.supersedes_id = f.id AND s.known_to IS NULL)
  ), told AS (
    SELECT bool_or(entity IS NOT NULL) AS entity, bool_or(cardinality(forces) > 0) AS force,
      bool_or(earliest IS NOT NULL OR latest IS NOT NULL) AS dated,
      bool_or(earliest > latest OR earliest > recorded_at + interval '1 day') AS impossible
    FROM f WHERE track = 'custody'
  ), final AS (
    SELECT state, whereabouts FROM f WHERE track = 'custody' ORDER BY position DESC, recorded_at DESC LIMIT 1
  ), k AS (
    SELECT state, episode, whereabouts, coalesce(earliest, latest, known_from) AS since
    FROM f WHERE track = 'custody' AND known_from IS NOT NULL ORDER BY position DESC, recorded_at DESC LIMIT 1
  ), verdict AS (
    SELECT state FROM f WHERE track = 'vetting' AND known_from IS NOT NULL ORDER BY position DESC, recorded_at DESC LIMIT 1
  ), confirmed AS (
    SELECT max(f.earliest) AS at,
      max(f.earliest) FILTER (WHERE f.state = ANY(${[...method.contactBy.custody, ...method.contactBy.remedy]})) AS contact
    FROM f, k WHERE f.known_from IS NOT NULL AND f.earliest IS NOT NULL AND f.latest <= ${now} AND ${confirms}
      AND (f.episode = k.episode OR (f.episode IS NULL AND f.earliest >= (
        SELECT b.earliest FROM f AS b WHERE b.track = 'custody' AND b.known_from IS NOT NULL AND b.episode = k.episode
        ORDER BY b.position, b.recorded_at LIMIT 1)))
  ), steps AS (
    SELECT state, episode, lead(episode) OVER (ORDER BY position, recorded_at) AS next FROM f WHERE track = 'custody'
  ), permission AS (
    SELECT bool_or(p.purpose = 'count') AS asked, bool_or(p.standing) AS standing
    FROM registry.permissions p WHERE p.case_id = c.id AND p.known_to IS NULL
  )
  SELECT EXISTS (SELECT FROM registry.people p WHERE p.id = c.person_id AND p.wrapped_key IS NOT NULL)
      AND coalesce((SELECT state FROM verdict) NOT IN ('not_confirmed', 'out_of_scope', 'merged_duplicate'), true) AS open,
    coalesce(k.state = ${held}, false) AS held,
    coalesce(k.state = 'whereabouts_concealed' OR k.whereabouts IN ('denied', 'not_told_to_family'), false) AS hidden,
    coalesce(confirmed.at, k.since, c.opened_at) AS confirmed_at,
    greatest(k.since, confirmed.contact) AS missing_since,
    ${bit("sex", Prisma.sql`t.sex = 'unknown'`)} + ${bit("age", Prisma.sql`t.ageless`)}
    + ${bit("entity", Prisma.sql`told.entity IS NOT TRUE`)}
    + ${bit("civil_military", Prisma.sql`t.civil_military = 'unknown'`)}
    + ${bit("whereabouts", Prisma.sql`final.state = ${held} AND coalesce(final.whereabouts, 'not_recorded') = 'not_recorded'`)}
    + ${bit("force", Prisma.sql`told.force IS NOT TRUE`)}
    + ${bit(
      "origins",
      Prisma.sql`(SELECT state FROM verdict) = 'verified_political' AND (
        SELECT count(DISTINCT s.origin) FROM f JOIN registry.fact_sources s ON s.fact_id = f.id) < 2`,
    )}
    + ${bit("permission", Prisma.sql`permission.asked IS NOT TRUE`)}
    + ${bit("standing", Prisma.sql`permission.standing IS NOT TRUE`)}
    + ${bit("place_conflict", Prisma.sql`EXISTS (${disagreeing})`)}
    + ${bit(
      "house_arrest_open",
      Prisma.sql`final.state IN ('released_with_measures', 'released_full', 'released_unspecified') AND EXISTS (
        SELECT FROM f WHERE track = 'measure' AND state = 'VE242.1' AND end_earliest IS NULL AND end_latest IS NULL)`,
    )}
    + ${bit("not_released", Prisma.sql`EXISTS (SELECT FROM steps WHERE next > episode AND state = ${held})`)}
    + ${bit(
      "impossible_date",
      Prisma.sql`told.impossible IS TRUE OR EXISTS (SELECT FROM f o JOIN f h ON h.episode = o.episode
        WHERE o.track = 'custody' AND h.track = 'custody' AND h.state = 'apprehended' AND NOT (o.state = ${held})
          AND o.latest <= h.earliest)`,
    )}
    + ${bit(
      "no_court",
      Prisma.sql`EXISTS (SELECT FROM f WHERE track = 'process' AND state = 'convicted' AND coalesce(authority, '') = ''
        AND jurisdiction IS NULL)`,
    )}
    + ${bit("undated", Prisma.sql`told.dated IS NOT TRUE`)} AS gaps
  FROM told CROSS JOIN permission LEFT JOIN final ON true LEFT JOIN k ON true LEFT JOIN confirmed ON true LEFT JOIN (
    SELECT t.sex, t.civil_military, t.birth_date IS NULL AND t.birth_year IS NULL AND t.age_min IS NULL AS ageless
    FROM registry.traits t WHERE t.person_id = c.person_id ORDER BY t.known_from DESC NULLS LAST, t.id DESC LIMIT 1) AS t ON true`;

/** Two known facts of one detention in custody that overlap and disagree about the place, as the page of the case marks them. */
const disagreeing = Prisma.sql`
  SELECT FROM f a JOIN f b ON b.episode = a.episode AND b.id > a.id
  WHERE a.track = 'custody' AND b.track = 'custody' AND a.known_from IS NOT NULL AND b.known_from IS NOT NULL
    AND a.state = ${held} AND b.state = ${held} AND a.earliest < b.latest AND b.earliest < a.latest
    AND NOT (${oneDay(Prisma.sql`a`)} AND ${oneDay(Prisma.sql`b`)})
    AND (a.facility <> b.facility OR a.entity <> b.entity
      OR (a.whereabouts = 'known' AND b.whereabouts IN ('denied', 'not_told_to_family'))
      OR (b.whereabouts = 'known' AND a.whereabouts IN ('denied', 'not_told_to_family')))`;
