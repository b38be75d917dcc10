import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { openUnder } from "@/lib/vault/seal";
import { type OpenRetraction, retractionReason } from "./schema";

/** Where the reason of a retraction is bound to. */
export const retractionContext = (id: string): string => `fact_retractions|why|${id}`;

/** The retractions of a case that wait for a second person, opened with the person's key. */
export async function listOpenRetractions(
  tx: Tx,
  caseId: string,
  key: Uint8Array,
): Promise<OpenRetraction[]> {
  const rows = await tx.factRetraction.findMany({
    where: { fact: { caseId }, decidedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, factId: true, why: true, proposedBy: true, proposedAt: true },
  });
  return rows.map(({ why, ...row }) => ({
    ...row,
    why: retractionReason.parse(openUnder(key, why, retractionContext(row.id))),
  }));
}

/** Why each fact of a case that two people withdrew was withdrawn, opened with the person's key. */
export async function listWithdrawnReasons(
  tx: Tx,
  caseId: string,
  key: Uint8Array,
): Promise<Map<string, string>> {
  const rows = await tx.factRetraction.findMany({
    where: { fact: { caseId }, agreed: true },
    select: { id: true, factId: true, why: true },
  });
  return new Map(
    rows.map(({ id, factId, why }) => [
      factId,
      retractionReason.parse(openUnder(key, why, retractionContext(id))),
    ]),
  );
}

/** Refuses with `changed_meanwhile` where somebody already proposed to withdraw the fact: what is leaving is not corrected or taken twice. */
export async function refuseIfLeaving(tx: Tx, factId: string): Promise<void> {
  const open = await tx.factRetraction.count({ where: { factId, decidedAt: null } });
  if (open > 0) throw new Refusal("retraction_open");
}
