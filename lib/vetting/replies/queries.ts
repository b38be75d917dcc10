import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/generated/client";
import { type ReportPayload, reportPayload } from "@/lib/intake/schema";
import { referenceIn } from "@/lib/people/indexed/search/numbers/rules";
import { findNaming } from "@/lib/publication/naming/queries";
import { findCase } from "@/lib/publication/withdrawals/queries";
import { openUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { cursorText, type NewsCursor } from "../news/rules";
import { type OpenedReply, type ReplyRow, replyWhy, type SettledRow } from "./schema";

const PAGE = 50;
const LATELY = 20;
/** Counted up to here, so that no count grows with what is sent. */
export const COUNTED = 200;

export const whyContext = (id: string): string => `replies|why|${id}`;

interface Row {
  id: string;
  sealed: Uint8Array;
  received_at: Date;
  due_at: Date;
  urgent: boolean;
}

/** What waits for an answer: danger first, then by when it is due. That somebody looked is recorded. */
export async function listReplies(
  viewer: Actor,
  clock: Clock,
  after: NewsCursor | null = null,
): Promise<{ rows: ReplyRow[]; next: string | null }> {
  const staff = authorise(viewer, "reply.read");
  return desk().$transaction(async (tx) => {
    const past = after
      ? Prisma.sql`AND (NOT r.urgent, r.due_at, r.report_id) > (${!after.urgent}, ${after.receivedAt}, ${after.id}::uuid)`
      : Prisma.empty;
    const found = await tx.$queryRaw<Row[]>`
      SELECT r.report_id AS id, p.sealed, r.received_at, r.due_at, r.urgent
      FROM registry.replies r JOIN registry.reports p ON p.id = r.report_id
      WHERE r.settled_at IS NULL ${past} ORDER BY r.urgent DESC, r.due_at, r.report_id LIMIT ${PAGE + 1}`;
    const rows: ReplyRow[] = [];
    for (const { id, sealed, ...row } of found.slice(0, PAGE)) {
      const { reference, asks, speaks } = (await openItem(staff, sealed)).reply;
      const { received_at: receivedAt, due_at: dueAt, urgent } = row;
      rows.push({ id, asks, speaks, reference, receivedAt, dueAt, urgent, isPublished: false });
    }
    const named = await publishedAmong(tx, rows);
    if (rows.length > 0) await record(tx, staff, "replies.listed", null, clock());
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return {
      rows: rows.map((row) => ({ ...row, isPublished: named.has(referenceIn(row.reference)) })),
      next: last ? cursorText({ urgent: last.urgent, receivedAt: last.due_at, id: last.id }) : null,
    };
  });
}

async function publishedAmong(tx: Tx, rows: readonly ReplyRow[]): Promise<Set<string>> {
  const asked = rows.map((row) => referenceIn(row.reference)).filter(Boolean);
  const pages = await tx.namedCase.findMany({
    where: { reference: { in: asked } },
    select: { reference: true },
  });
  return new Set(pages.map(({ reference }) => reference));
}

/** What was answered lately, newest first, while its words are kept. */
export async function listSettledReplies(viewer: Actor): Promise<SettledRow[]> {
  authorise(viewer, "reply.read");
  const rows = await desk().reply.findMany({
    where: { settledAt: { not: null }, report: { stage: { not: "withdrawn" } } },
    orderBy: [{ settledAt: "desc" }, { reportId: "asc" }],
    take: LATELY,
    select: { reportId: true, outcome: true, settledBy: true, settledAt: true },
  });
  return rows.flatMap(({ reportId: id, outcome, settledBy: by, settledAt: at }) =>
    outcome && by && at ? [{ id, outcome, by, at }] : [],
  );
}

/** How many wait, up to `COUNTED` and one more, and how many of them bear danger. Nothing is opened for it. */
export async function countReplies(viewer: Actor): Promise<{ waiting: number; urgent: number }> {
  authorise(viewer, "reply.read");
  const [row] = await desk().$queryRaw<{ waiting: number; urgent: number }[]>`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE urgent))::int AS urgent
    FROM (SELECT urgent FROM registry.replies WHERE settled_at IS NULL ORDER BY urgent DESC LIMIT ${COUNTED + 1}) AS counted`;
  return row ?? { waiting: 0, urgent: 0 };
}

/** One of them, opened in the session beside the case it names; who looked is recorded, within the hourly cap. */
export async function openReply(viewer: Actor, id: string, clock: Clock): Promise<OpenedReply> {
  const staff = authorise(viewer, "reply.read");
  return desk().$transaction(async (tx) => {
    const row = await tx.reply.findUnique({
      where: { reportId: id },
      select: {
        ...{ receivedAt: true, dueAt: true, urgent: true },
        ...{ outcome: true, why: true, settledBy: true, settledAt: true },
        report: {
          select: {
            sealed: true,
            stage: true,
            receipts: { select: { thread: { select: { waiting: true } } } },
          },
        },
      },
    });
    if (!row || row.report.stage === "withdrawn") throw new Refusal("not_found");
    const { outcome, why, settledBy: by, settledAt: at, report, ...plain } = row;
    const { reply: item, locale } = await openItem(staff, report.sealed);
    await record(tx, staff, "reply.opened", { report: id }, clock());
    return {
      ...{ id, ...plain, locale, item, found: await findPage(tx, staff, item.reference) },
      isWaiting: report.receipts.some(({ thread }) => thread.waiting === "us"),
      settled:
        outcome && why && by && at
          ? { outcome, by, at, ...replyWhy.parse(openUnderVault(staff.keys, why, whyContext(id))) }
          : null,
    };
  });
}

/** The case whose page is meant, however its reference was typed; null where there is none. */
export async function findPage(tx: Tx, staff: StaffActor, typed: string): Promise<OpenedReply["found"]> {
  const asked = referenceIn(typed);
  const found = asked === "" ? null : await findCase(tx, staff, asked);
  if (!found) return null;
  const { caseId, reference } = found;
  return { caseId, reference, published: (await findNaming(tx, caseId, reference)).published };
}

/** What was written, out of the report that bears it. */
export async function openItem(
  { keys }: Pick<StaffActor, "keys">,
  sealed: Uint8Array,
): Promise<ReportPayload & { reply: NonNullable<ReportPayload["reply"]> }> {
  const payload = reportPayload.parse(await openFromVault(keys, sealed));
  if (!payload.reply) throw new Error("a reply without its words");
  return { ...payload, reply: payload.reply };
}
