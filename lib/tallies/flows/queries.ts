import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import { heldTotal } from "../queries";
import type { Flows, Reconciliation, Window } from "../schema";

interface Events {
  new_detentions: number;
  redetentions: number;
  events: number;
  persons: number;
  with_measures: number;
  full: number;
  expelled: number;
  unspecified: number;
  deaths: number;
  left_without_release: number;
  short_detentions: number;
}

export interface Span {
  a: Date;
  b: Date;
}

/**
 * What happened in each of these windows, all as known at one moment: one pass over the stays however many windows. Entries fall in
 * (a, b] and exits in [a, b); an entry at the very instant of the release before it falls where that release does. A person
 * released twice in a window is one person of it: only the release without an earlier one since `a` counts her.
 */
async function eventsOf(tx: Tx, spans: readonly Span[], known: Date): Promise<Events[]> {
  const [starts, ends] = [spans.map(({ a }) => a), spans.map(({ b }) => b)];
  const times = [...starts, ...ends].map((moment) => moment.getTime());
  const [first, last] = [Math.min, Math.max].map((edge) => new Date(times.reduce((x, y) => edge(x, y))));
  return tx.$queryRaw<Events[]>`
    WITH spans AS (SELECT * FROM unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) WITH ORDINALITY AS span(a, b, place)),
    standing AS MATERIALIZED (
      SELECT person_id, entry, exit, exit_state, short, first, joined FROM registry.stays
      WHERE counted AND known @> ${known}::timestamptz AND (entry BETWEEN ${first}::timestamptz AND ${last}::timestamptz
        OR exit BETWEEN ${first}::timestamptz AND ${last}::timestamptz)
    ), entries AS MATERIALIZED (
      SELECT entry, joined, count(*) FILTER (WHERE first) AS new, count(*) FILTER (WHERE NOT first) AS again
      FROM standing WHERE entry IS NOT NULL GROUP BY 1, 2
    ), exits AS MATERIALIZED (
      SELECT exit, exit_state, short, before, count(*) AS n FROM (
        SELECT exit, exit_state, short, lag(exit) OVER (
          PARTITION BY person_id, NOT short AND starts_with(exit_state, 'released_') ORDER BY exit) AS before
        FROM standing WHERE exit IS NOT NULL
      ) AS left_custody GROUP BY 1, 2, 3, 4
    )
    SELECT came.*, went.* FROM spans CROSS JOIN LATERAL (
      SELECT coalesce(sum(new), 0)::int AS new_detentions, coalesce(sum(again), 0)::int AS redetentions
      FROM entries WHERE CASE WHEN joined THEN entry >= a AND entry < b ELSE entry > a AND entry <= b END
    ) AS came CROSS JOIN LATERAL (
      SELECT
        coalesce(sum(n) FILTER (WHERE released), 0)::int AS events,
        coalesce(sum(n) FILTER (WHERE released AND (before IS NULL OR before < a)), 0)::int AS persons,
        coalesce(sum(n) FILTER (WHERE released AND exit_state = 'released_with_measures'), 0)::int AS with_measures,
        coalesce(sum(n) FILTER (WHERE released AND exit_state = 'released_full'), 0)::int AS full,
        coalesce(sum(n) FILTER (WHERE released AND exit_state = 'released_expelled'), 0)::int AS expelled,
        coalesce(sum(n) FILTER (WHERE released AND exit_state = 'released_unspecified'), 0)::int AS unspecified,
        coalesce(sum(n) FILTER (WHERE NOT short AND exit_state = 'died_in_custody'), 0)::int AS deaths,
        coalesce(sum(n) FILTER (WHERE NOT short
          AND exit_state IN ('left_without_release', 'expelled_deported')), 0)::int AS left_without_release,
        coalesce(sum(n) FILTER (WHERE short), 0)::int AS short_detentions
      FROM exits CROSS JOIN LATERAL (SELECT NOT short AND starts_with(exit_state, 'released_') AS released) AS kind
      WHERE exit >= a AND exit < b
    ) AS went ORDER BY place`;
}

interface Differences {
  merges: number;
  late_exits: number;
  removals: number;
  late_registrations: number;
  corrections: number;
}

const NO_DIFFERENCES: Differences = {
  merges: 0,
  late_exits: 0,
  removals: 0,
  late_registrations: 0,
  corrections: 0,
};

/**
 * Who makes the difference at one moment between what was known at two: each person once (`person_id`), by how much (`sign`) and the
 * first reason that applies (`reason`). No row about a person means neither verified with permission nor merged at that moment. A row
 * known at both moments is the person's only one at either, so only rows known at one of them can tell a difference.
 */
export const differencesOf = (a: Date, knownA: Date, knownB: Date): Prisma.Sql => Prisma.sql`
    WITH before AS (
      SELECT person_id FROM registry.custody_intervals
      WHERE counted AND during @> ${a}::timestamptz AND known @> ${knownA}::timestamptz AND NOT known @> ${knownB}::timestamptz
    ), after AS (
      SELECT person_id FROM registry.custody_intervals
      WHERE counted AND during @> ${a}::timestamptz AND known @> ${knownB}::timestamptz AND NOT known @> ${knownA}::timestamptz
    ), moved AS (
      SELECT coalesce(b.person_id, n.person_id) AS person_id, CASE WHEN n.person_id IS NULL THEN -1 ELSE 1 END AS sign
      FROM before b FULL JOIN after n ON n.person_id = b.person_id WHERE b.person_id IS NULL OR n.person_id IS NULL
    ), pictures AS (
      SELECT m.person_id, m.sign, picture.* FROM moved m CROSS JOIN LATERAL (
        SELECT
          max(i.episode) FILTER (WHERE i.known @> ${knownA}::timestamptz) AS episode,
          coalesce(bool_or(i.merged) FILTER (WHERE i.known @> ${knownA}::timestamptz), false) AS was_merged,
          coalesce(bool_or(i.merged) FILTER (WHERE i.known @> ${knownB}::timestamptz), false) AS is_merged,
          coalesce(bool_or(i.verified AND i.permitted) FILTER (WHERE i.known @> ${knownA}::timestamptz), false) AS was_in,
          coalesce(bool_or(i.verified AND i.permitted) FILTER (WHERE i.known @> ${knownB}::timestamptz), false) AS is_in
        FROM (SELECT * FROM registry.custody_intervals WHERE person_id = m.person_id OFFSET 0) AS i
        WHERE i.during @> ${a}::timestamptz
      ) AS picture
    )
    SELECT p.person_id, p.sign, CASE
      WHEN p.was_merged <> p.is_merged THEN 'merges'
      WHEN p.sign < 0 AND (SELECT bool_or(s.episode = p.episode AND s.known @> ${knownB}::timestamptz AND s.exit < ${a}::timestamptz)
        FROM registry.stays s WHERE s.person_id = p.person_id) THEN 'lateExits'
      WHEN p.sign < 0 AND NOT p.is_in THEN 'removals'
      WHEN p.sign > 0 AND NOT p.was_in THEN 'lateRegistrations'
      ELSE 'corrections' END AS reason
    FROM pictures p`;

/** How much each reason moved, all of them together. */
async function differencesAt(tx: Tx, a: Date, knownA: Date, knownB: Date): Promise<Differences> {
  if (knownA.getTime() === knownB.getTime()) {
    return NO_DIFFERENCES;
  }
  const [row] = await tx.$queryRaw<Differences[]>`
    WITH reasons AS MATERIALIZED (${differencesOf(a, knownA, knownB)})
    SELECT
      coalesce(sum(sign) FILTER (WHERE reason = 'merges'), 0)::int AS merges,
      coalesce(sum(sign) FILTER (WHERE reason = 'lateExits'), 0)::int AS late_exits,
      coalesce(sum(sign) FILTER (WHERE reason = 'removals'), 0)::int AS removals,
      coalesce(sum(sign) FILTER (WHERE reason = 'lateRegistrations'), 0)::int AS late_registrations,
      coalesce(sum(sign) FILTER (WHERE reason = 'corrections'), 0)::int AS corrections
    FROM reasons`;
  if (!row) throw new Error("a count without an answer");
  return row;
}

/**
 * What happened from `a` to `b` and how one stock became the other (R3, R5, R7): opening as known at `knownA`, everything else as
 * known at `knownB` (by default `a` and `b` themselves). Opening and closing are counted apart from the terms, and the residual is 0.
 */
export async function windowBetween(tx: Tx, a: Date, b: Date, knownA = a, knownB = b): Promise<Window> {
  const [events] = await eventsOf(tx, [{ a, b }], knownB);
  if (!events) throw new Error("a count without an answer");
  const differences = await differencesAt(tx, a, knownA, knownB);
  const opening = await heldTotal(tx, a, knownA);
  const closing = await heldTotal(tx, b, knownB);
  const flows = flowsFrom(events, differences);
  const terms: Reconciliation["terms"] = {
    newDetentions: events.new_detentions,
    redetentions: events.redetentions,
    releases: negated(events.events),
    deaths: negated(events.deaths),
    leftWithoutRelease: negated(events.left_without_release),
    lateRegistrations: differences.late_registrations,
    lateExits: differences.late_exits,
    removals: differences.removals,
    merges: differences.merges,
    corrections: differences.corrections,
  };
  const explained = Object.values(terms).reduce((sum, term) => sum + term, opening);
  return {
    from: a.toISOString(),
    to: b.toISOString(),
    flows,
    reconciliation: { opening, terms, closing, residual: closing - explained },
  };
}

function flowsFrom(events: Events, differences: Differences): Flows {
  return {
    detentions: events.new_detentions + events.redetentions,
    newDetentions: events.new_detentions,
    lateRegistrations: differences.late_registrations,
    redetentions: events.redetentions,
    releases: {
      events: events.events,
      persons: events.persons,
      withMeasures: events.with_measures,
      full: events.full,
      expelled: events.expelled,
      unspecified: events.unspecified,
    },
    deaths: events.deaths,
    leftWithoutRelease: events.left_without_release,
    removals: negated(differences.removals),
    shortDetentions: events.short_detentions,
  };
}

/** Minus zero is never printed. */
const negated = (count: number) => (count === 0 ? 0 : -count);

/** Contract names: the two halves of a window. */
export const flows = async (tx: Tx, a: Date, b: Date, knownA?: Date, knownB?: Date): Promise<Flows> =>
  (await windowBetween(tx, a, b, knownA, knownB)).flows;

/** The flows of many windows, all as known at one moment, in the order asked: nothing was learned between opening and closing. */
export async function flowsOf(tx: Tx, spans: readonly Span[], known: Date): Promise<Flows[]> {
  if (spans.length === 0) return [];
  return (await eventsOf(tx, spans, known)).map((events) => flowsFrom(events, NO_DIFFERENCES));
}

export const reconciliation = async (
  tx: Tx,
  a: Date,
  b: Date,
  knownA?: Date,
  knownB?: Date,
): Promise<Reconciliation> => (await windowBetween(tx, a, b, knownA, knownB)).reconciliation;
