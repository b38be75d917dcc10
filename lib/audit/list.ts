import { z } from "zod";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { endOfDay, startOfDay } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/generated/client";
import { openFromVault } from "@/lib/vault/seal";
import { caseSeqs } from "./cases";

/** One act as an auditor reads it. */
export interface AuditLine {
  seq: bigint;
  at: Date;
  actor: string;
  action: string;
  about: Record<string, unknown> | null;
}

/** Which acts: of whom, of what kind (`case`, `balance`…: the noun before the dot), on which days in Caracas, about which case. */
export interface AuditFilter {
  actor?: string;
  noun?: string;
  from?: string;
  until?: string;
  reference?: string;
  /** Acts before this one: the next page. */
  before?: bigint;
}

interface Row extends Omit<AuditLine, "about"> {
  subject: Uint8Array | null;
}

const PAGE = 50;
/** Of acts from before their cases were noted, subjects are opened one by one to find a case, and no more of them at a time. */
const OPENED = 500;

/**
 * The trail, newest first, with what each act was about opened for those who may read it. `next` is where to go on: with a reference
 * it may come after fewer lines than a page, or none, when acts had to be opened to look.
 */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter = {},
): Promise<{ lines: AuditLine[]; next: bigint | null }> {
  const auditor = authorise(actor, "audit.read");
  const { before } = filter;
  if (filter.reference !== undefined) return listOfCase(auditor, filter.reference, filter);
  const follows = before === undefined ? Prisma.sql`true` : Prisma.sql`seq < ${before}`;
  const rows = await read(filter, follows, PAGE);
  return {
    lines: await openAll(auditor, rows),
    next: rows.length === PAGE ? (rows.at(-1)?.seq ?? null) : null,
  };
}

async function listOfCase(auditor: StaffActor, reference: string, filter: AuditFilter) {
  const { before } = filter;
  const found = await desk().case.findUnique({ where: { reference }, select: { id: true } });
  const old = (await desk().caseActsFrom.findUnique({ where: { id: 1 }, select: { seq: true } }))?.seq ?? 0n;
  const noted = found ? await caseSeqs(desk(), auditor, found.id) : [];
  const asked = noted.filter((seq) => before === undefined || seq < before);
  const rows = await read(filter, Prisma.sql`seq = ANY(${asked.map(String)}::bigint[])`, PAGE);
  const lines = await openAll(auditor, rows);
  if (rows.length === PAGE) return { lines, next: rows.at(-1)?.seq ?? null };
  const top = before !== undefined && before <= old ? before : old + 1n;
  const older = await read(filter, Prisma.sql`seq < ${top}`, OPENED);
  const opened = (await openAll(auditor, older)).filter((line) => line.about?.case === reference);
  return { lines: [...lines, ...opened], next: older.length === OPENED ? (older.at(-1)?.seq ?? null) : null };
}

/** Each kind of act is looked up by itself, so that a rare one is not sought among all the others. */
async function read(filter: AuditFilter, which: Prisma.Sql, most: number): Promise<Row[]> {
  const columns = Prisma.sql`SELECT seq, at, actor, action, subject FROM registry.audit_events`;
  const where = Prisma.sql`${which} AND ${whereOf(filter)}`;
  const { noun } = filter;
  if (noun === undefined)
    return desk().$queryRaw<Row[]>`${columns} WHERE ${where} ORDER BY seq DESC LIMIT ${most}`;
  const actions = (await everyValue(Prisma.sql`action`)).filter((action) => action.startsWith(`${noun}.`));
  return desk().$queryRaw<Row[]>`
    SELECT found.* FROM unnest(${actions}::text[]) AS kind (name)
    CROSS JOIN LATERAL (${columns} WHERE action = kind.name AND ${where} ORDER BY seq DESC LIMIT ${most}) AS found
    ORDER BY seq DESC LIMIT ${most}`;
}

function whereOf({ actor, from, until }: AuditFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(actor ? [Prisma.sql`actor = ${actor}`] : []),
      ...(from ? [Prisma.sql`at >= ${startOfDay(from)}`] : []),
      ...(until ? [Prisma.sql`at < ${endOfDay(until)}`] : []),
    ],
    " AND ",
  );
}

const openAll = ({ keys }: StaffActor, rows: Row[]): Promise<AuditLine[]> =>
  Promise.all(
    rows.map(async ({ subject, ...line }) => ({
      ...line,
      about: subject && subjectShown.parse(await openFromVault(keys, subject)),
    })),
  );

/** Who and what there is to choose from. */
export async function auditChoices(actor: Actor): Promise<{ actors: string[]; nouns: string[] }> {
  authorise(actor, "audit.read");
  const nouns = new Set(
    (await everyValue(Prisma.sql`action`)).map((action) => action.split(".")[0] ?? action),
  );
  return { actors: await everyValue(Prisma.sql`actor`), nouns: [...nouns].sort() };
}

/** The values of a column, each found by one step in its index. */
async function everyValue(of: Prisma.Sql): Promise<string[]> {
  const rows = await desk().$queryRaw<{ value: string }[]>`
    WITH RECURSIVE seen AS (
      (SELECT ${of} AS value FROM registry.audit_events ORDER BY ${of} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${of} FROM registry.audit_events WHERE ${of} > seen.value ORDER BY ${of} LIMIT 1) FROM seen WHERE value IS NOT NULL
    ) SELECT value FROM seen WHERE value IS NOT NULL`;
  return rows.map(({ value }) => value);
}

/** What is shown of a subject: its plain words, and never the mark. */
const subjectShown = z.record(z.string(), z.unknown()).transform(({ mark: _, ...about }) => about);
