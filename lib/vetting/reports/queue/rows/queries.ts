import type { StaffActor } from "@/lib/auth/actor";
import type { Prisma, Tx } from "@/lib/db/connect";
import { reportPayload } from "@/lib/intake/schema";
import { fullName } from "@/lib/people/rules";
import { openFromVault } from "@/lib/vault/seal";
import { newsAmong } from "../../../news/queries";
import { gapsOf } from "../../rules";
import type { QueueRow } from "../../schema";
import { marksOf } from "../../triage/rules";
import type { Suspicion } from "../../triage/schema";

const queueRow = {
  id: true,
  receivedAt: true,
  channel: true,
  urgent: true,
  stage: true,
  assignedTo: true,
  sealed: true,
  triage: { select: { assignedAt: true, snoozedUntil: true, askedAt: true } },
} satisfies Prisma.ReportSelect;

/** The reports of a page as rows, in the order given, opened in the session. Part of a look at the queue. */
export async function openRows(
  tx: Tx,
  staff: StaffActor,
  ids: string[],
  suspicious: Map<string, Suspicion[]>,
): Promise<QueueRow[]> {
  const found = await tx.report.findMany({ where: { id: { in: ids } }, select: queueRow });
  const answered = await answeredAmong(tx, ids);
  const news = await newsAmong(tx, ids);
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows: QueueRow[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const said = { answered: answered.has(id), hasNews: news.has(id) };
    rows.push(await openRow(staff, row, said, suspicious.get(id) ?? []));
  }
  return rows;
}

/** Which of these families wrote after they were asked. Messages are dated to the hour, so a word in the same hour counts. */
async function answeredAmong(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.report_id AS id FROM registry.triage t JOIN registry.receipts r ON r.report_id = t.report_id
    JOIN registry.messages m ON m.thread_id = r.thread_id
    WHERE t.report_id = ANY(${ids}::uuid[]) AND t.asked_at IS NOT NULL AND m.from_family
      AND m.sent_at >= date_trunc('hour', t.asked_at)`;
  return new Set(rows.map(({ id }) => id));
}

async function openRow(
  { keys }: StaffActor,
  { sealed, triage, ...row }: Prisma.ReportGetPayload<{ select: typeof queueRow }>,
  said: Pick<QueueRow, "answered" | "hasNews">,
  suspicions: Suspicion[],
): Promise<QueueRow> {
  const payload = reportPayload.parse(await openFromVault(keys, sealed));
  const { person, detention } = payload;
  const { under18, missingSince } = marksOf(payload, row.receivedAt);
  return {
    ...row,
    assignedAt: triage?.assignedAt ?? null,
    snoozedUntil: triage?.snoozedUntil ?? null,
    askedAt: triage?.askedAt ?? null,
    ...said,
    name: fullName(person),
    sex: person.sex,
    age:
      person.approxAge ??
      (person.birthYear === undefined ? null : row.receivedAt.getUTCFullYear() - person.birthYear),
    entity: detention.entity ?? null,
    gaps: gapsOf(payload),
    under18,
    missingSince: missingSince === null ? null : new Date(missingSince),
    suspicions,
  };
}
