import { method } from "@/lib/cases/counting/method/schema";
import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import type { Queue, Waiting } from "./schema";

interface Row {
  median: number | null;
  ages: number[] | null;
}

/**
 * The queue at `known`, by stage and age (R11). `at` is only said back: waiting is about knowledge, not about what happened when.
 * Reports are counted when `reportsToo`, for the present alone.
 */
export async function queue(tx: Tx, at: Date, known: Date, reportsToo: boolean): Promise<Queue> {
  const reports = (stage: "waiting" | "in_review") =>
    reportsToo
      ? waitingSince(
          tx,
          known,
          Prisma.sql`SELECT received_at AS since FROM registry.reports
            WHERE stage = ${stage}::registry.report_stage AND received_at <= ${known}::timestamptz`,
        )
      : null;
  return {
    at: at.toISOString(),
    known: known.toISOString(),
    method: method.version,
    stages: {
      waiting: await reports("waiting"),
      inReview: await reports("in_review"),
      opened: await waitingSince(
        tx,
        known,
        Prisma.sql`SELECT recorded_at AS since FROM registry.facts
          WHERE track = 'vetting' AND state = 'pending_evaluation' AND recorded_at <= ${known}::timestamptz
            AND (known_from IS NULL OR known_from > ${known}::timestamptz)
            AND (known_to IS NULL OR known_to > ${known}::timestamptz)`,
      ),
      pending: await waitingSince(
        tx,
        known,
        Prisma.sql`SELECT lower(known) AS since FROM registry.pending_intervals WHERE known @> ${known}::timestamptz`,
      ),
    },
  };
}

async function waitingSince(tx: Tx, known: Date, since: Prisma.Sql): Promise<Waiting> {
  const limits = [...method.queueAges];
  const [row] = await tx.$queryRaw<Row[]>`
    WITH ages AS (
      SELECT extract(epoch FROM ${known}::timestamptz - since)::float / 86400 AS days FROM (${since}) AS waiting
    )
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
      (SELECT array_agg(n ORDER BY place) FROM (
        SELECT place, count(days)::int AS n FROM generate_series(0, ${limits.length}::int) AS place
        LEFT JOIN ages ON place = (SELECT count(*) FROM unnest(${limits}::float[]) AS bound WHERE bound < days)
        GROUP BY place) AS placed) AS ages
    FROM ages`;
  const ages = [...limits, null].map((upTo, index) => ({ upTo, count: row?.ages?.[index] ?? 0 }));
  const median = row?.median ?? null;
  return {
    total: ages.reduce((sum, { count }) => sum + count, 0),
    medianDays: median === null ? null : Math.round(median * 10) / 10,
    ages,
  };
}
