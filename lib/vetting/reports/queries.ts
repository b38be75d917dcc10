import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { reportPayload } from "@/lib/intake/schema";
import { fullName } from "@/lib/people/rules";
import type { VaultKeys } from "@/lib/vault/keys";
import { openFromVault } from "@/lib/vault/seal";
import { gapsOf, mayBeCounted } from "./rules";
import { type OpenedReport, type QueueRow, type QueueView, queueViews } from "./schema";

const reportRow = {
  id: true,
  receivedAt: true,
  channel: true,
  urgent: true,
  stage: true,
  assignedTo: true,
  sealed: true,
} satisfies Prisma.ReportSelect;

export interface Queue {
  rows: QueueRow[];
  counts: Record<QueueView, number>;
}

const PAGE = 100;

/** Reports that wait, urgent first and then oldest first, with names opened in the session. That somebody looked is recorded. */
export async function listQueue(actor: Actor, view: QueueView, clock: Clock): Promise<Queue> {
  const staff = authorise(actor, "queue.read");
  return desk().$transaction(async (tx) => {
    const rows = await tx.report.findMany({
      where: within(view, staff),
      orderBy: [{ urgent: "desc" }, { receivedAt: "asc" }, { id: "asc" }],
      take: PAGE,
      select: reportRow,
    });
    const counts: Partial<Record<QueueView, number>> = {};
    for (const one of queueViews) counts[one] = await tx.report.count({ where: within(one, staff) });
    if (rows.length > 0) await record(tx, staff, "queue.read", null, clock());
    return {
      rows: await Promise.all(rows.map((row) => openRow(staff, row))),
      counts: counts as Record<QueueView, number>,
    };
  });
}

function within(view: QueueView, { username }: StaffActor): Prisma.ReportWhereInput {
  if (view === "in_review") return { stage: "in_review" };
  if (view === "mine") return { stage: { in: ["waiting", "in_review"] }, assignedTo: username };
  if (view === "urgent") return { stage: "waiting", urgent: true };
  return view === "unassigned" ? { stage: "waiting", assignedTo: null } : { stage: "waiting" };
}

async function openRow(
  { keys }: StaffActor,
  { sealed, ...row }: Prisma.ReportGetPayload<{ select: typeof reportRow }>,
): Promise<QueueRow> {
  const payload = reportPayload.parse(await openFromVault(keys, sealed));
  const { person, detention } = payload;
  const year = row.receivedAt.getUTCFullYear();
  return {
    ...row,
    name: fullName(person),
    sex: person.sex,
    age: person.approxAge ?? (person.birthYear === undefined ? null : year - person.birthYear),
    entity: detention.entity ?? null,
    gaps: gapsOf(payload),
  };
}

/** One report, opened in the session; who looked is recorded in the same transaction. */
export async function openReport(actor: Actor, reportId: string, clock: Clock): Promise<OpenedReport> {
  const staff = authorise(actor, "report.open");
  return desk().$transaction(async (tx) => {
    const row = await tx.report.findUnique({ where: { id: reportId }, select: reportRow });
    if (!row) throw new Refusal("not_found");
    await record(tx, staff, "report.opened", { report: reportId }, clock());
    const { sealed, ...plain } = row;
    const payload = reportPayload.parse(await openFromVault(staff.keys, sealed));
    return { ...plain, payload, gaps: gapsOf(payload) };
  });
}

/** Which of these reports were sent with a yes to counting. Part of an act on their case, whose audit row stands for it. */
export async function reportsToCount(tx: Tx, keys: VaultKeys, reportIds: string[]): Promise<Set<string>> {
  const rows = await tx.report.findMany({
    where: { id: { in: reportIds } },
    select: { id: true, sealed: true },
  });
  const yes = new Set<string>();
  for (const { id, sealed } of rows) {
    if (mayBeCounted(reportPayload.parse(await openFromVault(keys, sealed)))) yes.add(id);
  }
  return yes;
}
