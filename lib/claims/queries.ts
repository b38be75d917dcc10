import type { Tx } from "@/lib/db/connect";
import type { PartName } from "./schema";
import { type Claim, claim } from "./schema";

/** The ids and fingerprints the ledger holds, by which a file that was read before changes nothing. */
export async function ledgerFingerprints(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.claim.findMany({ select: { id: true, fingerprint: true } });
  return new Map(rows.map(({ id, fingerprint }) => [id, hex(fingerprint)]));
}

/** Figures that people at the desk published or withdrew, which no file changes any more. */
export async function keptAtTheDesk(tx: Tx): Promise<Set<string>> {
  const rows = await tx.claim.findMany({
    where: { OR: [{ entryId: { not: null } }, { withdrawalId: { not: null } }] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** A figure as the ledger has it, whether it was withdrawn, and the mark by which a change since is seen. */
export interface LedgerRow {
  claim: Claim;
  withdrawn: boolean;
  fingerprint: string;
}

/** Every figure of the ledger with its relations, those withdrawn included, in the strict shape the rules work on. */
export async function wholeLedger(tx: Tx): Promise<LedgerRow[]> {
  const rows = await tx.claim.findMany({
    select: {
      fingerprint: true,
      withdrawalId: true,
      id: true,
      statedOn: true,
      statedAtLocal: true,
      asOf: true,
      claimant: true,
      claimantKind: true,
      measure: true,
      periodStart: true,
      periodEnd: true,
      value: true,
      qualifier: true,
      population: true,
      parts: true,
      sourceTitle: true,
      sourceOutlet: true,
      sourceUrl: true,
      sourcePublishedOn: true,
      quote: true,
      note: true,
      kind: true,
      stage: true,
      releaseScope: true,
      startPrecision: true,
      endPrecision: true,
      namesPublished: true,
      unit: true,
      houseArrestCounted: true,
      conflicts: true,
      flags: true,
      relations: {
        select: { relation: true, targetId: true },
        orderBy: [{ relation: "asc" }, { targetId: "asc" }],
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(
    ({
      sourceTitle,
      sourceOutlet,
      sourceUrl,
      sourcePublishedOn,
      relations,
      parts,
      fingerprint,
      withdrawalId,
      ...row
    }) => ({
      fingerprint: hex(fingerprint),
      withdrawn: withdrawalId !== null,
      claim: claim.parse({
        ...row,
        parts: parts as Partial<Record<PartName, number>>,
        source: { title: sourceTitle, outlet: sourceOutlet, url: sourceUrl, publishedOn: sourcePublishedOn },
        relations: relations.map(({ relation, targetId }) => ({ relation, target: targetId })),
      }),
    }),
  );
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
