import type { Tx } from "@/lib/db/connect";
import type { PartName } from "./schema";
import { type Claim, claim } from "./schema";

/** The ids and fingerprints the ledger holds, by which a file that was read before changes nothing. */
export async function ledgerFingerprints(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.claim.findMany({ select: { id: true, fingerprint: true } });
  return new Map(rows.map(({ id, fingerprint }) => [id, Buffer.from(fingerprint).toString("hex")]));
}

/** Every figure of the ledger with its relations, in the strict shape the rules work on. */
export async function wholeLedger(tx: Tx): Promise<Claim[]> {
  const rows = await tx.claim.findMany({
    select: {
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
  return rows.map(({ sourceTitle, sourceOutlet, sourceUrl, sourcePublishedOn, relations, parts, ...row }) =>
    claim.parse({
      ...row,
      parts: parts as Partial<Record<PartName, number>>,
      source: { title: sourceTitle, outlet: sourceOutlet, url: sourceUrl, publishedOn: sourcePublishedOn },
      relations: relations.map(({ relation, targetId }) => ({ relation, target: targetId })),
    }),
  );
}
