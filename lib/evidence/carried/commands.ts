import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { gradeContext, promotionContext, tieContext } from "../queries";

/** A person's key, and what of one case is called what in another. */
export interface Carrying {
  from: Uint8Array;
  to: Uint8Array;
  evidence: ReadonlyMap<string, string>;
  facts: ReadonlyMap<string, string>;
}

/**
 * What was said of items that were written down anew in another case is said of them there, by whoever said it and when: that a lead is
 * evidence, how it was judged, and which facts it is tied to, where those came too and stand. What is said there already stays.
 * Inside the transaction of a merge or its undoing, both cases locked.
 */
export async function carrySayings(tx: Tx, carrying: Carrying): Promise<void> {
  const { evidence } = carrying;
  const gone = await tx.evidenceWithdrawal.findMany({
    where: { evidenceId: { in: [...evidence.keys(), ...evidence.values()] } },
    select: { evidenceId: true },
  });
  const over = new Set(gone.map(({ evidenceId }) => evidenceId));
  const pairs = [...evidence].filter(([source, copy]) => !over.has(source) && !over.has(copy));
  for (const [source, copy] of pairs) {
    await carryPromotion(tx, carrying, source, copy);
    await carryGrades(tx, carrying, source, copy);
    await carryTies(tx, carrying, source, copy);
  }
}

async function carryPromotion(tx: Tx, { from, to }: Carrying, source: string, copy: string): Promise<void> {
  const select = { why: true, saidBy: true, saidAt: true };
  const said = await tx.evidencePromotion.findUnique({ where: { evidenceId: source }, select });
  const there = await tx.evidence.findUnique({
    where: { id: copy },
    select: { lead: true, promotion: { select: { evidenceId: true } } },
  });
  if (!said || !there?.lead || there.promotion) return;
  const why = sealUnder(to, openUnder(from, said.why, promotionContext(source)), promotionContext(copy));
  await tx.evidencePromotion.create({
    data: { ...said, evidenceId: copy, why },
    select: { evidenceId: true },
  });
}

async function carryGrades(tx: Tx, { from, to }: Carrying, source: string, copy: string): Promise<void> {
  const rows = await tx.evidenceGrade.findMany({
    where: { evidenceId: { in: [source, copy] } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, evidenceId: true, reliability: true, credibility: true },
      ...{ why: true, gradedBy: true, gradedAt: true },
    },
  });
  const key = (row: (typeof rows)[number]) => `${row.gradedBy} ${row.gradedAt.getTime()}`;
  const there = new Set(rows.filter((row) => row.evidenceId === copy).map(key));
  for (const row of rows.filter((one) => one.evidenceId === source && !there.has(key(one)))) {
    const id = newId(row.gradedAt);
    const why = sealUnder(to, openUnder(from, row.why, gradeContext(row.id)), gradeContext(id));
    await tx.evidenceGrade.create({ data: { ...row, id, evidenceId: copy, why }, select: { id: true } });
  }
}

async function carryTies(tx: Tx, { from, to, facts }: Carrying, source: string, copy: string): Promise<void> {
  const rows = await tx.evidenceLink.findMany({
    where: { evidenceId: source, endedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, factId: true, relation: true, why: true, linkedBy: true, linkedAt: true },
  });
  for (const row of rows) {
    const factId = facts.get(row.factId);
    if (factId === undefined) continue;
    const stands = await tx.fact.count({ where: { id: factId, knownTo: null } });
    const tied = await tx.evidenceLink.count({ where: { evidenceId: copy, factId, endedAt: null } });
    if (stands === 0 || tied > 0) continue;
    const id = newId(row.linkedAt);
    const why = sealUnder(to, openUnder(from, row.why, tieContext(row.id, "why")), tieContext(id, "why"));
    await tx.evidenceLink.create({
      data: { ...row, id, evidenceId: copy, factId, why },
      select: { id: true },
    });
  }
}
