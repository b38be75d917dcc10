import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";

const given = {
  ...{ id: true, purpose: true, granted: true, givenBy: true, holderId: true, standing: true },
  ...{ textVersion: true, knownFrom: true, knownTo: true, recordedBy: true },
} as const;

const listAll = (tx: Tx, caseId: string) =>
  tx.permission.findMany({
    where: { caseId },
    orderBy: [{ knownFrom: "asc" }, { id: "asc" }],
    select: given,
  });
type Given = Awaited<ReturnType<typeof listAll>>[number];

async function write(tx: Tx, caseId: string, row: Given, now: Date): Promise<string> {
  const { id: _, knownFrom: __, knownTo: ___, ...said } = row;
  const id = newId(now);
  await tx.permission.create({
    data: { ...said, id, caseId, knownFrom: now, knownTo: null },
    select: { id: true },
  });
  return id;
}

const end = (tx: Tx, ids: readonly string[], now: Date) =>
  tx.permission.updateMany({ where: { id: { in: [...ids] }, knownTo: null }, data: { knownTo: now } });

/**
 * Everybody's answer holds in the case that survives, each as its own holder's: whoever refused refuses there too, so that the strictest
 * among those with standing decides. Answers which became which.
 */
export async function carryPermissions(
  tx: Tx,
  absorbedId: string,
  survivingId: string,
  now: Date,
): Promise<Map<string, string>> {
  const became = new Map<string, string>();
  for (const row of await listAll(tx, absorbedId))
    if (row.knownTo === null) became.set(row.id, await write(tx, survivingId, row, now));
  return became;
}

interface Returning {
  survivingId: string;
  absorbedId: string;
  /** Of the absorbed case's permissions, which was written down anew as which. */
  became: ReadonlyMap<string, string>;
  /** The holders that go back with it. */
  holders: ReadonlySet<string>;
}

/**
 * Gives back to the absorbed case what its own holders said, those answers given since included, and lets each case's answers stand that
 * only the other's holder had ended. An answer that named no holder stays where it was given; a refusal of that kind protects both.
 */
export async function returnPermissions(
  tx: Tx,
  { survivingId, absorbedId, became, holders }: Returning,
  now: Date,
): Promise<void> {
  const here = await listAll(tx, survivingId);
  const back = await listAll(tx, absorbedId);
  const copies = new Set(became.values());
  const since = here.filter((row) => !copies.has(row.id));
  const goes = ({ holderId }: Given) => holderId !== null && holders.has(holderId);
  const enderOf = (ended: Given) =>
    since.find(
      (row) =>
        row.purpose === ended.purpose &&
        row.id !== ended.id &&
        row.knownFrom.getTime() === ended.knownTo?.getTime(),
    );
  for (const row of back) {
    const copy = here.find(({ id }) => id === became.get(row.id));
    if (!copy || row.knownTo !== null) continue;
    if (copy.knownTo === null) {
      await end(tx, [copy.id], now);
      continue;
    }
    const ender = enderOf(copy);
    const isOthers = ender && !goes(ender) && (ender.holderId !== null || ender.granted);
    if (isOthers) continue;
    await end(tx, [row.id], now);
    if (ender && ender.holderId === null && ender.knownTo === null) await write(tx, absorbedId, ender, now);
  }
  for (const row of since) {
    if (row.knownTo !== null) {
      const ender = enderOf(row);
      if (ender && goes(ender) && !goes(row)) await write(tx, survivingId, row, now);
    } else if (goes(row)) {
      await end(tx, [row.id], now);
      await write(tx, absorbedId, row, now);
    }
  }
}
