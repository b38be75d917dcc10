import { open } from "@/lib/db/open";
import { findPair } from "@/lib/opendata/claims/queries";

/**
 * Whether something published stands at this reference now. Withdrawn, unnamed and never issued are one and the same no: nothing
 * else is looked at, so nothing else can be told.
 */
export async function isNamed(reference: string): Promise<boolean> {
  return (await open().namedCase.findUnique({ where: { reference }, select: { reference: true } })) !== null;
}

/** Whether a balance was published under this address. */
export async function isPublished(slug: string): Promise<boolean> {
  return (await open().publishedBalance.findUnique({ where: { slug }, select: { slug: true } })) !== null;
}

/** Whether the ledger holds this figure, or both of a pair under the pair's one address. */
export async function isClaimed(id: string): Promise<boolean> {
  if (id.includes("--")) return (await findPair(id)) !== null;
  return (await open().publishedClaim.findUnique({ where: { id }, select: { id: true } })) !== null;
}
