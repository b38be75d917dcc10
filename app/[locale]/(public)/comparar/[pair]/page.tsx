import type { Metadata } from "next";
import { OneClaim } from "@/components/claim/one-claim";
import { OnePair } from "@/components/claim/one-pair";
import { NotFoundView } from "@/components/shell/not-found-view";
import { localeOf } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { momentsOf, viewAsked } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress, momentAskedFor } from "@/lib/opendata/claims/moment/rules";
import { ownFigure } from "@/lib/opendata/claims/own/rules";
import { aroundClaims, findClaim, findPair, type Known } from "@/lib/opendata/claims/queries";
import { claimantWords, figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { windowAsked, windowChoices } from "@/lib/opendata/claims/windows/rules";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string; pair: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The figures an address names: two joined by two hyphens, or one with all that stands beside it. */
async function figuresAt(pair: string, known: Known): Promise<PublishedClaim[]> {
  if (pair.includes("--")) return (await findPair(pair, known)) ?? [];
  const claim = await findClaim(pair, known);
  return claim ? [claim] : [];
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, pair } = await params;
  const words = wordsOf(localeOf(locale), "claims");
  const moment = momentAskedFor(await searchParams);
  const figures = await viewAsked(moment, pair.split("--"))
    .then(({ known }) => figuresAt(pair, known))
    .catch((): PublishedClaim[] => []);
  const title = figures.map((claim) => `${figure(words, claim)}, ${claimantWords(words, claim)}`).join(" / ");
  return { title: `${title || words.say("page.title")} · Vigilia` };
}

/**
 * The fixed address of a figure or a pair. With a moment or a balance in it nothing published afterwards changes a byte of it: neither
 * the figures of others nor what relates them, nor our own column.
 */
export default async function ComparisonAt({ params, searchParams }: Props) {
  const { locale: asked, pair } = await params;
  const locale = localeOf(asked);
  const query = await searchParams;
  const [moment, from] = [momentAskedFor(query), windowAsked(query)];
  const kept = fixedAddress({ known: moment.known ?? null, balance: moment.balance }, { desde: from });
  return safePage({ locale, path: `/comparar/${pair}${kept}` }, async (site) => {
    const ids = pair.split("--");
    const view = await viewAsked(moment, ids);
    const { known, balance } = view;
    const [a, b] = await figuresAt(pair, known);
    if (!a) return <NotFoundView locale={locale} />;
    const [around, moments] = await Promise.all([
      aroundClaims(b ? [a, b] : [a], known),
      known ? [] : momentsOf(ids),
    ]);
    const beside = (claims: PublishedClaim[]) =>
      claims.map((claim) => ({ claim, own: ownFigure(balance, claim) }));
    // Kept to a moment, the dates this registry answers for are those its balance was signed with.
    const coverage = known ? (balance?.content.coverage ?? null) : (site?.coverage ?? null);
    const shown = { locale, around, coverage, view, moments };
    if (b) return <OnePair {...shown} a={a} b={b} own={beside([a, b])} />;
    const chosen = windowChoices(wordsOf(locale, "claims"), a, around).find(({ key }) => key === from);
    const other = chosen?.other ?? around.get(a.beside[0]?.id ?? "");
    return (
      <OneClaim
        {...shown}
        claim={a}
        other={other}
        asked={{ from, found: chosen !== undefined }}
        own={beside(other ? [a, other] : [a])}
        inAccounts={await listAccounts({ claimant: a.claimant, claim: a.id }, known)}
      />
    );
  });
}
