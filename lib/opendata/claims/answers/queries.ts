import { aroundClaims, findClaim, findPair, listClaims } from "../queries";
import { authorities, type PublishedClaim } from "../schema";
import type { Around, FoundComparison } from "./rules";

/** A figure with all that stands beside it, or the two of a pair's address; null for an id the ledger does not have. */
export async function findComparison(id: string): Promise<FoundComparison | null> {
  if (id.includes("--")) {
    const pair = await findPair(id);
    if (!pair) return null;
    const [claim, other] = pair;
    const because = claim.beside.find((one) => one.id === other.id)?.because ?? null;
    return { claim, beside: [{ other, because }], around: await aroundClaims(pair) };
  }
  const claim = await findClaim(id);
  if (!claim) return null;
  return besideOf(claim, await aroundClaims([claim]));
}

const EVERYTHING = 20_000;

/** Every figure of an authority, newest first, with those that stand beside it. */
export async function officialComparisons(): Promise<FoundComparison[]> {
  const official = (await listClaims({ claimant: authorities }, undefined, EVERYTHING))?.items ?? [];
  const around = await aroundClaims(official);
  return official.map((claim) => besideOf(claim, around));
}

function besideOf(claim: PublishedClaim, around: Around): FoundComparison {
  const beside = claim.beside.flatMap(({ id, because }) => {
    const other = around.get(id);
    return other ? [{ other, because }] : [];
  });
  return { claim, beside, around };
}
