import type { Tx } from "@/lib/db/connect";
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

/** Entries fall in (a, b] and exits in [a, b); an entry at the very instant of the release before it falls where that release does. */
async function eventsOf(tx: Tx, a: Date, b: Date, known: Date): Promise<Events> {
  const [row] = await tx.$queryRaw<Events[]>`
    WITH entries AS (
      SELECT first FROM registry.stays
      WHERE counted AND entry BETWEEN ${a}::timestamptz AND ${b}::timestamptz AND known @> ${known}::timestamptz
        AND CASE WHEN joined THEN entry < ${b}::timestamptz ELSE entry > ${a}::timestamptz END
    ), exits AS (
      SELECT person_id, exit_state, short FROM registry.stays
      WHERE counted AND exit >= ${a}::timestamptz AND exit < ${b}::timestamptz AND known @> ${known}::timestamptz
    ), releases AS (SELECT person_id, exit_state FROM exits WHERE NOT short AND starts_with(exit_state, 'released_'))
    SELECT
      (SELECT count(*) FILTER (WHERE first)::int FROM entries) AS new_detentions,
      (SELECT count(*) FILTER (WHERE NOT first)::int FROM entries) AS redetentions,
      (SELECT count(*)::int FROM releases) AS events,
      (SELECT count(DISTINCT person_id)::int FROM releases) AS persons,
      (SELECT count(*)::int FROM releases WHERE exit_state = 'released_with_measures') AS with_measures,
      (SELECT count(*)::int FROM releases WHERE exit_state = 'released_full') AS full,
      (SELECT count(*)::int FROM releases WHERE exit_state = 'released_expelled') AS expelled,
      (SELECT count(*)::int FROM releases WHERE exit_state = 'released_unspecified') AS unspecified,
      (SELECT count(*)::int FROM exits WHERE NOT short AND exit_state = 'died_in_custody') AS deaths,
      (SELECT count(*)::int FROM exits WHERE NOT short
        AND exit_state IN ('left_without_release', 'expelled_deported')) AS left_without_release,
      (SELECT count(*)::int FROM exits WHERE short) AS short_detentions`;
  if (!row) throw new Error("a count without an answer");
  return row;
}

interface Differences {
  merges: number;
  late_exits: number;
  removals: number;
  late_registrations: number;
  corrections: number;
}

/**
 * The difference at one moment between what was known at two: each person once, the first reason that applies. No row about a
 * person means neither verified with permission nor merged at that moment. A row known at both moments is the person's only one
 * at either, so only rows known at one of them can tell a difference.
 */
async function differencesAt(tx: Tx, a: Date, knownA: Date, knownB: Date): Promise<Differences> {
  if (knownA.getTime() === knownB.getTime()) {
    return { merges: 0, late_exits: 0, removals: 0, late_registrations: 0, corrections: 0 };
  }
  const [row] = await tx.$queryRaw<Differences[]>`
    WITH before AS (
      SELECT person_id FROM registry.custody_intervals
      WHERE counted AND during @> ${a}::timestamptz AND known @> ${knownA}::timestamptz AND NOT known @> ${knownB}::timestamptz
    ), after AS (
      SELECT person_id FROM registry.custody_intervals
      WHERE counted AND during @> ${a}::timestamptz AND known @> ${knownB}::timestamptz AND NOT known @> ${knownA}::timestamptz
    ), moved AS (
      SELECT coalesce(b.person_id, n.person_id) AS person_id, CASE WHEN n.person_id IS NULL THEN -1 ELSE 1 END AS sign
      FROM before b FULL JOIN after n ON n.person_id = b.person_id WHERE b.person_id IS NULL OR n.person_id IS NULL
    ), reasons AS (
      SELECT m.sign, CASE
        WHEN coalesce(o.merged, false) <> coalesce(n.merged, false) THEN 'merges'
        WHEN m.sign < 0 AND EXISTS (SELECT FROM registry.stays s WHERE s.person_id = m.person_id AND s.episode = o.episode
          AND s.known @> ${knownB}::timestamptz AND s.exit < ${a}::timestamptz) THEN 'lateExits'
        WHEN m.sign < 0 AND NOT coalesce(n.verified AND n.permitted, false) THEN 'removals'
        WHEN m.sign > 0 AND NOT coalesce(o.verified AND o.permitted, false) THEN 'lateRegistrations'
        ELSE 'corrections' END AS reason
      FROM moved m
      LEFT JOIN LATERAL (SELECT episode, merged, verified, permitted FROM registry.custody_intervals i WHERE i.person_id = m.person_id
        AND i.during @> ${a}::timestamptz AND i.known @> ${knownA}::timestamptz LIMIT 1) o ON true
      LEFT JOIN LATERAL (SELECT merged, verified, permitted FROM registry.custody_intervals i WHERE i.person_id = m.person_id
        AND i.during @> ${a}::timestamptz AND i.known @> ${knownB}::timestamptz LIMIT 1) n ON true
    )
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
  const events = await eventsOf(tx, a, b, knownB);
  const differences = await differencesAt(tx, a, knownA, knownB);
  const opening = await heldTotal(tx, a, knownA);
  const closing = await heldTotal(tx, b, knownB);
  const flows: Flows = {
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

/** Minus zero is never printed. */
const negated = (count: number) => (count === 0 ? 0 : -count);

/** Contract names: the two halves of a window. */
export const flows = async (tx: Tx, a: Date, b: Date, knownA?: Date, knownB?: Date): Promise<Flows> =>
  (await windowBetween(tx, a, b, knownA, knownB)).flows;

export const reconciliation = async (
  tx: Tx,
  a: Date,
  b: Date,
  knownA?: Date,
  knownB?: Date,
): Promise<Reconciliation> => (await windowBetween(tx, a, b, knownA, knownB)).reconciliation;
