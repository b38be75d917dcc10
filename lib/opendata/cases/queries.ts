import { dateInCaracas } from "@/lib/core/clock";
import { open } from "@/lib/db/open";
import { type CaseFilters, type NamedCase, type NamedRow, namedCase } from "./schema";
import { type Place, places, type Search, searchFor } from "./search/queries";

export interface CaseList {
  items: NamedRow[];
  /** Reference to continue after; null at the end. */
  next: string | null;
  /** How many match, on this page and the others. */
  matching: number;
}

/**
 * People whose families permitted the name, by surname, after a reference. The name is found as written or as it sounds, its words in
 * any order. A reference that is not there now begins the list again, and so tells nothing about itself.
 */
export async function listNamedCases(filters: CaseFilters, after?: string, take = 50): Promise<CaseList> {
  const [last, search] = await Promise.all([placeOf(after), searchFor(filters)]);
  if (search === null) return { items: [], next: null, matching: 0 };
  const rows = await (search.length === 0 ? everybody(last, take + 1) : those(search, last, take + 1));
  const items = rows.slice(0, take).map((row) => pickRow(opened(row)));
  const next = rows.length > take ? (items.at(-1)?.reference ?? null) : null;
  return { items, next, matching: rows[0] ? rows[0].matching : 0 };
}

const everybody = (after: Place | null, take: number): Promise<Row[]> => open().$queryRaw<Row[]>`
  SELECT c.content, c.sex, c.changed_at AS "changedAt", (SELECT n.people FROM publication.named_count n) AS matching
  FROM publication.named_cases c
  WHERE (c.sort_key, c.reference) > (${after?.sortKey ?? ""}, ${after?.reference ?? ""})
  ORDER BY c.sort_key, c.reference LIMIT ${take}`;

const those = (search: Search, after: Place | null, take: number): Promise<Row[]> => open().$queryRaw<Row[]>`
  SELECT c.content, c.sex, c.changed_at AS "changedAt", found.matching FROM (${places(search, after, take)}) AS found
  JOIN publication.named_cases c ON c.reference = found.reference ORDER BY found.sort_key, found.reference`;

/** Where a page stands in the list; null for one that is not there now. */
export async function placeOf(reference: string | undefined): Promise<Place | null> {
  if (!reference) return null;
  return open().namedCase.findUnique({
    where: { reference },
    select: { sortKey: true, reference: true },
  });
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
interface Printed {
  content: unknown;
  sex: string;
  changedAt: Date;
}
interface Row extends Printed {
  matching: number;
}

const opened = (row: Printed): NamedCase => {
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
