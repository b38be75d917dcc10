import { readPair } from "@/lib/claims/pairs/rules";
import { open } from "@/lib/db/open";
import { authorities, type ClaimFilters, type PublishedClaim, publishedClaim } from "./schema";

const columns = { content: true } as const;
const read = (row: { content: unknown }): PublishedClaim => publishedClaim.parse(row.content);

export interface ClaimList {
  items: PublishedClaim[];
  /** Id to continue after; null at the end. */
  next: string | null;
}

/** Published figures of others, newest first, after the one named by the cursor. Null when no figure bears that name. */
export async function listClaims(
  filters: ClaimFilters,
  cursor?: string,
  take = 20,
): Promise<ClaimList | null> {
  const last =
    cursor && (await open().publishedClaim.findUnique({ where: { id: cursor }, select: { position: true } }));
  if (cursor && !last) return null;
  const rows = await open().publishedClaim.findMany({
    where: { ...matching(filters), ...(last && { position: { gt: last.position } }) },
    select: columns,
    orderBy: { position: "asc" },
    take: take + 1,
  });
  const items = rows.slice(0, take).map(read);
  return { items, next: rows.length > take ? (items.at(-1)?.id ?? null) : null };
}

/** How many figures match. */
export const countClaims = (filters: ClaimFilters): Promise<number> =>
  open().publishedClaim.count({ where: matching(filters) });

/** Everybody who has a figure in the ledger, by id. */
export async function listClaimants(): Promise<string[]> {
  const rows = await open().publishedClaim.findMany({
    select: { claimant: true },
    distinct: ["claimant"],
    orderBy: { claimant: "asc" },
  });
  return rows.map(({ claimant }) => claimant);
}

/** One figure; null for an id the ledger does not have. */
export async function findClaim(id: string): Promise<PublishedClaim | null> {
  const row = await open().publishedClaim.findUnique({ where: { id }, select: columns });
  return row && read(row);
}

/** The figures that some figures point to, by id: those to read beside them, those they relate to, those that replaced them. */
export async function aroundClaims(claims: readonly PublishedClaim[]): Promise<Map<string, PublishedClaim>> {
  const around = new Map(claims.map((claim) => [claim.id, claim]));
  const wanted = claims.flatMap(({ beside, relations, replacedBy }) => [
    ...beside.map(({ id }) => id),
    ...relations.map(({ target }) => target),
    ...(replacedBy ? [replacedBy] : []),
  ]);
  const missing = [...new Set(wanted)].filter((id) => !around.has(id));
  const rows = await open().publishedClaim.findMany({ where: { id: { in: missing } }, select: columns });
  for (const claim of rows.map(read)) around.set(claim.id, claim);
  return around;
}

/** When what the public reads of some figures last changed, by id. */
export async function changesOfClaims(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await open().publishedClaim.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, changedAt: true },
  });
  return new Map(rows.map(({ id, changedAt }) => [id, changedAt]));
}

/** The two figures a pair's address names, the authority's first; null for an address that does not name two. */
export async function findPair(id: string): Promise<[PublishedClaim, PublishedClaim] | null> {
  const ids = id.split("--");
  if (ids.length !== 2) return null;
  const rows = await open().publishedClaim.findMany({ where: { id: { in: ids } }, select: columns });
  return readPair(id, rows.map(read));
}

function matching({ claimant, kind, measure, from, to }: ClaimFilters) {
  const official = { content: { path: ["claimantKind"], equals: "government" } };
  return {
    ...(claimant === authorities ? official : claimant && { claimant }),
    ...(kind && { kind }),
    ...(measure && { measure }),
    ...((from || to) && { onDate: { ...(from && { gte: from }), ...(to && { lte: to }) } }),
  };
}
