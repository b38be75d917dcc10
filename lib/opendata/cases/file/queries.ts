import { open } from "@/lib/db/open";
import { Prisma } from "@/lib/db/sql";
import { csvHead } from "../rules";
import type { CaseFilters } from "../schema";
import { type Place, places, type Search, searchFor } from "../search/queries";

/** Lines made at once: enough that the database works and not the wire, few enough that memory does not grow with the list. */
const AT_ONCE = 5_000;

/**
 * The list as a file, a piece at a time, so that it takes the same memory for a hundred people and for everybody. Lines are written by
 * the database; a name that begins like a formula is made harmless; empty is "not recorded".
 */
export async function* fileOfCases(filters: CaseFilters): AsyncGenerator<string> {
  yield csvHead;
  const search = await searchFor(filters);
  let after: Place | null = null;
  while (search) {
    const rows: Prisma.Sql = search.length === 0 ? everybody(after) : those(search, after);
    const [piece]: Piece[] = await open().$queryRaw<Piece[]>`
      SELECT string_agg(line, '') AS lines, count(*)::int AS n, (array_agg(sort_key))[count(*)] AS "sortKey",
        (array_agg(reference))[count(*)] AS reference
      FROM (${rows}) AS row`;
    if (!piece?.lines || piece.sortKey === null || piece.reference === null) return;
    yield piece.lines;
    if (piece.n < AT_ONCE) return;
    after = { sortKey: piece.sortKey, reference: piece.reference };
  }
}

interface Piece {
  lines: string | null;
  n: number;
  sortKey: string | null;
  reference: string | null;
}

/** A name that a spreadsheet would run stands behind an apostrophe, as csv-stringify does it in the other files. */
const harmless = Prisma.sql`CASE WHEN c.name ~ '^[=+@\t\r＝＋－＠-]' THEN '''' || c.name ELSE c.name END`;
const line = Prisma.sql`concat(c.reference, ',',
  CASE WHEN c.name ~ '[",\r\n]' THEN '"' || replace(${harmless}, '"', '""') || '"' ELSE ${harmless} END,
  ',', c.state, ',', c.content ->> 'since', ',', c.entity, ',', c.sex, E'\r\n')`;

const everybody = (after: Place | null): Prisma.Sql => Prisma.sql`
  SELECT c.sort_key, c.reference, ${line} AS line FROM publication.named_cases c
  WHERE (c.sort_key, c.reference) > (${after?.sortKey ?? ""}, ${after?.reference ?? ""})
  ORDER BY c.sort_key, c.reference LIMIT ${AT_ONCE}`;
const those = (search: Search, after: Place | null): Prisma.Sql => Prisma.sql`
  SELECT found.sort_key, found.reference, ${line} AS line FROM (${places(search, after, AT_ONCE)}) AS found
  JOIN publication.named_cases c ON c.reference = found.reference ORDER BY found.sort_key, found.reference`;
