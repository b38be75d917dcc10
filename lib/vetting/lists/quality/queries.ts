import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { refreshMarks } from "@/lib/cases/marks/commands";
import { bitOf, type GapKind, gapKinds, gapsIn } from "@/lib/cases/marks/schema";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { Prisma } from "@/lib/db/sql";
import { openCaseNames } from "../names/queries";
import { DERIVED_AT_ONCE } from "../overdue/queries";
import { COUNTED, PAGE } from "../schema";
import { type QualityRow, qualityKinds } from "./schema";

export interface Quality {
  kind: GapKind | null;
  rows: QualityRow[];
  /** Up to `COUNTED` and one more. */
  counts: Record<GapKind, number>;
  /** The last case of the page, to ask for what follows. */
  next: string | null;
  /** More cases changed than one look derives the marks of: the next goes on. */
  isBehind: boolean;
}

/**
 * Cases that lack something or contradict themselves, of one kind: the first there is any of, where none was asked for; oldest case
 * first. Names are opened in the session, those of the page alone. That somebody looked is recorded.
 */
export async function listQuality(
  actor: Actor,
  asked: GapKind | null,
  clock: Clock,
  after: string | null = null,
): Promise<Quality> {
  const staff = authorise(actor, "list.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    await refreshMarks(tx, DERIVED_AT_ONCE, now);
    const counts = await countGaps(tx);
    const kind = asked ?? qualityKinds.find((one) => counts[one] > 0) ?? null;
    const found = kind === null ? [] : await page(tx, kind, after);
    const shown = found.slice(0, PAGE);
    const names = await openCaseNames(
      tx,
      staff,
      shown.map((row) => row.case_id),
    );
    const rows = shown.flatMap(({ case_id, gaps }) => {
      const about = names.get(case_id);
      return about ? [{ ...about, gaps: gapsIn(gaps) }] : [];
    });
    if (rows.length > 0) await record(tx, staff, "quality.listed", null, now);
    return {
      kind,
      rows,
      counts,
      next: found.length > PAGE ? (shown.at(-1)?.case_id ?? null) : null,
      isBehind: (await tx.caseMark.findFirst({ where: { stale: true }, select: { caseId: true } })) !== null,
    };
  });
}

const has = (kind: GapKind) => Prisma.sql`gaps & ${Prisma.raw(String(bitOf(kind)))} <> 0`;

const page = (tx: Tx, kind: GapKind, after: string | null) => tx.$queryRaw<
  { case_id: string; gaps: number }[]
>`
  SELECT case_id, gaps FROM registry.case_marks
  WHERE ${has(kind)} AND ${after === null ? Prisma.sql`true` : Prisma.sql`case_id > ${after}::uuid`}
  ORDER BY case_id LIMIT ${PAGE + 1}`;

/** How many cases bear each mark, up to `COUNTED` and one more, each from an index that holds nothing else. */
async function countGaps(tx: Tx): Promise<Record<GapKind, number>> {
  const each = gapKinds.map(
    (kind) => Prisma.sql`SELECT ${kind}::text AS kind, count(*)::int AS n
      FROM (SELECT FROM registry.case_marks WHERE ${has(kind)} LIMIT ${COUNTED + 1}) AS counted`,
  );
  const rows = await tx.$queryRaw<{ kind: GapKind; n: number }[]>`${Prisma.join(each, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) as Record<GapKind, number>;
}
