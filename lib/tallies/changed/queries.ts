import { Prisma } from "@/lib/db/sql";
import { differencesOf } from "../flows/queries";

/** The same two moments as in an account: from `a` as known at `knownA` to `b` as known at `knownB`. */
export interface Between {
  a: Date;
  knownA: Date;
  b: Date;
  knownB: Date;
}

/**
 * Whose changes make an account, one row each: `person_id, term, sign, episode, moment, before, after, aspects`. Read from the same
 * rows as the account and summed by nobody here, so that whoever adds up the signs of a term checks it. Then, under `restated`, who
 * changed without moving the total. Costs a pass over everybody held: for drafting, never for a page.
 */
export const changesBetween = ({ a, knownA, b, knownB }: Between): Prisma.Sql => Prisma.sql`
  WITH differing AS MATERIALIZED (
    SELECT person_id, sign, reason FROM (${differencesOf(a, knownA, knownB)}) AS difference WHERE ${knownA < knownB}
  ), moved AS MATERIALIZED (
    SELECT person_id, CASE WHEN first THEN 'newDetentions' ELSE 'redetentions' END AS term, 1 AS sign, episode, entry AS moment,
      NULL::text AS before, NULL::text AS after, '{}'::text[] AS aspects
    FROM registry.stays WHERE counted AND known @> ${knownB}::timestamptz
      AND CASE WHEN joined THEN entry >= ${a}::timestamptz AND entry < ${b}::timestamptz
        ELSE entry > ${a}::timestamptz AND entry <= ${b}::timestamptz END
    UNION ALL
    SELECT person_id, CASE WHEN starts_with(exit_state, 'released_') THEN 'releases' WHEN exit_state = 'died_in_custody' THEN 'deaths'
      ELSE 'leftWithoutRelease' END, -1, episode, exit, NULL, exit_state, '{}'
    FROM registry.stays WHERE counted AND known @> ${knownB}::timestamptz AND NOT short
      AND exit >= ${a}::timestamptz AND exit < ${b}::timestamptz
    UNION ALL
    SELECT d.person_id, d.reason, d.sign, stay.episode,
      CASE WHEN d.reason = 'lateExits' THEN stay.exit WHEN d.reason = 'lateRegistrations' THEN stay.entry END,
      old.state, CASE WHEN d.reason = 'lateExits' THEN stay.exit_state ELSE new.state END,
      CASE WHEN d.reason <> 'removals' THEN '{}' WHEN new.verified THEN '{permission}' ELSE '{verdict}' END::text[]
    FROM differing d
    LEFT JOIN LATERAL (${pictureOf(a, knownA)}) AS old ON true
    LEFT JOIN LATERAL (${pictureOf(a, knownB)}) AS new ON true
    LEFT JOIN LATERAL (
      SELECT episode, entry, exit, exit_state FROM registry.stays s WHERE s.person_id = d.person_id
        AND s.known @> ${knownB}::timestamptz AND s.episode = coalesce(CASE WHEN d.sign < 0 THEN old.episode END, new.episode, old.episode)
      LIMIT 1
    ) AS stay ON true
  )
  SELECT * FROM moved
  UNION ALL (${restatedHeld({ a, knownA, b, knownB })})
  UNION ALL (${restatedExits({ a, knownA, b, knownB })})`;

const pictureOf = (at: Date, known: Date) => Prisma.sql`
  SELECT state, episode, verified FROM registry.custody_intervals i WHERE i.person_id = d.person_id
    AND i.during @> ${at}::timestamptz AND i.known @> ${known}::timestamptz LIMIT 1`;

/** Held at both moments, and something that a line or a partition shows is different. */
const restatedHeld = ({ a, knownA, b, knownB }: Between) => Prisma.sql`
  SELECT person_id, 'restated', 0, episode, NULL::timestamptz, before, after, aspects FROM (
    SELECT n.person_id, n.episode, CASE WHEN o.state <> n.state THEN o.state END AS before,
      CASE WHEN o.state <> n.state THEN n.state END AS after, array_remove(ARRAY[
        CASE WHEN o.sex <> n.sex THEN 'sex' END, CASE WHEN o.civil_military <> n.civil_military THEN 'civilMilitary' END,
        CASE WHEN o.age_group <> n.age_group THEN 'ageGroup' END, CASE WHEN o.convicted <> n.convicted THEN 'convicted' END,
        CASE WHEN o.nationality <> n.nationality THEN 'nationality' END, CASE WHEN o.whereabouts <> n.whereabouts THEN 'whereabouts' END,
        CASE WHEN o.state_of_detention <> n.state_of_detention THEN 'stateOfDetention' END,
        CASE WHEN o.state_held <> n.state_held THEN 'stateHeld' END,
        CASE WHEN o.sentence_served <> n.sentence_served THEN 'sentenceServed' END,
        CASE WHEN o.amnestied <> n.amnestied THEN 'amnestied' END], NULL) AS aspects
    FROM registry.custody_intervals o JOIN registry.custody_intervals n ON n.person_id = o.person_id AND n.id <> o.id
      AND n.counted AND n.during @> ${b}::timestamptz AND n.known @> ${knownB}::timestamptz
    WHERE o.counted AND o.during @> ${a}::timestamptz AND o.known @> ${knownA}::timestamptz
  ) AS both_held
  WHERE (before IS NOT NULL OR aspects <> '{}') AND person_id NOT IN (SELECT person_id FROM moved)`;

/** Out before either moment, and the exit is told differently: another kind, or another date. */
const restatedExits = ({ a, knownA, knownB }: Between) => Prisma.sql`
  SELECT n.person_id, 'restated', 0, n.episode, n.exit, o.exit_state, n.exit_state,
    CASE WHEN o.exit <> n.exit THEN '{date}' ELSE '{}' END::text[]
  FROM registry.stays n JOIN registry.stays o ON o.person_id = n.person_id AND o.episode = n.episode AND o.id <> n.id
  WHERE n.counted AND n.known @> ${knownB}::timestamptz AND NOT n.known @> ${knownA}::timestamptz AND n.exit < ${a}::timestamptz
    AND o.counted AND o.known @> ${knownA}::timestamptz AND o.exit < ${a}::timestamptz
    AND (o.exit <> n.exit OR o.exit_state <> n.exit_state) AND n.person_id NOT IN (SELECT person_id FROM moved)`;
