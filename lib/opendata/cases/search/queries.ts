import { open } from "@/lib/db/open";
import { Prisma } from "@/lib/db/sql";
import type { CaseFilters } from "../schema";
import { type Condition, conditionsOf } from "./rules";

/** Of no beginning are more words looked up: names begun with one letter are found by the words that come first. */
const MOST_MARKS = 500;
/** As far as marks are compared by how many bear them. */
const FAR = 10_000;

/** Marks of which a person must bear one of each; the first list is the one that fewest bear. Empty finds everybody. */
export type Search = string[][];

/** Looks up which words are meant, rarest first; null where some word is nobody's. */
export async function searchFor(filters: CaseFilters): Promise<Search | null> {
  const meant = await Promise.all(conditionsOf(filters).map(marksMeant));
  if (meant.some((marks) => marks.length === 0)) return null;
  if (meant.length < 2) return meant;
  const borne = await Promise.all(meant.map(howMany));
  return meant
    .map((marks, at) => ({ marks, people: borne[at] ?? 0 }))
    .sort((a, b) => a.people - b.people)
    .map(({ marks }) => marks);
}

/**
 * Where the people of a search stand in the list, after a place: as many as are taken, and no more are read than the rarest mark has.
 * What else is asked is looked up person by person, never joined: the planner cannot know which marks go together.
 */
export function places(search: Search, after: Place | null, take: number): Prisma.Sql {
  const [rarest, ...others] = search;
  const later = after
    ? Prisma.sql`(n.sort_key, n.reference) > (${after.sortKey}, ${after.reference})`
    : Prisma.sql`true`;
  if (!rarest)
    return Prisma.sql`SELECT n.sort_key, n.reference FROM publication.named_cases n WHERE ${later}
      ORDER BY n.sort_key, n.reference LIMIT ${take}`;
  return Prisma.sql`
    SELECT DISTINCT one.sort_key, one.reference FROM unnest(${rarest}::text[]) AS said (mark), LATERAL (
      SELECT n.sort_key, n.reference FROM publication.named_marks n
      WHERE n.mark = said.mark AND ${later} AND ${bearing(others)}
      ORDER BY n.sort_key, n.reference LIMIT ${take}) AS one
    ORDER BY 1, 2 LIMIT ${take}`;
}

const bearing = (conditions: Search): Prisma.Sql =>
  conditions.length === 0
    ? Prisma.sql`true`
    : Prisma.join(
        conditions.map(
          (marks) => Prisma.sql`(SELECT true FROM publication.named_marks o
            WHERE o.reference = n.reference AND o.mark = ANY(${marks}) LIMIT 1) IS NOT NULL`,
        ),
        " AND ",
      );

export interface Place {
  sortKey: string;
  reference: string;
}

/** One person bears so many of the marks that one word can mean, or fewer: each word of the name as written and as it sounds. */
const TIMES = 4;

/** How many a search finds, counted no further than `most`. */
export async function countUpTo([rarest, ...others]: Search, most: number): Promise<number> {
  const [row] = await open().$queryRaw<{ n: number }[]>`
    SELECT least(count(DISTINCT found.reference), ${most})::int AS n FROM (
      SELECT n.reference FROM publication.named_marks n
      WHERE n.mark = ANY(${rarest ?? []}) AND ${bearing(others)} LIMIT ${most * TIMES}) AS found`;
  return row?.n ?? 0;
}

async function howMany(marks: string[]): Promise<number> {
  const [row] = await open().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT FROM publication.named_marks WHERE mark = ANY(${marks}) LIMIT ${FAR}) AS borne`;
  return row?.n ?? 0;
}

async function marksMeant({ marks, beginnings }: Condition): Promise<string[]> {
  const found = await Promise.all(beginnings.map(wordsBegun));
  return [...new Set([...marks, ...found.flat()])];
}

/** The words that begin so, each looked up once however many bear it. */
async function wordsBegun(beginning: string): Promise<string[]> {
  const end = `${beginning}{`;
  const rows = await open().$queryRaw<{ mark: string }[]>`
    WITH RECURSIVE word AS (
      (SELECT mark FROM publication.named_marks WHERE mark >= ${beginning} AND mark < ${end} ORDER BY mark LIMIT 1)
      UNION ALL
      SELECT (SELECT m.mark FROM publication.named_marks m WHERE m.mark > word.mark AND m.mark < ${end} ORDER BY m.mark LIMIT 1)
      FROM word WHERE word.mark IS NOT NULL)
    SELECT mark FROM word WHERE mark IS NOT NULL LIMIT ${MOST_MARKS}`;
  return rows.map(({ mark }) => mark);
}
