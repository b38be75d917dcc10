import type { PermissionRow } from "@/lib/cases/permissions/rules";
import type { Giver } from "@/lib/consent/schema";

/**
 * What a posted withdrawal of `count` does by itself. It ends a permission only when the holder's standing was recorded and the
 * same kind of giver had given it by then; a refusal that already stands needs nothing; anything else waits for a person.
 */
export function effectOf(
  givenBy: Giver | null,
  permissions: readonly PermissionRow[],
  posted: Date,
): "apply" | "done" | "review" {
  if (givenBy === null) return "review";
  const standing = permissions.filter(
    (row) =>
      row.purpose === "count" && row.givenBy === givenBy && (row.knownTo === null || row.knownTo > posted),
  );
  if (standing.some((row) => !row.granted && row.standing)) return "done";
  return standing.some((row) => row.granted && row.knownFrom <= posted) ? "apply" : "review";
}
