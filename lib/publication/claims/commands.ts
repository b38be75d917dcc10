import { z } from "zod";
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
 * old copy or the new one, never a part. A figure that says what it said keeps the moment it last changed. Figures of others hold no person's data, so no disclosure control applies.
 */
export async function publishClaims(tx: Tx, claims: readonly ClaimToPublish[], now: Date): Promise<void> {
  const before = await tx.publishedClaim.findMany({ select: { id: true, content: true, changedAt: true } });
  const stood = new Map(before.map((row) => [row.id, row]));
  const changedAt = ({ id, content }: ClaimToPublish): Date => {
    const row = stood.get(id);
    return row && whatItSays(row.content) === whatItSays(content) ? row.changedAt : now;
  };
  await tx.publishedClaim.deleteMany({});
  await tx.publishedClaim.createMany({
    data: claims.map((claim, position) => ({ ...claim, position, changedAt: changedAt(claim) })),
  });
}

/** A figure without those beside it, which change when others are added, its keys in one order. */
function whatItSays(content: unknown): string {
  const { beside: _neighbours, ...said } = z.looseObject({}).parse(content);
  return JSON.stringify(said, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
