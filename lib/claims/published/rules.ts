import { orderDate, pairings } from "../pairs/rules";
import type { Claim } from "../schema";
import type { PublishedClaim } from "./schema";

/** The whole ledger as the public reads it: newest first, undated last, each figure with those to read beside it. */
export function publicLedger(ledger: readonly Claim[]): PublishedClaim[] {
  const beside = pairings(ledger);
  const replacedBy = new Map(
    ledger.flatMap((claim) =>
      claim.relations
        .filter(({ relation }) => relation === "supersedes")
        .map(({ target }): [string, string] => [target, claim.id]),
    ),
  );
  return ledger
    .map((claim) => ({
      ...claim,
      note: readableNote(claim.note),
      onDate: orderDate(claim),
      replacedBy: replacedBy.get(claim.id) ?? null,
      beside: (beside.get(claim.id) ?? []).map((pairing) => ({
        id: pairing.claim.id,
        because: pairing.because,
      })),
    }))
    .sort(newestFirst);
}

/** The order of the public ledger: never a tie. */
export const newestFirst = (a: PublishedClaim, b: PublishedClaim): number =>
  compare(b.onDate ?? "", a.onDate ?? "") ||
  compare(Number(b.claimantKind === "government"), Number(a.claimantKind === "government")) ||
  compare(b.asOf ?? b.statedAtLocal ?? "", a.asOf ?? a.statedAtLocal ?? "") ||
  compare(a.id, b.id);
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compilers' shorthand for their own papers, in words a reader can follow. The ledger itself keeps the note as it came. */
export const readableNote = (note: string): string =>
  note
    .replace(/\bSEED 0*(\d+)/g, (_all, number: string) => `Founding document ${number}`)
    .replace(/\bdomain\.md [\d.]+: /g, "")
    .replace(/\(domain\.md [\d.]+\)\s?/g, "")
    .replace(/\bthe seed\b/g, "the founding document");
