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
  await keepEditions(tx, claims, now);
}

/**
 * Keeps what the public could read until now beside what it reads from now on, neighbours included, so that whatever was cited can
 * be read again as it was. The moment is later than everything published before it, whatever the clock says.
 */
async function keepEditions(tx: Tx, claims: readonly ClaimToPublish[], now: Date): Promise<void> {
  const standing = await tx.claimEdition.findMany({
    where: { knownTo: null },
    select: { id: true, content: true },
  });
  const read = new Map(standing.map(({ id, content }) => [id, inOneOrder(content)]));
  const said = new Map(claims.map(({ id, content }) => [id, inOneOrder(content)]));
  const begun = claims.filter(({ id }) => read.get(id) !== said.get(id));
  const ended = standing.filter(({ id }) => read.get(id) !== said.get(id)).map(({ id }) => id);
  if (begun.length + ended.length === 0) return;
  const moment = await afterEverything(tx, now);
  await tx.claimEdition.updateMany({
    where: { id: { in: ended }, knownTo: null },
    data: { knownTo: moment },
  });
  await tx.claimEdition.createMany({ data: begun.map((claim) => ({ ...claim, knownFrom: moment })) });
}

async function afterEverything(tx: Tx, now: Date): Promise<Date> {
  const [editions, balances] = [
    await tx.claimEdition.aggregate({ _max: { knownFrom: true, knownTo: true } }),
    await tx.publishedBalance.aggregate({ _max: { publishedAt: true } }),
  ];
  const before = [editions._max.knownFrom, editions._max.knownTo, balances._max.publishedAt];
  return new Date(Math.max(now.getTime(), ...before.map((moment) => (moment?.getTime() ?? 0) + 1)));
}

/** A figure without those beside it, which change when others are added, its keys in one order. */
function whatItSays(content: unknown): string {
  const { beside: _neighbours, ...said } = z.looseObject({}).parse(content);
  return inOneOrder(said);
}

const inOneOrder = (content: unknown): string =>
  JSON.stringify(content, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
