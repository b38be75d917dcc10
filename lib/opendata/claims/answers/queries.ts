import { aroundClaims, findClaim, findPair, type Known, listClaims } from "../queries";
import { authorities, type PublishedClaim } from "../schema";
import type { Around, FoundComparison } from "./rules";

/** A figure with all that stands beside it, or the two of a pair's address; null for an id the ledger does not have. */
export async function findComparison(id: string, known: Known = null): Promise<FoundComparison | null> {
  if (id.includes("--")) {
    const pair = await findPair(id, known);
    if (!pair) return null;
    const [claim, other] = pair;
    const because = claim.beside.find((one) => one.id === other.id)?.because ?? null;
    return { claim, beside: [{ other, because }], around: await aroundClaims(pair, known) };
  }
  const claim = await findClaim(id, known);
  if (!claim) return null;
  return besideOf(claim, await aroundClaims([claim], known));
}

const EVERYTHING = 20_000;

/** Every figure of an authority, newest first, with those that stand beside it. */
export async function officialComparisons(known: Known = null): Promise<FoundComparison[]> {
  const official = (await listClaims({ claimant: authorities }, undefined, EVERYTHING, known))?.items ?? [];
  const around = await aroundClaims(official, known);
  return official.map((claim) => besideOf(claim, around));
}

function besideOf(claim: PublishedClaim, around: Around): FoundComparison {
  const beside = claim.beside.flatMap(({ id, because }) => {
    const other = around.get(id);
    return other ? [{ other, because }] : [];
  });
  return { claim, beside, around };
}
