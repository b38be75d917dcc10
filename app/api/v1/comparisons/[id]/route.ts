import { openRoute, Problem } from "@/lib/core/answer";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { aroundClaims, findClaim } from "@/lib/opendata/claims/queries";
import { compare, comparisonWords } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** A figure with each of those to read beside it: what differs, in codes and in both languages, and the gap where there is one. */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ id: string }> }) => {
  const claim = await findClaim((await params).id);
  if (!claim) throw new Problem(404, "not-found", "No figure bears this id");
  const around = await aroundClaims([claim]);
  const pairs = claim.beside.flatMap(({ id, because }) => {
    const other = around.get(id);
    return other ? [{ because, other, ...pairOf(claim, other, around) }] : [];
  });
  return { json: { claim, pairs } };
});

function pairOf(claim: PublishedClaim, other: PublishedClaim, around: ReadonlyMap<string, PublishedClaim>) {
  const compared = compare(claim, other);
  return {
    ...compared,
    words: Object.fromEntries(
      locales.map((locale) => {
        const { sentence, gap, truths } = comparisonWords(wordsOf(locale, "claims"), claim, other, around);
        return [locale, { sentence, gap, truths }];
      }),
    ),
    page: Object.fromEntries(locales.map((locale) => [locale, href(locale, "comparar", compared.pair)])),
  };
}
