import type { ReadClaim } from "../file/schema";

/** A figure that was read, as the columns of the ledger's own row. Its relations stand in rows of their own. */
export function columnsOf({ claim: { source, relations: _relations, ...columns }, fingerprint }: ReadClaim) {
  return {
    ...columns,
    sourceTitle: source.title,
    sourceOutlet: source.outlet,
    sourceUrl: source.url,
    sourcePublishedOn: source.publishedOn,
    fingerprint: new Uint8Array(fingerprint),
  };
}

/** Its relations as rows. */
export const relationsOf = ({ claim }: Pick<ReadClaim, "claim">) =>
  claim.relations.map(({ relation, target }) => ({ claimId: claim.id, relation, targetId: target }));
