import { readPair } from "@/lib/claims/pairs/rules";
import { newestFirst } from "@/lib/claims/published/rules";
import { open } from "@/lib/db/open";
import { authorities, type ClaimFilters, type PublishedClaim, publishedClaim } from "./schema";

const columns = { content: true } as const;
const read = (row: { content: unknown }): PublishedClaim => publishedClaim.parse(row.content);

/** The moment the ledger is read as known at; null for what it says now. */
export type Known = Date | null;

/** What stood at a moment: published by then, and not yet said otherwise. */
const standingAt = (known: Date) => ({
  knownFrom: { lte: known },
  OR: [{ knownTo: null }, { knownTo: { gt: known } }],
});

async function figures(known: Known, where: object): Promise<PublishedClaim[]> {
  const rows = known
    ? await open().claimEdition.findMany({ where: { AND: [where, standingAt(known)] }, select: columns })
    : await open().publishedClaim.findMany({ where, select: columns, orderBy: { position: "asc" } });
  const claims = rows.map(read);
  return known ? claims.sort(newestFirst) : claims;
}

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
  known: Known = null,
): Promise<ClaimList | null> {
  if (known) return pageAsKnown(filters, cursor, take, known);
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

async function pageAsKnown(
  filters: ClaimFilters,
  cursor: string | undefined,
  take: number,
  known: Date,
): Promise<ClaimList | null> {
  const last = cursor && (await findClaim(cursor, known));
  if (cursor && !last) return null;
  const after = (await figures(known, matching(filters))).filter(
    (claim) => !last || newestFirst(claim, last) > 0,
  );
  const items = after.slice(0, take);
  return { items, next: after.length > take ? (items.at(-1)?.id ?? null) : null };
}

/** How many figures match. */
export const countClaims = (filters: ClaimFilters, known: Known = null): Promise<number> =>
  known
    ? open().claimEdition.count({ where: { AND: [matching(filters), standingAt(known)] } })
    : open().publishedClaim.count({ where: matching(filters) });

/** Everybody who has a figure in the ledger, by id. */
export async function listClaimants(known: Known = null): Promise<string[]> {
  const shape = { select: { claimant: true }, distinct: ["claimant" as const] };
  const rows = known
    ? await open().claimEdition.findMany({ ...shape, where: standingAt(known) })
    : await open().publishedClaim.findMany(shape);
  return rows.map(({ claimant }) => claimant).sort();
}

/** One figure; null for an id the ledger does not have. */
export async function findClaim(id: string, known: Known = null): Promise<PublishedClaim | null> {
  return (await figures(known, { id }))[0] ?? null;
}

/** The figures that some figures point to, by id: those to read beside them, those they relate to, those that replaced them. */
export async function aroundClaims(
  claims: readonly PublishedClaim[],
  known: Known = null,
): Promise<Map<string, PublishedClaim>> {
  const around = new Map(claims.map((claim) => [claim.id, claim]));
  const wanted = claims.flatMap(({ beside, relations, replacedBy }) => [
    ...beside.map(({ id }) => id),
    ...relations.map(({ target }) => target),
    ...(replacedBy ? [replacedBy] : []),
  ]);
  const missing = [...new Set(wanted)].filter((id) => !around.has(id));
  for (const claim of await figures(known, { id: { in: missing } })) around.set(claim.id, claim);
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
export async function findPair(
  id: string,
  known: Known = null,
): Promise<[PublishedClaim, PublishedClaim] | null> {
  const ids = id.split("--");
  if (ids.length !== 2) return null;
  return readPair(id, await figures(known, { id: { in: ids } }));
}

/** Every figure about some measures, newest first. */
export const figuresOf = (
  measures: readonly string[],
  claimant: string | undefined,
  known: Known = null,
): Promise<PublishedClaim[]> =>
  figures(known, { measure: { in: [...measures] }, ...(claimant && { claimant }) });

function matching({ claimant, kind, measure, from, to }: ClaimFilters) {
  const official = { content: { path: ["claimantKind"], equals: "government" } };
  return {
    ...(claimant === authorities ? official : claimant && { claimant }),
    ...(kind && { kind }),
    ...(measure && { measure }),
    ...((from || to) && { onDate: { ...(from && { gte: from }), ...(to && { lte: to }) } }),
  };
}
