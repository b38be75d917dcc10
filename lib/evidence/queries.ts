import type { Tx } from "@/lib/db/connect";
import { openUnder } from "@/lib/vault/seal";
import { type EvidenceItem, evidenceWords } from "./schema";

/** Where an item's words are bound to. */
export const evidenceContext = (evidenceId: string): string => `evidence|sealed|${evidenceId}`;

/** Every item of a case, opened with the person's key, oldest first. */
export async function listEvidence(tx: Tx, caseId: string, key: Uint8Array): Promise<EvidenceItem[]> {
  const rows = await tx.evidence.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, origin: true, lead: true, receivedAt: true, addedBy: true, sealed: true },
  });
  return rows.map(({ sealed, ...item }) => ({
    ...item,
    words: evidenceWords.parse(openUnder(key, sealed, evidenceContext(item.id))),
  }));
}
