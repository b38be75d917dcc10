import { inOrder } from "@/lib/claims/pairs/rules";
import type { PublishedClaim } from "../schema";

/** The newest figure of an authority that stands beside a figure of others, and that one; null where none does. */
export function latestPair(
  official: readonly PublishedClaim[],
  around: ReadonlyMap<string, PublishedClaim>,
): { said: PublishedClaim; other: PublishedClaim } | null {
  for (const said of official) {
    const other = said.beside
      .map(({ id }) => around.get(id))
      .find((one) => one?.claimantKind !== "government");
    if (other && !said.replacedBy && inOrder(said, other)[0] === said) return { said, other };
  }
  return null;
}
