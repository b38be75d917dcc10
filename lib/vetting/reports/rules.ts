import { needsStanding } from "@/lib/consent/rules";
import { giverOf } from "@/lib/intake/permissions/rules";
import type { ReportPayload } from "@/lib/intake/schema";
import type { Gap } from "./schema";

/** What the family could not say or did not permit, in the order a vetter would ask for it. */
export function gapsOf({ person, detention, whereabouts, relation, permissions }: ReportPayload): Gap[] {
  const missing: [Gap, boolean][] = [
    ["document", person.idDocument === null],
    ["age", person.birthYear === undefined && person.approxAge === undefined],
    ["date", detention.date.year === undefined || detention.date.month === undefined],
    ["entity", detention.entity === undefined],
    ["account", !detention.account],
    ["whereabouts", whereabouts.told === "unknown"],
    ["relation", relation === undefined || relation === "not_said"],
    ["count", !mayBeCounted({ permissions })],
  ];
  return missing.flatMap(([gap, isMissing]) => (isMissing ? [gap] : []));
}

/** Whether whoever sent it said yes to counting. */
export const mayBeCounted = ({ permissions }: Pick<ReportPayload, "permissions">): boolean =>
  permissions.some(({ purpose, granted }) => purpose === "count" && granted);

const two = (n: number) => String(n).padStart(2, "0");

/**
 * The day a family wrote, as bounds of a fact: the whole span it can mean, open on the side nobody knows. "Before" and "after" a
 * day leave the other side open; an approximate date is the month it names; between two dates is from the first to the second.
 */
export function boundsOf(date: ReportPayload["detention"]["date"]): {
  earliest: string | null;
  latest: string | null;
} {
  const { precision, until } = date;
  const span = precision === "unknown" ? null : spanOf(date, precision === "approximate");
  if (precision === "between")
    return { earliest: span?.first ?? null, latest: (until && spanOf(until, false)?.last) ?? null };
  return {
    earliest: precision === "before" ? null : (span?.first ?? null),
    latest: precision === "after" ? null : (span?.last ?? null),
  };
}

function spanOf(
  { year, month, day }: { year?: number; month?: number; day?: number },
  isLoose: boolean,
): { first: string; last: string } | null {
  if (year === undefined) return null;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const exact = isLoose ? undefined : day;
  const end = exact ?? new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${year}-${two(month)}-${two(exact ?? 1)}`, last: `${year}-${two(month)}-${two(end)}` };
}

/**
 * The family's own answers as permissions of a case, given by whoever they said they are; nobody's standing is assumed. A yes that
 * holds only with a checked standing stays in the report until somebody checked it; a no holds at once.
 */
export function permissionsOf({ permissions, relation }: ReportPayload) {
  const givenBy = giverOf(relation);
  return permissions
    .filter(({ purpose, granted }) => !granted || !needsStanding(purpose))
    .map(({ purpose, granted, textVersion }) => ({ purpose, granted, textVersion, givenBy }));
}
