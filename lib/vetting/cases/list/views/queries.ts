import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/generated/client";

export const caseViews = ["all", "decisions", "facts", "pending", "verified"] as const;
export type CaseView = (typeof caseViews)[number];

/** Past this many a list says "more than"; so no count costs more than the page it stands on. */
export const COUNTED = 9_999;

/** The cases of a view from a place on, newest first; each view has an index of its own, so none is found by looking at every case. */
export async function idsIn(tx: Tx, view: CaseView, after: string | null, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`${membersOf(view, after)} ORDER BY id DESC LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** How many a view holds, up to `COUNTED` and one more. */
export async function countIn(tx: Tx, view: CaseView): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM (${membersOf(view, null)} ORDER BY id DESC LIMIT ${COUNTED + 1}) AS counted`;
  return Number(row?.n ?? 0);
}

function membersOf(view: CaseView, after: string | null): Prisma.Sql {
  const follows = (column: Prisma.Sql) =>
    after === null ? Prisma.sql`true` : Prisma.sql`${column} < ${after}::uuid`;
  if (view === "all") return Prisma.sql`SELECT id FROM registry.cases WHERE ${follows(Prisma.sql`id`)}`;
  if (view === "decisions") {
    return Prisma.sql`SELECT DISTINCT case_id AS id FROM registry.open_decisions WHERE ${follows(Prisma.sql`case_id`)}`;
  }
  if (view === "pending") {
    return Prisma.sql`SELECT id FROM (
      SELECT c.id FROM registry.pending_intervals p JOIN registry.cases c ON c.person_id = p.person_id
        WHERE upper_inf(p.known) AND ${follows(Prisma.sql`c.id`)}
      UNION SELECT case_id FROM registry.facts WHERE known_from IS NULL AND known_to IS NULL AND track = 'vetting'
        AND state = 'pending_evaluation' AND ${follows(Prisma.sql`case_id`)}) AS waiting`;
  }
  const stands =
    view === "facts"
      ? Prisma.sql`known_from IS NULL AND known_to IS NULL AND track <> 'vetting'`
      : Prisma.sql`known_from IS NOT NULL AND known_to IS NULL AND track = 'vetting' AND state = 'verified_political'`;
  return Prisma.sql`SELECT DISTINCT case_id AS id FROM registry.facts WHERE ${stands} AND ${follows(Prisma.sql`case_id`)}`;
}
