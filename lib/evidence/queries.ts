import type { Tx } from "@/lib/db/connect";
import { openUnder } from "@/lib/vault/seal";
import { relations } from "./links/schema";
import { type EvidenceItem, sealedWords } from "./schema";
import { credibilities, reliabilities } from "./weighing/schema";

/** Where an item's words are bound to. */
export const evidenceContext = (evidenceId: string): string => `evidence|sealed|${evidenceId}`;
export const withdrawalContext = (evidenceId: string): string => `evidence_withdrawals|why|${evidenceId}`;
export const promotionContext = (evidenceId: string): string => `evidence_promotions|why|${evidenceId}`;
export const gradeContext = (gradeId: string): string => `evidence_grades|why|${gradeId}`;
export const tieContext = (linkId: string, what: "why" | "end"): string => `evidence_links|${what}|${linkId}`;

const columns = {
  ...{ id: true, kind: true, origin: true, lead: true, receivedAt: true, addedBy: true, sealed: true },
  withdrawal: { select: { withdrawnBy: true, withdrawnAt: true, why: true } },
  promotion: { select: { saidBy: true, saidAt: true, why: true } },
  grades: {
    orderBy: { id: "asc" },
    select: { id: true, reliability: true, credibility: true, why: true, gradedBy: true, gradedAt: true },
  },
  links: {
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, factId: true, relation: true, why: true, linkedBy: true, linkedAt: true },
      ...{ endWhy: true, endedBy: true, endedAt: true },
    },
  },
} as const;

/**
 * Every item of a case, those withdrawn included, opened with the person's key, oldest first: with what was judged of it and what it is
 * tied to. What was written down as a lead is one until somebody said why it is evidence.
 */
export async function listEvidence(tx: Tx, caseId: string, key: Uint8Array): Promise<EvidenceItem[]> {
  const rows = await tx.evidence.findMany({ where: { caseId }, orderBy: { id: "asc" }, select: columns });
  const words = (sealed: Uint8Array, context: string) => String(openUnder(key, sealed, context));
  return rows.map(({ sealed, withdrawal, promotion, grades, links, lead, ...item }) => {
    const { document, ...typed } = sealedWords.parse(openUnder(key, sealed, evidenceContext(item.id)));
    return {
      ...item,
      lead: lead && promotion === null,
      words: typed,
      document,
      withdrawn: withdrawal && {
        by: withdrawal.withdrawnBy,
        at: withdrawal.withdrawnAt,
        why: words(withdrawal.why, withdrawalContext(item.id)),
      },
      promoted: promotion && {
        by: promotion.saidBy,
        at: promotion.saidAt,
        why: words(promotion.why, promotionContext(item.id)),
      },
      grades: grades.map(({ id, why, ...grade }) => ({
        ...{ id, by: grade.gradedBy, at: grade.gradedAt, why: words(why, gradeContext(id)) },
        reliability: reliabilities.find((one) => one === grade.reliability) ?? "unknown",
        credibility: credibilities.find((one) => one === grade.credibility) ?? "unknown",
      })),
      ties: links.map(({ id, factId, relation, why, endWhy, endedBy, endedAt, linkedBy, linkedAt }) => ({
        ...{ id, factId, by: linkedBy, at: linkedAt, why: words(why, tieContext(id, "why")) },
        relation: relations.find((one) => one === relation) ?? "supports",
        ended:
          endWhy && endedBy && endedAt
            ? { by: endedBy, at: endedAt, why: words(endWhy, tieContext(id, "end")) }
            : null,
      })),
    };
  });
}
