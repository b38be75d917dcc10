type Asked = Record<string, string | string[] | undefined>;

/** What an address of the page of changes asks: two balances, and where each list begins. */
export interface ChangesAsked {
  from?: string | undefined;
  to?: string | undefined;
  steps?: string | undefined;
  cutOffs?: string | undefined;
}

const names = { from: "de", to: "a", steps: "pasos", cutOffs: "cortes" } as const;
const keys = Object.keys(names) as (keyof typeof names)[];
const slug = /^\d{4}-\d{2}-\d{2}(-[1-9]\d?)?$/;

/** Reads an address; what cannot be the name of a balance is as good as unknown, and empty is not asked. */
export function changesAskedFor(query: Asked): ChangesAsked {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = query[names[key]];
      const text = (Array.isArray(value) ? value[0] : value)?.trim();
      return text ? [[key, slug.test(text) ? text : "unknown"]] : [];
    }),
  );
}

/** The query of an address that asks exactly this; empty when it asks nothing. */
export function changesAddress(asked: ChangesAsked): string {
  const query = new URLSearchParams();
  for (const key of keys) if (asked[key]) query.set(names[key], asked[key]);
  const text = query.toString();
  return text && `?${text}`;
}

/** A page of a list that is read from its end, and the name of the item the page before it ends with; null at the beginning. */
export function pageFromEnd<Item>(
  list: readonly Item[],
  until: string | undefined,
  nameOf: (item: Item) => string,
  take: number,
): { points: Item[]; next: string | null } {
  const found = until === undefined ? -1 : list.findIndex((item) => nameOf(item) === until);
  const end = found < 0 ? list.length : found + 1;
  const start = Math.max(0, end - take);
  const before = list[start - 1];
  return { points: list.slice(start, end), next: before ? nameOf(before) : null };
}
