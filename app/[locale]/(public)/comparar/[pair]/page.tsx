import type { Metadata } from "next";
import { OneClaim } from "@/components/claim/one-claim";
import { OnePair } from "@/components/claim/one-pair";
import { NotFoundView } from "@/components/shell/not-found-view";
import { localeOf } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { findBalance, latestBalance } from "@/lib/opendata/balances/queries";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { ownFigure } from "@/lib/opendata/claims/own/rules";
import { aroundClaims, findClaim, findPair } from "@/lib/opendata/claims/queries";
import { claimantWords, figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { comparisonAskedFor, windowChoices } from "@/lib/opendata/claims/windows/rules";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string; pair: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The figures an address names: two joined by two hyphens, or one with all that stands beside it. */
async function figuresAt(pair: string): Promise<PublishedClaim[]> {
  if (pair.includes("--")) return (await findPair(pair)) ?? [];
  const claim = await findClaim(pair);
  return claim ? [claim] : [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, pair } = await params;
  const words = wordsOf(localeOf(locale), "claims");
  const figures = await figuresAt(pair).catch((): PublishedClaim[] => []);
  const title = figures.map((claim) => `${figure(words, claim)}, ${claimantWords(words, claim)}`).join(" / ");
  return { title: `${title || words.say("page.title")} · Vigilia` };
}

/** The fixed address of a figure or a pair; with a balance in it, our own column says for ever what that balance said. */
export default async function ComparisonAt({ params, searchParams }: Props) {
  const { locale: asked, pair } = await params;
  const locale = localeOf(asked);
  const query = comparisonAskedFor(await searchParams);
  const kept = new URLSearchParams(
    Object.entries({ desde: query.from, balance: query.balance }).flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    ),
  ).toString();
  return safePage({ locale, path: `/comparar/${pair}${kept && `?${kept}`}` }, async (site) => {
    const [a, b] = await figuresAt(pair);
    if (!a) return <NotFoundView locale={locale} />;
    const [around, named] = await Promise.all([
      aroundClaims(b ? [a, b] : [a]),
      query.balance ? findBalance(query.balance) : null,
    ]);
    const balance = named ?? (await latestBalance());
    const beside = (claims: PublishedClaim[]) =>
      claims.map((claim) => ({ claim, own: ownFigure(balance, claim) }));
    const shown = { locale, around, site, balance };
    if (b) return <OnePair {...shown} a={a} b={b} kept={named?.slug} own={beside([a, b])} />;
    const chosen = windowChoices(wordsOf(locale, "claims"), a, around).find(({ key }) => key === query.from);
    const other = chosen?.other ?? around.get(a.beside[0]?.id ?? "");
    return (
      <OneClaim
        {...shown}
        claim={a}
        other={other}
        asked={{ from: query.from, found: chosen !== undefined, balance: named?.slug }}
        own={beside(other ? [a, other] : [a])}
        inAccounts={await listAccounts({ claimant: a.claimant, claim: a.id })}
      />
    );
  });
}
