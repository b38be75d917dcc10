import { stringify } from "csv-stringify/sync";
import { type CaseFilters, caseFilters, type NamedRow, reference } from "./schema";

type Asked = Record<string, string | string[] | undefined>;

/** What an address asks of the list: each filter that makes sense, and none that does not. */
export function askedFor(query: Asked): { filters: CaseFilters; after: string | undefined } {
  const first = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const kept: Record<string, string> = {};
  for (const key of ["q", "state", "entity", "sex"] as const) {
    const value = key === "q" ? first(key)?.slice(0, 80) : first(key);
    if (value && caseFilters.safeParse({ [key]: value }).success) kept[key] = value;
  }
  const after = reference.safeParse(first("after"));
  return { filters: caseFilters.parse(kept), after: after.success ? after.data : undefined };
}

/** The query of an address that asks exactly this; empty when it asks nothing. */
export function addressOf(filters: CaseFilters, after?: string): string {
  const query = new URLSearchParams();
  for (const key of ["q", "state", "entity", "sex"] as const) {
    const value = filters[key];
    if (value) query.set(key, value);
  }
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `?${text}` : "";
}

const columns = ["reference", "name", "state", "since", "entity", "sex"] as const;

/** The head of the CSV twin, with the mark by which spreadsheets know it is UTF-8. */
export const csvHead = stringify([[...columns]], { bom: true, record_delimiter: "windows" });

/** Rows of the CSV twin. A name that begins like a formula is made harmless; empty is "not recorded". */
export const csvRows = (rows: readonly NamedRow[]): string =>
  stringify([...rows], { columns: [...columns], escape_formulas: true, record_delimiter: "windows" });
