import { stringify } from "csv-stringify/sync";
import { type CaseFilters, caseFilters, csvColumns, type NamedCase, reference } from "./schema";

/** Every filter, in the order of the form. */
export const filterKeys = ["q", "state", "process", "entity", "sex", "since"] as const;

type Asked = Record<string, string | string[] | undefined>;

/** What an address asks of the list: each filter that makes sense, and whether one was left out because it makes none. */
export function askedFor(query: Asked): { filters: CaseFilters; after: string | undefined; left: boolean } {
  const first = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const kept: Record<string, string> = {};
  let left = false;
  for (const key of filterKeys) {
    const value = key === "q" ? first(key)?.slice(0, 80) : first(key);
    if (value && caseFilters.safeParse({ [key]: value }).success) kept[key] = value;
    else left ||= value !== undefined;
  }
  const after = reference.safeParse(first("after"));
  return { filters: caseFilters.parse(kept), after: after.success ? after.data : undefined, left };
}

/** The query of an address that asks exactly this; empty when it asks nothing. */
export function addressOf(filters: CaseFilters, after?: string): string {
  const query = new URLSearchParams();
  for (const key of filterKeys) {
    const value = filters[key];
    if (value) query.set(key, value);
  }
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** The head of the CSV twin, with the mark by which spreadsheets know it is UTF-8. */
export const csvHead = stringify([[...csvColumns]], { bom: true, record_delimiter: "windows" });

/**
 * What happened, in time over all tracks. Within a track the stored order stands, so that of one month nothing is turned round; what
 * has no month stays after what its own track has before it.
 */
export function inTime<Event extends Pick<NamedCase["events"][number], "track" | "month">>(
  events: readonly Event[],
): Event[] {
  const reached = new Map<string, string>();
  const placed = events.map((event) => {
    const before = reached.get(event.track) ?? "";
    const month = event.month && event.month > before ? event.month : before;
    reached.set(event.track, month);
    return { event, month };
  });
  return placed
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
    .map(({ event }) => event);
}
