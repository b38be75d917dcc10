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
  const within = (column: string) => {
    const since = Prisma.raw(column);
    return after
      ? Prisma.sql`${since} <= ${until} AND ${since} > ${after}`
      : Prisma.sql`${since} <= ${until}`;
  };
  return sources[kind](within, now);
}

type Within = (column: string) => Prisma.Sql;

const nothing = Prisma.sql`NULL::uuid`;
const ofCase = (since: string, id: string, caseId: string, who: string) =>
  Prisma.sql`${Prisma.raw(since)} AS since, ${Prisma.raw(id)} AS id, ${Prisma.raw(caseId)} AS case_id,
    ${nothing} AS report_id, ${nothing} AS batch_id, ${Prisma.raw(who)} AS who`;
const ofReport = (since: string) =>
  Prisma.sql`${Prisma.raw(since)} AS since, report_id AS id, ${nothing} AS case_id, report_id, ${nothing} AS batch_id, assigned_to AS who`;

const clock = (column: string) => (within: Within) =>
  Prisma.sql`
  SELECT ${ofCase(`m.${column}`, "m.case_id", "m.case_id", "NULL::text")} FROM registry.case_marks m
  WHERE m.${Prisma.raw(column)} IS NOT NULL AND ${within(`m.${column}`)}`;

const waitingFact = (which: Prisma.Sql) => (within: Within) =>
  Prisma.sql`
  SELECT ${ofCase("f.recorded_at", "f.id", "f.case_id", "f.recorded_by")} FROM registry.facts f
  WHERE f.known_from IS NULL AND f.known_to IS NULL AND ${which} AND ${within("f.recorded_at")}`;

const isBack = (now: Date) => Prisma.sql`(snoozed_until IS NULL OR snoozed_until <= ${now})`;

const sources: Record<OverdueKind, (within: Within, now: Date) => Prisma.Sql> = {
  missing_85: clock("missing_since"),
  missing_60: clock("missing_since"),
  missing_24h: clock("missing_since"),
  unconfirmed_90: clock("confirmed_at"),
  unconfirmed_60: clock("confirmed_at"),
  unconfirmed_30: clock("confirmed_at"),
  kin_untold: (within) => Prisma.sql`
    SELECT ${ofCase("f.recorded_at", "f.id", "f.case_id", "f.recorded_by")} FROM registry.facts f
    WHERE f.known_from IS NULL AND f.known_to IS NULL AND f.state = 'died_in_custody' AND ${within("f.recorded_at")}
      AND NOT EXISTS (SELECT FROM registry.kin_notices k WHERE k.case_id = f.case_id)`,
  facts: waitingFact(Prisma.sql`f.supersedes_id IS NULL AND f.track <> 'vetting'`),
  corrections: waitingFact(Prisma.sql`f.supersedes_id IS NOT NULL`),
  untaken: waitingFact(Prisma.sql`f.track = 'vetting' AND f.state = 'pending_evaluation'`),
  retractions: (within) => Prisma.sql`
    SELECT ${ofCase("r.proposed_at", "r.id", "f.case_id", "r.proposed_by")}
    FROM registry.fact_retractions r JOIN registry.facts f ON f.id = r.fact_id
    WHERE r.decided_at IS NULL AND ${within("r.proposed_at")}`,
  decisions: (within) => Prisma.sql`
    SELECT ${ofCase("d.authored_at", "d.id", "d.case_id", "d.authored_by")} FROM registry.decisions d
    WHERE d.fact_id IS NULL AND ${within("d.authored_at")}
      AND NOT EXISTS (SELECT FROM registry.decision_reviews v WHERE v.decision_id = d.id)`,
  must_review: (within) => Prisma.sql`
    SELECT ${ofCase("u.must_since", "u.case_id", "u.case_id", "d.authored_by")}
    FROM registry.decision_dues u LEFT JOIN registry.decisions d ON d.id = u.decision_id
    WHERE u.must_since IS NOT NULL AND ${within("u.must_since")}`,
  reviews_due: (within) => Prisma.sql`
    SELECT ${ofCase("u.due_at", "u.case_id", "u.case_id", "d.authored_by")}
    FROM registry.decision_dues u JOIN registry.decisions d ON d.id = u.decision_id
    WHERE u.due_at IS NOT NULL AND u.must_since IS NULL AND ${within("u.due_at")}`,
  date_passed: (within) => Prisma.sql`
    ${passed("latest", Prisma.sql`f.earliest > f.recorded_at`, within)} UNION ALL
    ${passed("end_latest", Prisma.sql`f.end_latest > f.recorded_at`, within)}`,
  unassigned: (within, now) => Prisma.sql`
    SELECT ${ofReport("received_at")} FROM registry.triage
    WHERE assigned_to IS NULL AND ${within("received_at")} AND ${isBack(now)}`,
  snooze_over: (within) => Prisma.sql`
    SELECT ${ofReport("snoozed_until")} FROM registry.triage WHERE ${within("snoozed_until")}`,
  unanswered: (within) => Prisma.sql`
    SELECT ${ofReport("asked_at")} FROM registry.triage t WHERE asked_at IS NOT NULL AND ${within("asked_at")}
      AND NOT EXISTS (SELECT FROM registry.receipts r JOIN registry.messages m ON m.thread_id = r.thread_id
        WHERE r.report_id = t.report_id AND m.from_family AND m.sent_at >= date_trunc('hour', t.asked_at))`,
  sheets: (within) => Prisma.sql`
    SELECT s.transcribed_at AS since, s.id, ${nothing} AS case_id, ${nothing} AS report_id, ${nothing} AS batch_id,
      coalesce(s.destroyed_by, s.transcribed_by) AS who
    FROM registry.slips s WHERE s.transcribed_at IS NOT NULL AND s.seen_at IS NULL AND ${within("s.transcribed_at")}`,
  imports: (within) => Prisma.sql`
    SELECT b.imported_at AS since, b.id, ${nothing} AS case_id, ${nothing} AS report_id, b.id AS batch_id, b.imported_by AS who
    FROM registry.import_batches b
    WHERE b.confirmed_at IS NULL AND b.discarded_at IS NULL AND ${within("b.imported_at")}`,
};

/**
 * Facts that were written down ahead of their date, or with an end ahead, which has come, and nothing was written since in the case on
 * that track. The first so many by date, each looked up by its case: the planner takes dates ahead for common, and they are rare.
 */
const passed = (column: "latest" | "end_latest", isAhead: Prisma.Sql, within: Within) => Prisma.sql`
  (SELECT ${ofCase(`a.${column}`, "a.id", "a.case_id", "a.recorded_by")} FROM (
    SELECT f.* FROM registry.facts f WHERE ${isAhead} AND f.known_to IS NULL AND ${within(`f.${column}`)}
    ORDER BY f.${Prisma.raw(column)}, f.id LIMIT ${COUNTED + 1}) AS a
  WHERE (SELECT count(*) FROM registry.facts n
    WHERE n.case_id = a.case_id AND n.track = a.track AND n.recorded_at >= a.${Prisma.raw(column)}) = 0)`;
