import { open } from "@/lib/db/open";
import { balanceInForce, findBalance, latestBalance, type PublishedBalance } from "../../balances/queries";
import type { Known } from "../queries";
import type { MomentAsked } from "./rules";

/** The ledger of others and our own column as one view: of today, or kept to a moment so that nothing published later is in it. */
export interface LedgerView {
  /** As known at; null for today. */
  known: Known;
  /** What our own column is read from. */
  balance: PublishedBalance | null;
  /** When the ledger last changed: what a view of today is cited by. Null while nothing was published. */
  latest: Date | null;
  /** What was asked for and is not: a balance nobody published, a moment yet to come. */
  refused: string[];
}

/** When what the public reads of the ledger last changed; null while it is empty. */
export async function ledgerMoment(): Promise<Date | null> {
  const { _max } = await open().claimEdition.aggregate({ _max: { knownFrom: true, knownTo: true } });
  return later(_max.knownFrom, _max.knownTo);
}

/**
 * The view an address asks for. A moment is taken as it is, unless the ledger may still change before it. A balance alone keeps the
 * ledger to the moment it was published, or, of figures published later, to the moment each of them was there.
 */
export async function viewAsked(
  { balance, known, refused }: MomentAsked,
  ids: readonly string[] = [],
): Promise<LedgerView> {
  const [latest, named] = [await ledgerMoment(), balance ? await findBalance(balance) : null];
  const yetToCome = known !== undefined && (!latest || known > latest);
  const wrong = [...refused, ...(balance && !named ? ["balance"] : []), ...(yetToCome ? ["known"] : [])];
  if (known && !yetToCome)
    return { known, balance: named ?? (await balanceInForce(known)), latest, refused: wrong };
  if (named && !known)
    return { known: await ledgerAtBalance(named, ids), balance: named, latest, refused: wrong };
  return { known: null, balance: named ?? (await latestBalance()), latest, refused: wrong };
}

/**
 * The same for the API: null for a balance nobody published, and a moment yet to come is answered with what is known now, which the
 * answer says.
 */
export async function viewAnswered(
  { balance, known }: { balance?: string | undefined; known?: Date | undefined },
  ids: readonly string[] = [],
): Promise<LedgerView | null> {
  const view = await viewAsked({ balance, known, refused: [] }, ids);
  return view.refused.includes("balance") ? null : view;
}

/** The moment at which the ledger is read beside a balance: when that was published, or when the figures asked for first were. */
export const ledgerAtBalance = async (
  { publishedAt }: Pick<PublishedBalance, "publishedAt">,
  ids: readonly string[] = [],
): Promise<Date | null> => later(publishedAt, await firstKnown(ids));

/** When each of some figures had been published for the first time, or the ledger itself; null for none. */
async function firstKnown(ids: readonly string[]): Promise<Date | null> {
  const rows = await open().claimEdition.groupBy({
    by: ["id"],
    ...(ids.length > 0 && { where: { id: { in: [...ids] } } }),
    _min: { knownFrom: true },
  });
  const moments = rows.flatMap(({ _min }) => (_min.knownFrom ? [_min.knownFrom.getTime()] : []));
  if (moments.length === 0) return null;
  return new Date(ids.length > 0 ? Math.max(...moments) : Math.min(...moments));
}

/** The moments at which what the public reads of some figures changed, newest first: each is a view that can be had again. */
export async function momentsOf(ids: readonly string[]): Promise<Date[]> {
  const rows = await open().claimEdition.findMany({
    where: { id: { in: [...ids] } },
    select: { knownFrom: true },
    distinct: ["knownFrom"],
    orderBy: { knownFrom: "desc" },
  });
  return rows.map(({ knownFrom }) => knownFrom);
}

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
