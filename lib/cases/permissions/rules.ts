import type { Purpose } from "@/lib/consent/schema";

/** A permission row as it stands: known from a moment until it was replaced or withdrawn. */
export interface Standing {
  purpose: Purpose;
  granted: boolean;
  standing: boolean;
  knownFrom: Date;
  knownTo: Date | null;
}

/** The same with who gave it and who wrote it down, as the desk shows it. */
export interface PermissionRow extends Standing {
  id: string;
  givenBy: string;
  holderId: string | null;
  textVersion: string | null;
  recordedBy: string;
}

const inForce = (row: Standing, at: Date) =>
  row.knownFrom <= at && (row.knownTo === null || row.knownTo > at);

/** Counted at a moment when a `count` permission is granted and no holder with standing refuses it. */
export function permitsCounting(rows: Standing[], at: Date): boolean {
  const current = rows.filter((row) => row.purpose === "count" && inForce(row, at));
  return current.some((row) => row.granted) && !current.some((row) => !row.granted && row.standing);
}

/** The name may be shown when somebody with standing permitted it and nobody at all refuses: the most protective answer wins. */
export function permitsNaming(rows: Standing[], at: Date): boolean {
  const current = rows.filter((row) => row.purpose === "name" && inForce(row, at));
  return current.some((row) => row.granted && row.standing) && current.every((row) => row.granted);
}

/** After a giver took the name down with their code, only a yes given later names again, even while their no waits to be opened. */
export const permitsNamingAgain = (rows: Standing[], takenDown: Date): boolean =>
  rows.some(
    (row) =>
      row.purpose === "name" &&
      row.granted &&
      row.standing &&
      row.knownTo === null &&
      row.knownFrom > takenDown,
  );

/**
 * When the person themselves last permitted their name; null where they never did. A release known later hides the details of the page
 * until they are asked again: no relative's word shows them.
 */
export function namingAskedAt(rows: (Standing & { givenBy: string })[], at: Date): Date | null {
  const granted = rows.filter(
    (row) =>
      row.purpose === "name" && row.granted && row.standing && row.givenBy === "person" && inForce(row, at),
  );
  return granted.reduce<Date | null>(
    (last, row) => (last === null || row.knownFrom > last ? row.knownFrom : last),
    null,
  );
}
