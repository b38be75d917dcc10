import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { Between } from "@/lib/tallies/changed/queries";
import { type ChangeLine, changeLine, type ListedTerm, listedTerm } from "./schema";

const PAGE = 50;

/** A page of what changed since the last publication, in the order of the account. Never a name: a list for two signatures. */
export async function listChanges(
  viewer: Actor,
  draftId: string,
  after: number,
): Promise<{ terms: ListedTerm[]; lines: ChangeLine[]; next: number | null }> {
  authorise(viewer, "tally.read");
  const rows = await desk().$queryRaw`
    SELECT l.position, l.term, l.sign, c.reference, l.moment, l.before, l.after, l.aspects
    FROM registry.balance_changes l LEFT JOIN registry.cases c ON c.id = l.case_id
    WHERE l.draft_id = ${draftId}::uuid AND l.position > ${after} ORDER BY l.position LIMIT ${PAGE + 1}`;
  const lines = z.array(changeLine).parse(rows);
  const shown = lines.slice(0, PAGE);
  const terms = await sumChanges(desk(), draftId);
  return { terms, lines: shown, next: lines.length > PAGE ? (shown.at(-1)?.position ?? null) : null };
}

/** The terms of a draft that have lines, in the order of the account, each with what its lines sum to. */
export async function sumChanges(tx: Tx, draftId: string): Promise<ListedTerm[]> {
  const rows = await tx.$queryRaw`
    SELECT term, count(*)::int AS rows, sum(sign)::int AS sum, min(position) AS first FROM registry.balance_changes
    WHERE draft_id = ${draftId}::uuid GROUP BY term ORDER BY first`;
  return z.array(listedTerm).parse(rows);
}

/**
 * The references, at most ten, for whom the lines of a draft do not lead from where they were to where they are: what keeps an account
 * from closing. Whoever an import says was known all along was in no published count.
 */
export async function findOpenAccounts(
  tx: Tx,
  draftId: string,
  { a, knownA, b, knownB }: Between,
): Promise<string[]> {
  const rows = await tx.$queryRaw`
    WITH lines AS (
      SELECT c.person_id, l.sign, 'imported' = ANY(l.aspects) AS imported
      FROM registry.balance_changes l JOIN registry.cases c ON c.id = l.case_id WHERE l.draft_id = ${draftId}::uuid
    ), sides AS (
      SELECT person_id, -1 AS n FROM registry.custody_intervals
      WHERE counted AND during @> ${a}::timestamptz AND known @> ${knownA}::timestamptz
      UNION ALL
      SELECT person_id, 1 FROM registry.custody_intervals
      WHERE counted AND during @> ${b}::timestamptz AND known @> ${knownB}::timestamptz
      UNION ALL
      SELECT person_id, -sign FROM lines WHERE NOT imported
    )
    SELECT c.reference FROM sides JOIN registry.cases c USING (person_id) GROUP BY c.reference HAVING sum(n) <> 0
    ORDER BY 1 LIMIT 10`;
  return z
    .array(z.object({ reference: z.string() }))
    .parse(rows)
    .map(({ reference }) => reference);
}
