import { Prisma } from "@/lib/db/sql";
import { COUNTED } from "../../schema";
import { spanOf } from "../rules";
import type { OverdueKind } from "../schema";

/**
 * The rows of each kind as (since, id, case_id, report_id, batch_id, who). Every one is found by an index of its own, in the order of
 * `since`, so that a page costs the same in a registry of any size.
 */
export function sourceOf(kind: OverdueKind, now: Date): Prisma.Sql {
  const { until, after } = spanOf(kind, now);
  const within = (since: Prisma.Sql) =>
    after ? sql`${since} <= ${until} AND ${since} > ${after}` : sql`${since} <= ${until}`;
  return sources[kind](within, now);
}

type Within = (since: Prisma.Sql) => Prisma.Sql;
const { sql } = Prisma;

const nothing = sql`NULL::uuid`;
const ofCase = (since: Prisma.Sql, id: Prisma.Sql, caseId: Prisma.Sql, who: Prisma.Sql) =>
  sql`${since} AS since, ${id} AS id, ${caseId} AS case_id, ${nothing} AS report_id, ${nothing} AS batch_id, ${who} AS who`;
const ofReport = (since: Prisma.Sql) =>
  sql`${since} AS since, report_id AS id, ${nothing} AS case_id, report_id, ${nothing} AS batch_id, assigned_to AS who`;

const clock = (column: Prisma.Sql) => (within: Within) =>
  sql`
  SELECT ${ofCase(column, sql`m.case_id`, sql`m.case_id`, sql`NULL::text`)} FROM registry.case_marks m
  WHERE ${column} IS NOT NULL AND ${within(column)}`;

const waitingFact = (which: Prisma.Sql) => (within: Within) =>
  sql`
  SELECT ${ofCase(sql`f.recorded_at`, sql`f.id`, sql`f.case_id`, sql`f.recorded_by`)} FROM registry.facts f
  WHERE f.known_from IS NULL AND f.known_to IS NULL AND ${which} AND ${within(sql`f.recorded_at`)}`;

const isBack = (now: Date) => sql`(snoozed_until IS NULL OR snoozed_until <= ${now})`;

const sources: Record<OverdueKind, (within: Within, now: Date) => Prisma.Sql> = {
  missing_85: clock(sql`m.missing_since`),
  missing_60: clock(sql`m.missing_since`),
  missing_24h: clock(sql`m.missing_since`),
  unconfirmed_90: clock(sql`m.confirmed_at`),
  unconfirmed_60: clock(sql`m.confirmed_at`),
  unconfirmed_30: clock(sql`m.confirmed_at`),
  kin_untold: (within) => sql`
    SELECT ${ofCase(sql`f.recorded_at`, sql`f.id`, sql`f.case_id`, sql`f.recorded_by`)} FROM registry.facts f
    WHERE f.known_from IS NULL AND f.known_to IS NULL AND f.state = 'died_in_custody' AND ${within(sql`f.recorded_at`)}
      AND NOT registry.kin_told(f.case_id)`,
  facts: waitingFact(sql`f.supersedes_id IS NULL AND f.track <> 'vetting'`),
  corrections: waitingFact(sql`f.supersedes_id IS NOT NULL`),
  untaken: waitingFact(sql`f.track = 'vetting' AND f.state = 'pending_evaluation'`),
  retractions: (within) => sql`
    SELECT ${ofCase(sql`r.proposed_at`, sql`r.id`, sql`f.case_id`, sql`r.proposed_by`)}
    FROM registry.fact_retractions r JOIN registry.facts f ON f.id = r.fact_id
    WHERE r.decided_at IS NULL AND ${within(sql`r.proposed_at`)}`,
  decisions: (within) => sql`
    SELECT ${ofCase(sql`d.authored_at`, sql`d.id`, sql`d.case_id`, sql`d.authored_by`)} FROM registry.decisions d
    WHERE d.fact_id IS NULL AND ${within(sql`d.authored_at`)}
      AND NOT EXISTS (SELECT FROM registry.decision_reviews v WHERE v.decision_id = d.id)`,
  must_review: (within) => sql`
    SELECT ${ofCase(sql`u.must_since`, sql`u.case_id`, sql`u.case_id`, sql`d.authored_by`)}
    FROM registry.decision_dues u LEFT JOIN registry.decisions d ON d.id = u.decision_id
    WHERE u.must_since IS NOT NULL AND ${within(sql`u.must_since`)}`,
  reviews_due: (within) => sql`
    SELECT ${ofCase(sql`u.due_at`, sql`u.case_id`, sql`u.case_id`, sql`d.authored_by`)}
    FROM registry.decision_dues u JOIN registry.decisions d ON d.id = u.decision_id
    WHERE u.due_at IS NOT NULL AND u.must_since IS NULL AND ${within(sql`u.due_at`)}`,
  date_passed: (within) => sql`
    ${passed(sql`latest`, sql`f.earliest > f.recorded_at`, within)} UNION ALL
    ${passed(sql`end_latest`, sql`f.end_latest > f.recorded_at`, within)}`,
  unassigned: (within, now) => sql`
    SELECT ${ofReport(sql`received_at`)} FROM registry.triage
    WHERE assigned_to IS NULL AND ${within(sql`received_at`)} AND ${isBack(now)}`,
  snooze_over: (within) => sql`
    SELECT ${ofReport(sql`snoozed_until`)} FROM registry.triage WHERE ${within(sql`snoozed_until`)}`,
  unanswered: (within) => sql`
    SELECT ${ofReport(sql`asked_at`)} FROM registry.triage t WHERE asked_at IS NOT NULL AND ${within(sql`asked_at`)}
      AND NOT EXISTS (SELECT FROM registry.receipts r JOIN registry.messages m ON m.thread_id = r.thread_id
        WHERE r.report_id = t.report_id AND m.from_family AND m.sent_at >= date_trunc('hour', t.asked_at))`,
  sheets: (within) => sql`
    SELECT s.transcribed_at AS since, s.id, ${nothing} AS case_id, ${nothing} AS report_id, ${nothing} AS batch_id,
      coalesce(s.destroyed_by, s.transcribed_by) AS who
    FROM registry.slips s WHERE s.transcribed_at IS NOT NULL AND s.seen_at IS NULL AND ${within(sql`s.transcribed_at`)}`,
  imports: (within) => sql`
    SELECT b.imported_at AS since, b.id, ${nothing} AS case_id, ${nothing} AS report_id, b.id AS batch_id, b.imported_by AS who
    FROM registry.import_batches b
    WHERE b.confirmed_at IS NULL AND b.discarded_at IS NULL AND ${within(sql`b.imported_at`)}`,
};

/**
 * Facts that were written down ahead of their date, or with an end ahead, which has come, and nothing was written since in the case on
 * that track. The first so many by date, each looked up by its case: the planner takes dates ahead for common, and they are rare.
 */
const passed = (column: Prisma.Sql, isAhead: Prisma.Sql, within: Within) => sql`
  (SELECT ${ofCase(sql`a.${column}`, sql`a.id`, sql`a.case_id`, sql`a.recorded_by`)} FROM (
    SELECT f.* FROM registry.facts f WHERE ${isAhead} AND f.known_to IS NULL AND ${within(sql`f.${column}`)}
    ORDER BY f.${column}, f.id LIMIT ${COUNTED + 1}) AS a
  WHERE (SELECT count(*) FROM registry.facts n
    WHERE n.case_id = a.case_id AND n.track = a.track AND n.recorded_at >= a.${column}) = 0)`;
