import { dateInCaracas } from "@/lib/core/clock";
import { open } from "@/lib/db/open";
import { type CaseFilters, type NamedCase, type NamedRow, namedCase } from "./schema";
import { countUpTo, type Place, places, searchFor } from "./search/queries";

export interface CaseList {
  items: NamedRow[];
  /** Reference to continue after; null at the end. */
  next: string | null;
}

/** Beyond this a page says "more than": counting on would cost more than the list. */
export const COUNTED = 1_000;

/**
 * People whose families permitted the name, by surname, after a reference. The name is found as written or as it sounds, its words in
 * any order. A reference that is not there now begins the list again, and so tells nothing about itself.
 */
export async function listNamedCases(
  filters: CaseFilters,
  after?: string,
  take = 50,
  looked = searchFor(filters),
): Promise<CaseList> {
  const [last, search] = await Promise.all([placeOf(after), looked]);
  if (search === null) return { items: [], next: null };
  const rows = await open().$queryRaw<Row[]>`
    SELECT c.content, c.sex, c.changed_at AS "changedAt" FROM (${places(search, last, take + 1)}) AS found
    JOIN publication.named_cases c ON c.reference = found.reference ORDER BY found.sort_key, found.reference`;
  const items = rows.slice(0, take).map((row) => pickRow(opened(row)));
  return { items, next: rows.length > take ? (items.at(-1)?.reference ?? null) : null };
}

/** Where a page stands in the list; null for one that is not there now. */
export async function placeOf(reference: string | undefined): Promise<Place | null> {
  if (!reference) return null;
  return open().namedCase.findUnique({
    where: { reference },
    select: { sortKey: true, reference: true },
  });
}

/** How many named people match, counted up to `COUNTED`, and how many there are in all. */
export async function countNamedCases(
  filters: CaseFilters,
  looked = searchFor(filters),
): Promise<{ matching: number; isMore: boolean; all: number }> {
  const { people: all } = await namedCount();
  const search = await looked;
  if (search?.length === 0) return { all, matching: all, isMore: false };
  const counted = search ? await countUpTo(search, COUNTED + 1) : 0;
  return { all, matching: Math.min(counted, COUNTED), isMore: counted > COUNTED };
}

/** How many people are named now, and how often that list has changed. */
export async function namedCount(): Promise<{ people: number; changes: bigint }> {
  const row = await open().namedCount.findUnique({
    where: { id: 1 },
    select: { people: true, changes: true },
  });
  return row ?? { people: 0, changes: 0n };
}

/** The page of one named person; null alike for unknown, withdrawn and never issued. */
export async function findNamedCase(reference: string): Promise<NamedCase | null> {
  const row = await open().namedCase.findUnique({ where: { reference }, select: columns });
  return row && opened(row);
}

/** Whether a page stands at this reference now. */
export const isCaseNamed = async (reference: string): Promise<boolean> =>
  (await open().namedCase.count({ where: { reference } })) > 0;

const columns = { content: true, sex: true, changedAt: true } as const;
interface Row {
  content: unknown;
  sex: string;
  changedAt: Date;
}

const opened = (row: Row): NamedCase => {
  const content = row.content as { detailsHidden?: boolean };
  return namedCase.parse({
    ...content,
    sex: row.sex,
    changed: content.detailsHidden ? null : dateInCaracas(row.changedAt),
  });
};

const pickRow = ({ reference, name, state, since, entity, sex }: NamedCase): NamedRow => ({
  reference,
  name,
  state,
  since,
  entity,
  sex,
});
