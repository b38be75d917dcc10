import type { PermissionRow } from "@/lib/cases/permissions/rules";
import { mayGive, needsStanding } from "@/lib/consent/rules";
import type { Giver, Purpose } from "@/lib/consent/schema";

/** Who posted: the holder the dossier knows, with or without standing; null where the report is in no case or bears no holder. */
export interface Poster {
  id: string | null;
  givenBy: Giver;
  hasStanding: boolean;
}

/**
 * What a posted answer does by itself. A holder with standing is heard at once: their no ends what they gave, and their yes stands where
 * their kind may give it. Without standing a no to counting or naming waits for two people and uncounts nobody, any other no is taken
 * as said, and a yes that needs standing does nothing. A refusal to count that nobody like them ever gave waits for a person too.
 */
export function effectOf(
  poster: Poster | null,
  { purpose, granted }: { purpose: Purpose | "everything"; granted: boolean },
  permissions: readonly PermissionRow[],
  posted: Date,
): "apply" | "done" | "review" | "nothing" {
  if (purpose === "everything") return "review";
  const isGrave = purpose === "count" || purpose === "name";
  if (!poster?.hasStanding) {
    if (granted) return poster && mayStandAlone(purpose, permissions, posted) ? "apply" : "nothing";
    return isGrave ? "review" : poster ? "apply" : "nothing";
  }
  const own = permissions.filter(
    (row) =>
      row.purpose === purpose &&
      row.givenBy === poster.givenBy &&
      (row.knownTo === null || row.knownTo > posted),
  );
  if (own.some((row) => row.granted === granted && row.standing && row.holderId === poster.id)) return "done";
  if (granted) return mayGive(purpose, poster.givenBy) ? "apply" : "nothing";
  if (purpose !== "count") return "apply";
  if (own.some((row) => !row.granted && row.standing)) return "done";
  return own.some((row) => row.granted && row.knownFrom <= posted) ? "apply" : "review";
}

/** A yes to counting needs no standing, and never goes against a refusal by somebody whose standing was recorded. */
const mayStandAlone = (what: Purpose, permissions: readonly PermissionRow[], posted: Date): boolean =>
  !needsStanding(what) &&
  !permissions.some(
    (row) =>
      row.purpose === what && !row.granted && row.standing && (row.knownTo === null || row.knownTo > posted),
  );
