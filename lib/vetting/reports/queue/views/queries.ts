import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/generated/client";
import type { QueueView } from "../../schema";
import { type Cursor, type MarkedView, overdueBefore } from "../rules";

/** Who looks, when, and which reports are queued apart. */
export interface Span {
  username: string;
  now: Date;
  apart: string[];
}

/** Past this many a tab says "more than"; so no count costs more than the page it stands on. */
export const COUNTED = 9_999;

type PlainView = Exclude<QueueView, MarkedView>;

/** The reports of a view from a place on, in the order of the queue. */
export async function idsIn(
  tx: Tx,
  view: PlainView,
  span: Span,
  after: Cursor | null,
  most: number,
): Promise<string[]> {
  const rows =
    view === "in_review" ? await inReview(tx, after, most) : await waiting(tx, view, span, after, most);
  return rows.map(({ id }) => id);
}

const waiting = (tx: Tx, view: PlainView, span: Span, after: Cursor | null, most: number) => tx.$queryRaw<
  { id: string }[]
>`
  SELECT report_id AS id FROM registry.triage t
  WHERE ${within(view, span)} AND ${
    after
      ? Prisma.sql`(rank, received_at, report_id) > (${after.rank}::smallint, ${after.receivedAt}, ${after.reportId}::uuid)`
      : Prisma.sql`true`
  }
  ORDER BY rank, received_at, report_id LIMIT ${most}`;

const inReview = (tx: Tx, after: Cursor | null, most: number) => tx.$queryRaw<{ id: string }[]>`
  SELECT id FROM registry.reports WHERE stage = 'in_review' AND ${
    after ? Prisma.sql`(received_at, id) > (${after.receivedAt}, ${after.reportId}::uuid)` : Prisma.sql`true`
  }
  ORDER BY received_at, id LIMIT ${most}`;

/** How many a view holds, up to `COUNTED` and one more; null for the one that grows with the registry. */
export async function countIn(tx: Tx, view: PlainView, span: Span): Promise<number | null> {
  if (view === "in_review") return null;
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM (SELECT FROM registry.triage t WHERE ${within(view, span)} LIMIT ${COUNTED + 1}) AS counted`;
  return Number(row?.n ?? 0);
}

function within(view: PlainView, { username, now, apart }: Span): Prisma.Sql {
  const isBack = Prisma.sql`(snoozed_until IS NULL OR snoozed_until <= ${now})`;
  if (view === "snoozed") return Prisma.sql`snoozed_until > ${now}`;
  if (view === "mine") return Prisma.sql`assigned_to = ${username} AND ${isBack}`;
  const trusted = apart.length === 0 ? isBack : Prisma.sql`${isBack} AND report_id <> ALL(${apart}::uuid[])`;
  const { urgent, other } = overdueBefore(now);
  const only: Partial<Record<PlainView, Prisma.Sql>> = {
    unassigned: Prisma.sql`assigned_to IS NULL AND asked_at IS NULL`,
    urgent: Prisma.sql`rank = 0`,
    information: Prisma.sql`asked_at IS NOT NULL`,
    overdue: Prisma.sql`received_at <= CASE rank WHEN 0 THEN ${urgent}::timestamptz ELSE ${other}::timestamptz END`,
  };
  return only[view] ? Prisma.sql`${only[view]} AND ${trusted}` : trusted;
}
