import { orderDate } from "../pairs/rules";
import { publicLedger } from "../published/rules";
import type { PublishedClaim } from "../published/schema";
import type { Claim } from "../schema";
import type { EntryPreview, LedgerView, ListedFigure } from "./schema";

/** Whether a figure belongs in a view. */
export function inView(view: LedgerView, { claim, state, waits, copies }: ListedFigure): boolean {
  if (view === "waiting") return waits;
  if (view === "withdrawn") return state === "withdrawn";
  if (view === "official") return claim.claimantKind === "government";
  if (view === "conflicts") return disagrees(claim);
  if (view === "uncopied") return copies === 0 && state !== "withdrawn";
  return true;
}

const disagrees = ({ conflicts, flags, relations }: Claim): boolean =>
  conflicts.length + flags.length > 0 || relations.some(({ relation }) => relation === "contradicts");

/** Letters as they are looked for: without accents or case. */
export const foldWords = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Whether a figure has every word that was looked for, anywhere in what was said, by whom (by the name that is shown as well), where
 * and how many. A number is found however its thousands are written.
 */
export function matches(claim: Claim, claimant: string, words: string): boolean {
  const { source, quote, note, id, value } = claim;
  const text = foldWords([id, claimant, quote, note, source.outlet, source.title, source.url].join(" "));
  return foldWords(words)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word) || (value !== null && word.replace(/[.,]/g, "") === String(value)));
}

/** Newest first, what has no date last. */
export function newestFirst(a: ListedFigure, b: ListedFigure): number {
  const [x, y] = [orderDate(a.claim) ?? "", orderDate(b.claim) ?? ""];
  return x === y ? (a.claim.id < b.claim.id ? -1 : 1) : x < y ? 1 : -1;
}

/**
 * What the public would read were an entry published now: worked out by the very rules that make the public copy, over the ledger with
 * the entry in its place, so that the sentences shown beforehand are those that will stand there.
 */
export function previewOf(standing: readonly Claim[], entered: Claim): EntryPreview | null {
  const before = byId(publicLedger(standing));
  const after = byId(publicLedger([...standing.filter(({ id }) => id !== entered.id), entered]));
  const claim = after.get(entered.id);
  if (!claim) return null;
  const reopened = [...after.values()]
    .filter(({ id, claimantKind }) => id !== entered.id && claimantKind === "government")
    .filter((one) => one.beside[0]?.id !== before.get(one.id)?.beside[0]?.id)
    .map((one) => ({ claim: one, nearest: after.get(one.beside[0]?.id ?? "") ?? null }));
  return { claim, around: after, reopened };
}

const byId = (claims: readonly PublishedClaim[]) => new Map(claims.map((claim) => [claim.id, claim]));
