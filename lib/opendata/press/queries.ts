import type { Locale } from "@/lib/i18n/locales";
import type { PublishedBalance } from "../balances/queries";
import { aroundClaims, listClaims } from "../claims/queries";
import { authorities } from "../claims/schema";
import { balanceSentences, pairSentence } from "./rules";
import type { ReadySentence } from "./schema";

const LOOKED_AT = 40;

/** Ready sentences: those of the latest balance, then the latest pairs of an authority's figure and another's. Never fewer pairs than fill five. */
export async function readySentences(
  locale: Locale,
  balance: PublishedBalance | null,
): Promise<{ own: ReadySentence[]; pairs: ReadySentence[] }> {
  const own = balance ? balanceSentences(locale, balance) : [];
  const official = (await listClaims({ claimant: authorities }, undefined, LOOKED_AT))?.items ?? [];
  const around = await aroundClaims(official);
  const pairs = official.flatMap((claim) => {
    const other = around.get(claim.beside[0]?.id ?? "");
    return other && !claim.replacedBy && !other.replacedBy
      ? [pairSentence(locale, claim, other, around)]
      : [];
  });
  return { own, pairs: pairs.slice(0, own.length > 0 ? 3 : 5) };
}
