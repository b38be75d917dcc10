import { z } from "zod";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { endOfDay, startOfDay } from "@/lib/core/clock";
import type { Prisma } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openFromVault } from "@/lib/vault/seal";

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

const PAGE = 50;
/** Subjects are sealed: to find a case they are opened one by one, and no further back than so many acts at a time. */
const OPENED = 5000;

const row = {
  seq: true,
  at: true,
  actor: true,
  action: true,
  subject: true,
} satisfies Prisma.AuditEventSelect;

/**
 * The trail, newest first, with what each act was about opened for those who may read it. `next` is where to go on: with a reference
 * it may come after fewer lines than a page, or none, when many acts had to be opened to look.
 */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter = {},
): Promise<{ lines: AuditLine[]; next: bigint | null }> {
  const auditor = authorise(actor, "audit.read");
  const { reference, before } = filter;
  const take = reference ? OPENED : PAGE;
  const rows = await desk().auditEvent.findMany({
    where: { ...whereOf(filter), ...(before === undefined ? {} : { seq: { lt: before } }) },
    select: row,
    orderBy: { seq: "desc" },
    take,
  });
  const next = rows.length === take ? (rows.at(-1)?.seq ?? null) : null;
  const opened = await Promise.all(rows.map((one) => open(auditor, one)));
  if (!reference) return { lines: opened, next };
  const about = opened.filter((line) => line.about?.case === reference);
  if (about.length <= PAGE) return { lines: about, next };
  return { lines: about.slice(0, PAGE), next: about[PAGE - 1]?.seq ?? null };
}

function whereOf({ actor, noun, from, until }: AuditFilter): Prisma.AuditEventWhereInput {
  return {
    ...(actor && { actor }),
    ...(noun && { action: { startsWith: `${noun}.` } }),
    at: { ...(from && { gte: startOfDay(from) }), ...(until && { lt: endOfDay(until) }) },
  };
}

async function open(
  { keys }: StaffActor,
  { subject, ...line }: Prisma.AuditEventGetPayload<{ select: typeof row }>,
): Promise<AuditLine> {
  return { ...line, about: subject && subjectShown.parse(await openFromVault(keys, subject)) };
}

/** Who and what there is to choose from. */
export async function auditChoices(actor: Actor): Promise<{ actors: string[]; nouns: string[] }> {
  authorise(actor, "audit.read");
  const actors = await desk().auditEvent.groupBy({ by: ["actor"], orderBy: { actor: "asc" } });
  const actions = await desk().auditEvent.groupBy({ by: ["action"] });
  const nouns = new Set(actions.map(({ action }) => action.split(".")[0] ?? action));
  return { actors: actors.map((one) => one.actor), nouns: [...nouns].sort() };
}

/** What is shown of a subject: its plain words, and never the mark. */
const subjectShown = z.record(z.string(), z.unknown()).transform(({ mark: _, ...about }) => about);
