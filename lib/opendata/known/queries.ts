import { open } from "@/lib/db/open";
import { reference as ofPages } from "@/lib/opendata/cases/schema";
import { viewAsked } from "@/lib/opendata/claims/moment/queries";
import { momentAskedFor } from "@/lib/opendata/claims/moment/rules";
import { findClaim, findPair } from "@/lib/opendata/claims/queries";

/**
 * The reference under which the page asked for stands now: its own, or that of the page it was joined with while both were public.
 * Withdrawn, unnamed and never issued are one and the same no: one question is asked whatever the answer, so nothing else can be told.
 */
export async function standsAt(reference: string): Promise<string | null> {
  if (!ofPages.safeParse(reference).success) return null;
  const [row] = await open().$queryRaw<{ reference: string }[]>`
    SELECT n.reference FROM publication.named_cases n
    WHERE n.reference = coalesce((SELECT j."into" FROM publication.joined_references j WHERE j.reference = ${reference}), ${reference})`;
  return row?.reference ?? null;
}

/** Whether a balance was published under this address. */
export async function isPublished(slug: string): Promise<boolean> {
  return (await open().publishedBalance.findUnique({ where: { slug }, select: { slug: true } })) !== null;
}

/** Whether the ledger holds this figure, or both of a pair under the pair's one address: today, or at the moment the address asks for. */
export async function isClaimed(id: string, asked: Record<string, string> = {}): Promise<boolean> {
  const moment = momentAskedFor(asked);
  const kept = moment.balance !== undefined || moment.known !== undefined;
  const known = kept ? (await viewAsked(moment, id.split("--"))).known : null;
  return (id.includes("--") ? await findPair(id, known) : await findClaim(id, known)) !== null;
}
