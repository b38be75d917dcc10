import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { evidenceContext, withdrawalContext } from "@/lib/evidence/queries";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { noteContext } from "../../facts/correction/schema";
import { placeFor } from "../../facts/queries";
import { boundsCarried } from "../rules";
import type { Side } from "../schema";
import type { CarriedFact } from "./queries";

interface Place {
  episode: number | null;
  /** The fact whose place it takes. */
  over: Pick<CarriedFact, "id" | "position"> | null;
  recordedBy: string;
  /** Null: it waits for its second person there too. */
  confirmedBy: string | null;
  /** Where the items it rests on were written down anew. */
  evidence: ReadonlyMap<string, string>;
}

/**
 * Writes a fact of one case down anew in another, its words under that person's key; known from now, ending what it takes the place of,
 * or waiting. The original stays as it is. Inside the transaction of two people's merge or undoing, both cases locked.
 */
export async function carryFact(
  tx: Tx,
  fact: CarriedFact,
  from: Pick<Side, "key">,
  to: Pick<Side, "caseId" | "key">,
  { episode, over, recordedBy, confirmedBy, evidence }: Place,
  now: Date,
): Promise<string> {
  const { id: _, caseId: __, position: ___, knownFrom, knownTo, supersedesId, sources, note, ...said } = fact;
  const id = newId(now);
  const dated = { ...said, ...boundsCarried(fact), episode };
  await tx.fact.create({
    data: {
      ...dated,
      ...{ id, caseId: to.caseId, supersedesId: over?.id ?? null, recordedAt: now, recordedBy },
      position: over?.position ?? (await placeFor(tx, to.caseId, { ...dated, recordedAt: now })),
      note: note && sealUnder(to.key, openUnder(from.key, note, noteContext(fact.id)), noteContext(id)),
      sources: {
        create: sources.map(({ evidenceId, ...source }) => ({
          ...{ id: newId(now), ...source },
          evidenceId: evidenceId && (evidence.get(evidenceId) ?? null),
        })),
      },
    },
    select: { id: true },
  });
  if (confirmedBy === null) return id;
  if (over) await tx.fact.update({ where: { id: over.id }, data: { knownTo: now }, select: { id: true } });
  await tx.fact.update({ where: { id }, data: { knownFrom: now, confirmedBy }, select: { id: true } });
  return id;
}

/** Ends facts from now: what was known is known no more, what waited is put aside. */
export async function endFacts(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.fact.updateMany({ where: { id: { in: [...ids] }, knownTo: null }, data: { knownTo: now } });
}

/** Writes the items of evidence of one case down anew in another; answers which became which. */
export async function carryEvidence(
  tx: Tx,
  from: Side,
  to: Side,
  addedBy: string,
  now: Date,
): Promise<Map<string, string>> {
  const items = await tx.evidence.findMany({
    where: { caseId: from.caseId, withdrawal: null },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, origin: true, sealed: true, lead: true, receivedAt: true },
  });
  const became = new Map<string, string>();
  for (const { id: old, sealed, ...plain } of items) {
    const id = newId(now);
    const words = openUnder(from.key, sealed, evidenceContext(old));
    await tx.evidence.create({
      data: {
        ...plain,
        id,
        caseId: to.caseId,
        addedBy,
        sealed: sealUnder(to.key, words, evidenceContext(id)),
      },
      select: { id: true },
    });
    became.set(old, id);
  }
  return became;
}

/**
 * When a merge is undone its copies of evidence carry nothing any more; one that was withdrawn meanwhile is withdrawn in its own case too.
 */
export async function withdrawCopies(
  tx: Tx,
  absorbed: Side,
  surviving: Side,
  became: ReadonlyMap<string, string>,
  { withdrawnBy, why: undone }: { withdrawnBy: string; why: string },
  now: Date,
): Promise<void> {
  for (const [source, copy] of became) {
    const gone = await tx.evidenceWithdrawal.findUnique({
      where: { evidenceId: copy },
      select: { why: true },
    });
    const [evidenceId, key] = gone ? [source, absorbed.key] : [copy, surviving.key];
    const why = gone ? openUnder(surviving.key, gone.why, withdrawalContext(copy)) : undone;
    await tx.evidenceWithdrawal.create({
      data: {
        ...{ evidenceId, withdrawnBy, withdrawnAt: now },
        why: sealUnder(key, why, withdrawalContext(evidenceId)),
      },
      select: { evidenceId: true },
    });
  }
}
