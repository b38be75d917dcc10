import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import { refreshMarks } from "@/lib/cases/marks/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/sql";
import { slipText } from "../../paper/rules";
import { openCaseNames, openReportNames } from "../names/queries";
import { cursorText } from "../rules";
import { COUNTED, type ListCursor, PAGE } from "../schema";
import { neededFor, type OverdueKind, type OverdueRow, overdueKinds } from "./schema";
import { sourceOf } from "./sources/queries";

export interface Overdue {
  kind: OverdueKind | null;
  rows: OverdueRow[];
  /** How many of each kind this person may see, counted up to `COUNTED` and one more. */
  counts: Partial<Record<OverdueKind, number>>;
  next: string | null;
}

interface Found {
  since: Date;
  id: string;
  case_id: string | null;
  report_id: string | null;
  batch_id: string | null;
  who: string | null;
}

/** No look derives the marks of more changed cases than this; the next look goes on. */
export const DERIVED_AT_ONCE = 500;

/**
 * What waits too long, oldest first, of one kind: the first there is any of, where none was asked for. Names are opened in the session,
 * those of the page alone. That somebody looked is recorded.
 */
export async function listOverdue(
  actor: Actor,
  asked: OverdueKind | null,
  clock: Clock,
  after: ListCursor | null = null,
): Promise<Overdue> {
  const staff = authorise(actor, "list.read");
  const now = clock();
  if (asked !== null && !may(staff, neededFor(asked))) throw new Refusal("not_permitted");
  return desk().$transaction(async (tx) => {
    await refreshMarks(tx, DERIVED_AT_ONCE, now);
    const counts = await countAll(tx, staff, now);
    const kind = asked ?? overdueKinds.find((one) => (counts[one] ?? 0) > 0) ?? null;
    if (kind === null) return { kind, rows: [], counts, next: null };
    const found = await tx.$queryRaw<Found[]>`
      SELECT since, id, case_id, report_id, batch_id, who FROM (${sourceOf(kind, now)}) AS waits
      WHERE ${after ? Prisma.sql`(since, id) > (${after.since}, ${after.id}::uuid)` : Prisma.sql`true`}
      ORDER BY since, id LIMIT ${PAGE + 1}`;
    const shown = found.slice(0, PAGE);
    const rows = await openRows(tx, staff, kind, shown);
    if (rows.length > 0) await record(tx, staff, "overdue.listed", null, now);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return { kind, rows, counts, next: last ? cursorText(last) : null };
  });
}

async function countAll(tx: Tx, staff: StaffActor, now: Date): Promise<Overdue["counts"]> {
  const kinds = overdueKinds.filter((kind) => may(staff, neededFor(kind)));
  const each = kinds.map(
    (kind) => Prisma.sql`SELECT ${kind}::text AS kind, count(*)::int AS n
      FROM (SELECT FROM (${sourceOf(kind, now)}) AS waits LIMIT ${COUNTED + 1}) AS counted`,
  );
  const rows = await tx.$queryRaw<{ kind: OverdueKind; n: number }[]>`${Prisma.join(each, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

async function openRows(tx: Tx, staff: StaffActor, kind: OverdueKind, found: Found[]): Promise<OverdueRow[]> {
  const ids = <Key extends "case_id" | "report_id" | "batch_id">(key: Key) =>
    found.flatMap((row) => row[key] ?? []);
  const cases = await openCaseNames(tx, staff, ids("case_id"));
  const reports = await openReportNames(tx, staff, ids("report_id"));
  const batches = await tx.importBatch.findMany({
    where: { id: { in: ids("batch_id") } },
    select: { id: true, source: true },
  });
  const slips = await tx.slip.findMany({
    where: { id: { in: kind === "sheets" ? found.map((row) => row.id) : [] } },
    select: { id: true, number: true },
  });
  const numbers = new Map(slips.map((one) => [one.id, slipText(one.number)]));
  const sources = new Map(batches.map((one) => [one.id, one.source]));
  return found.map(({ since, id, case_id, report_id, batch_id, who }) => {
    const about = cases.get(case_id ?? "");
    return {
      ...{ kind, id, since, who, reportId: report_id, batchId: batch_id },
      caseReference: about?.reference ?? null,
      name:
        about?.name ?? reports.get(report_id ?? "") ?? sources.get(batch_id ?? "") ?? numbers.get(id) ?? null,
    };
  });
}
