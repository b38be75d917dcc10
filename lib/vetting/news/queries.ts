import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/generated/client";
import { newsItem } from "@/lib/intake/news/schema";
import { reportPayload } from "@/lib/intake/schema";
import { fullName } from "@/lib/people/rules";
import { findCase, findCasesOf } from "@/lib/publication/withdrawals/queries";
import { openFromVault } from "@/lib/vault/seal";
import { cursorText, type NewsCursor } from "./rules";
import type { NewsRow, OpenedNews } from "./schema";

const PAGE = 50;
/** News are counted up to here, so that no count grows with the registry. */
export const COUNTED = 200;

interface Row {
  id: string;
  report_id: string;
  sealed: Uint8Array;
  received_at: Date;
  urgent: boolean;
  assigned_to: string | null;
  report: Uint8Array;
}

/** News that wait, urgent first and then the oldest, with the names of this page opened in the session. That somebody looked is recorded. */
export async function listNews(
  actor: Actor,
  clock: Clock,
  after: NewsCursor | null = null,
): Promise<{ rows: NewsRow[]; next: string | null }> {
  const staff = authorise(actor, "message.read");
  return desk().$transaction(async (tx) => {
    const past = after
      ? Prisma.sql`AND (NOT n.urgent, n.received_at, n.id) > (${!after.urgent}, ${after.receivedAt}, ${after.id}::uuid)`
      : Prisma.empty;
    const found = await tx.$queryRaw<Row[]>`
      SELECT n.id, n.report_id, n.sealed, n.received_at, n.urgent, p.assigned_to, p.sealed AS report
      FROM registry.news n JOIN registry.reports p ON p.id = n.report_id
      WHERE n.settled_at IS NULL ${past} ORDER BY n.urgent DESC, n.received_at, n.id LIMIT ${PAGE + 1}`;
    const rows: NewsRow[] = [];
    for (const row of found.slice(0, PAGE)) {
      const { kind } = newsItem.parse(await openFromVault(staff.keys, row.sealed));
      const { person } = reportPayload.parse(await openFromVault(staff.keys, row.report));
      const { id, report_id: reportId, received_at: receivedAt, urgent, assigned_to: assignedTo } = row;
      rows.push({ id, reportId, name: fullName(person), kind, receivedAt, urgent, assignedTo });
    }
    if (rows.length > 0) await record(tx, staff, "news.listed", null, clock());
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    return { rows, next: last ? cursorText(last) : null };
  });
}

/** How many news wait, up to `COUNTED` and one more, and how many of them cannot. Nothing is opened for it. */
export async function countNews(viewer: Actor): Promise<{ waiting: number; urgent: number }> {
  authorise(viewer, "message.read");
  const [row] = await desk().$queryRaw<{ waiting: number; urgent: number }[]>`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE urgent))::int AS urgent
    FROM (SELECT urgent FROM registry.news WHERE settled_at IS NULL ORDER BY urgent DESC LIMIT ${COUNTED + 1}) AS counted`;
  return row ?? { waiting: 0, urgent: 0 };
}

/** Which of these reports have news that wait. Part of a look at the queue. */
export async function newsAmong(tx: Tx, reportIds: string[]): Promise<Set<string>> {
  const rows = await tx.news.findMany({
    where: { reportId: { in: reportIds }, settledAt: null },
    select: { reportId: true },
  });
  return new Set(rows.map((row) => row.reportId));
}

/** One piece of news beside its report, opened in the session; who looked is recorded, within the hourly cap. */
export async function openNews(actor: Actor, id: string, clock: Clock): Promise<OpenedNews> {
  const staff = authorise(actor, "message.read");
  return desk().$transaction(async (tx) => {
    const row = await tx.news.findUnique({
      where: { id },
      select: {
        ...{ reportId: true, sealed: true, receivedAt: true, urgent: true, settledAt: true, settledBy: true },
        report: { select: { sealed: true, stage: true, receivedAt: true } },
      },
    });
    if (!row) throw new Refusal("not_found");
    const { reportId, receivedAt, urgent, settledAt, settledBy, report } = row;
    const others = await tx.news.findMany({
      where: { reportId, settledAt: null, id: { not: id } },
      orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
      select: { id: true, receivedAt: true, urgent: true },
    });
    await record(tx, staff, "news.opened", { report: reportId }, clock());
    return {
      ...{ id, reportId, stage: report.stage, receivedAt, urgent, others },
      settled: settledAt && settledBy ? { at: settledAt, by: settledBy } : null,
      item: newsItem.parse(await openFromVault(staff.keys, row.sealed)),
      report: {
        payload: reportPayload.parse(await openFromVault(staff.keys, report.sealed)),
        receivedAt: report.receivedAt,
      },
    };
  });
}

/**
 * The case a report belongs to, by its reference; null where it is in none. No plain row says so: every sealed dossier may have to be
 * opened, so it is looked for when somebody asks. Recorded.
 */
export async function findCaseOfReport(actor: Actor, reportId: string, clock: Clock): Promise<string | null> {
  const staff = authorise(actor, "report.open");
  return desk().$transaction(
    async (tx) => {
      const found = (await findCasesOf(tx, staff, [reportId])).get(reportId);
      await record(tx, staff, "report.case_sought", { report: reportId }, clock());
      return found?.reference ?? null;
    },
    { timeout: 60_000 },
  );
}

/**
 * The case of a reference and its last detention, where this report belongs to it; null otherwise. Part of a look at the news, whose
 * audit row stands for it.
 */
export async function caseWith(
  actor: Actor,
  reference: string,
  reportId: string,
): Promise<{ caseId: string; reference: string; episode: number } | null> {
  const staff = authorise(actor, "report.open");
  const tx = desk();
  const found = await findCase(tx, staff, reference);
  if (!found?.reports.includes(reportId)) return null;
  const { caseId } = found;
  const last = await tx.fact.aggregate({
    where: { caseId, track: "custody", knownTo: null },
    _max: { episode: true },
  });
  return { caseId, reference, episode: last._max.episode ?? 1 };
}
