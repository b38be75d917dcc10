import type { Prisma, Tx } from "@/lib/db/connect";

/** One figure as the public finds it: its place in the order, what it is filtered by, and all that is printed. */
export interface ClaimToPublish {
  id: string;
  claimant: string;
  kind: string;
  measure: string;
  onDate: string | null;
  content: Prisma.InputJsonValue;
}

/**
 * Makes the public copy of the ledger equal to what is given, in that order, inside the caller's transaction: readers see the
 * old copy or the new one, never a part. Figures of others hold no person's data, so no disclosure control applies.
 */
export async function publishClaims(tx: Tx, claims: readonly ClaimToPublish[]): Promise<void> {
  await tx.publishedClaim.deleteMany({});
  await tx.publishedClaim.createMany({ data: claims.map((claim, position) => ({ ...claim, position })) });
}
