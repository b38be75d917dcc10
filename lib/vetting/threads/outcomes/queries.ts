import type { Tx } from "@/lib/db/connect";
import { isUnfavourable } from "./rules";
import type { ToExplain } from "./schema";

/**
 * Whether a death is written down in a case, confirmed or not. Then nothing about it goes to a thread by itself: a family is told in
 * person, by somebody.
 */
export async function hasDeath(tx: Tx, caseId: string): Promise<boolean> {
  return (await tx.fact.count({ where: { caseId, state: "died_in_custody", knownTo: null } })) > 0;
}

/** The verdict in force of a case when it does not count the person and nobody explained it yet; null otherwise. Part of a look at the case. */
export async function findToExplain(tx: Tx, caseId: string): Promise<ToExplain | null> {
  const decisions = await tx.decision.findMany({
    where: { caseId, review: { agreed: true }, factId: { not: null } },
    orderBy: { id: "desc" },
    select: { id: true, outcome: true, factId: true, notice: { select: { decisionId: true } } },
  });
  for (const { id, outcome, factId, notice } of decisions) {
    const stands = await tx.fact.count({ where: { id: factId ?? "", knownTo: null } });
    if (stands > 0) return notice === null && isUnfavourable(outcome) ? { decisionId: id, outcome } : null;
  }
  return null;
}
