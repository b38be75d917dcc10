import { dateInCaracas } from "@/lib/core/clock";
import { open } from "@/lib/db/open";
import { sortKey } from "@/lib/people/rules";
import { type CaseFilters, type NamedCase, type NamedRow, namedCase, statesOf } from "./schema";

export interface CaseList {
  items: NamedRow[];
  /** Reference to continue after; null at the end. */
  next: string | null;
}

/**
 * People whose families permitted the name, by surname, after a reference. Search reads the name without accents or case, words
 * in any order. A reference that is not there now begins the list again, and so tells nothing about itself.
 */
export async function listNamedCases(filters: CaseFilters, after?: string, take = 50): Promise<CaseList> {
  const last = after && (await open().namedCase.findUnique({ where: { reference: after }, select: place }));
  const rows = await open().namedCase.findMany({
    where: {
      AND: [
        matching(filters),
        last
          ? {
              sortKey: { gte: last.sortKey },
              OR: [{ sortKey: { gt: last.sortKey } }, { reference: { gt: last.reference } }],
            }
          : {},
      ],
    },
    select: columns,
    orderBy: [{ sortKey: "asc" }, { reference: "asc" }],
    take: take + 1,
  });
  const items = rows.slice(0, take).map((row) => pickRow(opened(row)));
  return { items, next: rows.length > take ? (items.at(-1)?.reference ?? null) : null };
}

/** How many named people match, and how many there are in all. */
export async function countNamedCases(filters: CaseFilters): Promise<{ matching: number; all: number }> {
  const all = await open().namedCase.count();
  const plain = Object.values(filters).every((value) => value === undefined || value === "");
  return { all, matching: plain ? all : await open().namedCase.count({ where: matching(filters) }) };
}

/** The page of one named person; null alike for unknown, withdrawn and never issued. */
export async function findNamedCase(reference: string): Promise<NamedCase | null> {
  const row = await open().namedCase.findUnique({ where: { reference }, select: columns });
  return row && opened(row);
}

/** Whether a page stands at this reference now. */
export const isCaseNamed = async (reference: string): Promise<boolean> =>
  (await open().namedCase.count({ where: { reference } })) > 0;

const place = { sortKey: true, reference: true } as const;
const columns = { content: true, sex: true, changedAt: true } as const;

function matching({ q, state, entity, sex }: CaseFilters) {
  const words = q ? sortKey({ surnames: q, givenNames: "" }).split(" ").filter(Boolean) : [];
  return {
    ...(state && { state: { in: [...statesOf[state]] } }),
    ...(entity && { entity }),
    ...(sex && { sex }),
    AND: words.map((word) => ({ sortKey: { contains: word } })),
  };
}

const opened = (row: { content: unknown; sex: string; changedAt: Date }): NamedCase => {
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
