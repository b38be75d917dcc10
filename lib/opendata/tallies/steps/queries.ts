import { open } from "@/lib/db/open";
import { Prisma } from "@/lib/db/sql";
import { type Mark, mark, type Step, step } from "./schema";

const named = Prisma.sql`b.id, b.slug, b.kind, b.at, b.known, b.published_at AS "publishedAt",
  (b.content #>> '{held,total}')::int AS total`;
const whole = Prisma.sql`${named}, nullif(b.content -> 'change', 'null') AS change,
  nullif(b.content -> 'corrects', 'null') AS corrects,
  (SELECT max(later.slug) FROM publication.balances later WHERE later.corrects_id = b.id) AS "correctedBy"`;

/**
 * Steps newest first, a page at a time, beginning with the named one; `next` is where the following page begins. Reads the accounts
 * alone: years of balances are years of tables. Null for a beginning that names none.
 */
export async function listSteps(
  cursor: string | undefined,
  take: number,
): Promise<{ items: Step[]; next: string | null } | null> {
  const [first] = cursor ? await findMarks([cursor]) : [];
  if (cursor && !first) return null;
  const rows = await open().$queryRaw<unknown[]>`
    SELECT ${whole} FROM publication.balances b
    WHERE ${first ? Prisma.sql`(b.published_at, b.id) <= (${first.publishedAt}, ${first.id}::uuid)` : Prisma.sql`true`}
    ORDER BY b.published_at DESC, b.id DESC LIMIT ${take + 1}`;
  const steps = rows.map((row) => step.parse(row));
  return { items: steps.slice(0, take), next: steps[take]?.slug ?? null };
}

/** The steps after one publication moment up to another, oldest first. None when the second is not later. */
export async function stepsBetween(from: Mark, to: Mark): Promise<Step[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT ${whole} FROM publication.balances b
    WHERE (b.published_at, b.id) > (${from.publishedAt}, ${from.id}::uuid)
      AND (b.published_at, b.id) <= (${to.publishedAt}, ${to.id}::uuid)
    ORDER BY b.published_at, b.id`;
  return rows.map((row) => step.parse(row));
}

/** Every publication moment by name, newest first: what a reader may choose from. */
export async function listMarks(): Promise<Mark[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT ${named} FROM publication.balances b ORDER BY b.published_at DESC, b.id DESC`;
  return rows.map((row) => mark.parse(row));
}

/** Those of the named moments that exist, by slug or id. */
export async function findMarks(names: readonly string[]): Promise<Mark[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT ${named} FROM publication.balances b WHERE b.slug = ANY(${names}) OR b.id::text = ANY(${names})`;
  return rows.map((row) => mark.parse(row));
}

/** The latest publication moment whose cut-off is not after the one asked for; null when there was none yet. */
export async function markNotAfter(at: Date): Promise<Mark | null> {
  const [row] = await open().$queryRaw<unknown[]>`
    SELECT ${named} FROM publication.balances b WHERE b.at <= ${at}
    ORDER BY b.published_at DESC, b.id DESC LIMIT 1`;
  return row ? mark.parse(row) : null;
}

/** The publication moment just before another; null before the first. */
export async function markBefore({ publishedAt, id }: Mark): Promise<Mark | null> {
  const [row] = await open().$queryRaw<unknown[]>`
    SELECT ${named} FROM publication.balances b WHERE (b.published_at, b.id) < (${publishedAt}, ${id}::uuid)
    ORDER BY b.published_at DESC, b.id DESC LIMIT 1`;
  return row ? mark.parse(row) : null;
}

/** Balances that correct an earlier one, newest first. */
export async function listCorrections(): Promise<Step[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT ${whole} FROM publication.balances b WHERE b.corrects_id IS NOT NULL
    ORDER BY b.published_at DESC, b.id DESC`;
  return rows.map((row) => step.parse(row));
}
