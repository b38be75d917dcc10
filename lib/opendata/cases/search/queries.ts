import { open } from "@/lib/db/open";
import { Prisma } from "@/lib/db/sql";
import type { CaseFilters } from "../schema";
import { type Condition, conditionsOf } from "./rules";

/** Of a beginning of six letters and more so many words are looked up: far more than any has. */
const MOST_MARKS = 500;

/** Marks of which a person must bear one of each list. Empty finds everybody. */
export type Search = string[][];

/** A place in the list. */
export interface Place {
  sortKey: string;
  reference: string;
}

/** Looks up which words are meant; null where some word is nobody's. */
export async function searchFor(filters: CaseFilters): Promise<Search | null> {
  const meant = await Promise.all(conditionsOf(filters).map(marksMeant));
  return meant.some((marks) => marks.length === 0) ? null : meant;
}

/**
 * Where the people of a search stand in the list, after a place, as many as are taken, and beside each how many the search finds in all.
 * For each mark one row of bits a leaf is read, and people only of the leaves that the page needs: the work grows with neither the
 * people who bear a mark nor those who do not bear the other.
 */
export function places(search: Search, after: Place | null, take: number): Prisma.Sql {
  return Prisma.sql`
    WITH met AS MATERIALIZED (${leavesOf(search)}),
    told AS (SELECT met.*, sum(CASE WHEN leaf > ${leafAt(after)} THEN bit_count(lines) ELSE 0 END) OVER (ORDER BY leaf) AS so_far
      FROM met WHERE leaf >= ${leafAt(after)} AND bit_count(lines) > 0),
    near AS (SELECT leaf, lines FROM told
      WHERE so_far - CASE WHEN leaf > ${leafAt(after)} THEN bit_count(lines) ELSE 0 END < ${take} ORDER BY leaf LIMIT ${take + 1})
    SELECT p.sort_key, p.reference, (SELECT sum(bit_count(met.lines)) FROM met)::int AS matching FROM near
    CROSS JOIN generate_series(0, 992, 32) AS piece (first)
    CROSS JOIN LATERAL (SELECT n FROM generate_series(piece.first, piece.first + 31) AS n LIMIT 32) AS line
    CROSS JOIN LATERAL (SELECT l.sort_key, l.reference FROM publication.named_lines l
      WHERE l.leaf = near.leaf AND l.line = line.n OFFSET 0) AS p
    WHERE substring(near.lines FROM piece.first + 1 FOR 32) <> 0::bit(32)
      AND get_bit(near.lines, line.n) = 1 AND ${isAfter(after)}
    ORDER BY p.sort_key, p.reference LIMIT ${take}`;
}

/** The leaves of the list with the lines on which somebody bears one mark of each list. */
const leavesOf = (search: Search): Prisma.Sql => {
  const asked = search.flatMap((marks, nth) => marks.map((mark) => ({ nth, mark })));
  return Prisma.sql`
    SELECT leaf, bit_and(lines) AS lines FROM (
      SELECT l.leaf, bit_or(l.lines) AS lines
      FROM unnest(${asked.map(({ nth }) => nth)}::int[], ${asked.map(({ mark }) => mark)}::text[]) AS asked (nth, mark)
      JOIN publication.mark_leaves l ON l.mark = asked.mark GROUP BY asked.nth, l.leaf) AS met
    GROUP BY leaf HAVING count(*) = ${search.length}`;
};

/** The leaf of a place: leaves before it have nobody after the place. */
const leafAt = (after: Place | null): Prisma.Sql =>
  after
    ? Prisma.sql`coalesce((SELECT s.leaf FROM publication.named_lines s
        WHERE (s.sort_key, s.reference) <= (${after.sortKey}, ${after.reference})
        ORDER BY s.sort_key DESC, s.reference DESC LIMIT 1), 0)`
    : Prisma.sql`0`;

const isAfter = (after: Place | null): Prisma.Sql =>
  after ? Prisma.sql`(p.sort_key, p.reference) > (${after.sortKey}, ${after.reference})` : Prisma.sql`true`;

async function marksMeant({ marks, beginnings }: Condition): Promise<string[]> {
  const found = await Promise.all(beginnings.map(wordsBegun));
  return [...new Set([...marks, ...found.flat()])];
}

/** The words that begin so, each looked up once however many bear it. */
async function wordsBegun(beginning: string): Promise<string[]> {
  const end = `${beginning}{`;
  const rows = await open().$queryRaw<{ mark: string }[]>`
    WITH RECURSIVE word AS (
      (SELECT mark FROM publication.mark_leaves WHERE mark >= ${beginning} AND mark < ${end} ORDER BY mark LIMIT 1)
      UNION ALL
      SELECT (SELECT m.mark FROM publication.mark_leaves m WHERE m.mark > word.mark AND m.mark < ${end} ORDER BY m.mark LIMIT 1)
      FROM word WHERE word.mark IS NOT NULL)
    SELECT mark FROM word WHERE mark IS NOT NULL LIMIT ${MOST_MARKS}`;
  return rows.map(({ mark }) => mark);
}
