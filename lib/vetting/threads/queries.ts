import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/generated/client";
import { reportPayload, threadMessage } from "@/lib/intake/schema";
import { fullName } from "@/lib/people/rules";
import { openFromVault } from "@/lib/vault/seal";
import { cursorText, type ThreadCursor } from "./rules";
import { type OpenedThread, type ThreadRow, type ThreadView, threadViews } from "./schema";

const PAGE = 50;
/** A view is counted up to here, so that no count grows with the registry. */
export const COUNTED = 200;

const inView = {
  us: Prisma.sql`h.waiting = 'us'`,
  family: Prisma.sql`h.waiting = 'family'`,
  unread: Prisma.sql`h.unread`,
} satisfies Record<ThreadView, Prisma.Sql>;

export interface ThreadList {
  rows: ThreadRow[];
  counts: Record<ThreadView, number>;
  next: string | null;
}

interface Row {
  thread_id: string;
  report_id: string;
  waiting: "us" | "family" | null;
  since: Date;
  unread: boolean;
  assigned_to: string | null;
  sealed: Uint8Array;
}

/** Conversations that wait, whoever waited longest first, with the names of this page opened in the session. That somebody looked is recorded. */
export async function listThreads(
  actor: Actor,
  view: ThreadView,
  clock: Clock,
  after: ThreadCursor | null = null,
): Promise<ThreadList> {
  const staff = authorise(actor, "message.read");
  return desk().$transaction(async (tx) => {
    const past = after
      ? Prisma.sql`AND (h.waiting_since, h.id) > (${after.since}, ${after.threadId}::uuid)`
      : Prisma.empty;
    const found = await tx.$queryRaw<Row[]>`
      SELECT h.id AS thread_id, r.report_id, h.waiting, h.waiting_since AS since, h.unread, p.assigned_to, p.sealed
      FROM registry.threads h JOIN registry.receipts r ON r.thread_id = h.id JOIN registry.reports p ON p.id = r.report_id
      WHERE ${inView[view]} ${past} ORDER BY h.waiting_since, h.id LIMIT ${PAGE + 1}`;
    const rows = found.slice(0, PAGE);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    if (rows.length > 0) await record(tx, staff, "threads.listed", null, clock());
    return {
      rows: await Promise.all(rows.map((row) => openRow(staff, row))),
      counts: await countAll(tx),
      next: last ? cursorText({ since: last.since, threadId: last.thread_id }) : null,
    };
  });
}

async function openRow({ keys }: StaffActor, row: Row): Promise<ThreadRow> {
  const { person, reply } = reportPayload.parse(await openFromVault(keys, row.sealed));
  const { report_id: reportId, assigned_to: assignedTo, waiting, since, unread } = row;
  return {
    reportId,
    name: fullName(person),
    page: reply?.reference ?? null,
    waiting,
    since,
    unread,
    assignedTo,
  };
}

async function countAll(tx: Tx): Promise<Record<ThreadView, number>> {
  const counts = { us: 0, family: 0, unread: 0 };
  for (const view of threadViews) {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT FROM registry.threads h WHERE ${inView[view]} LIMIT ${COUNTED + 1}) AS counted`;
    counts[view] = row?.n ?? 0;
  }
  return counts;
}

/** The conversation of one report, opened; who looked is recorded, within the hourly cap, and what was unread is read. */
export async function openThread(actor: Actor, reportId: string, clock: Clock): Promise<OpenedThread> {
  const staff = authorise(actor, "message.read");
  return desk().$transaction(async (tx) => {
    const opened = await readThread(tx, staff, reportId);
    const { threadId, ...thread } = opened;
    if (threadId) await markTheirs(tx, threadId, clock);
    await record(tx, staff, "thread.opened", { report: reportId }, clock());
    return thread;
  });
}

/** Read at the desk: nothing of it is unread, and from this day on what the family wrote lasts thirty days. */
async function markTheirs(tx: Tx, threadId: string, clock: Clock): Promise<void> {
  await tx.thread.updateMany({ where: { id: threadId, unread: true }, data: { unread: false } });
  const unread = await tx.message.findMany({
    where: { threadId, fromFamily: true, kind: "word", read: null },
    select: { id: true },
  });
  const readOn = new Date(dateInCaracas(clock()));
  const rows = unread.map(({ id: messageId }) => ({ messageId, readOn }));
  await tx.messageRead.createMany({ data: rows, skipDuplicates: true });
}

/** The conversation of a report and who it is about, for an act on it, whose audit row stands for it. */
export async function readThread(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reportId: string,
): Promise<OpenedThread & { threadId: string | null }> {
  const row = await tx.report.findUnique({
    where: { id: reportId },
    select: {
      sealed: true,
      stage: true,
      assignedTo: true,
      receipts: {
        select: {
          threadId: true,
          thread: {
            select: {
              waiting: true,
              messages: {
                orderBy: [{ sentAt: "asc" }, { id: "asc" }],
                select: { kind: true, fromFamily: true, sentAt: true, sealedToVault: true },
              },
            },
          },
        },
      },
    },
  });
  if (!row || row.stage === "withdrawn") throw new Refusal("not_found");
  const { person, locale, reply } = reportPayload.parse(await openFromVault(keys, row.sealed));
  const [receipt] = row.receipts;
  const messages = [];
  for (const { sealedToVault, kind, ...message } of receipt?.thread.messages ?? [])
    messages.push({
      ...message,
      asks: kind === "question",
      ...threadMessage.parse(await openFromVault(keys, sealedToVault)),
    });
  const waiting = receipt?.thread.waiting;
  return {
    reportId,
    threadId: receipt?.threadId ?? null,
    name: fullName(person),
    page: reply?.reference ?? null,
    locale,
    assignedTo: row.assignedTo,
    waiting: waiting === "us" || waiting === "family" ? waiting : null,
    hasCode: receipt !== undefined,
    messages,
  };
}
