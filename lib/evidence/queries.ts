import type { Tx } from "@/lib/db/connect";
import { openUnder } from "@/lib/vault/seal";
import { type EvidenceItem, evidenceWords } from "./schema";

/** Where an item's words are bound to. */
export const evidenceContext = (evidenceId: string): string => `evidence|sealed|${evidenceId}`;
export const withdrawalContext = (evidenceId: string): string => `evidence_withdrawals|why|${evidenceId}`;

/** Every item of a case, those withdrawn included, opened with the person's key, oldest first. */
export async function listEvidence(tx: Tx, caseId: string, key: Uint8Array): Promise<EvidenceItem[]> {
  const rows = await tx.evidence.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, kind: true, origin: true, lead: true, receivedAt: true, addedBy: true, sealed: true },
      withdrawal: { select: { withdrawnBy: true, withdrawnAt: true, why: true } },
    },
  });
  return rows.map(({ sealed, withdrawal, ...item }) => ({
    ...item,
    withdrawn: withdrawal && {
      by: withdrawal.withdrawnBy,
      at: withdrawal.withdrawnAt,
      why: String(openUnder(key, withdrawal.why, withdrawalContext(item.id))),
    },
    words: evidenceWords.parse(openUnder(key, sealed, evidenceContext(item.id))),
  }));
}
