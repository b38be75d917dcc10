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
 * day leave the other side open; an approximate date is the month it names.
 */
export function boundsOf(date: ReportPayload["detention"]["date"]): {
  earliest: string | null;
  latest: string | null;
} {
  const { year, month, day, precision } = date;
  if (year === undefined || precision === "unknown") return { earliest: null, latest: null };
  const isExactDay = month !== undefined && day !== undefined && precision !== "approximate";
  const first = month === undefined ? `${year}-01-01` : `${year}-${two(month)}-${two(isExactDay ? day : 1)}`;
  const last =
    month === undefined
      ? `${year}-12-31`
      : `${year}-${two(month)}-${two(isExactDay ? day : new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
  if (precision === "before") return { earliest: null, latest: last };
  if (precision === "after") return { earliest: first, latest: null };
  return { earliest: first, latest: last };
}

/** The family's own answers as permissions of a case, given by whoever they said they are; nobody's standing is assumed. */
export function permissionsOf({ permissions, relation }: ReportPayload) {
  const givers = {
    person: "person",
    lawyer: "lawyer",
    friend: "other",
    other: "other",
    not_said: "other",
  } as const;
  const givenBy =
    relation !== undefined && relation in givers
      ? givers[relation as keyof typeof givers]
      : ("relative" as const);
  return permissions.map(({ purpose, granted, textVersion }) => ({ purpose, granted, textVersion, givenBy }));
}
