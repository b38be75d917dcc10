import type { Metadata } from "next";
import { OneClaim } from "@/components/claim/one-claim";
import { OnePair } from "@/components/claim/one-pair";
import { NotFoundView } from "@/components/shell/not-found-view";
import { localeOf } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { aroundClaims, findClaim, findPair } from "@/lib/opendata/claims/queries";
import { claimantWords, figure, ownFlow } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string; pair: string }>;
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

/** The fixed address of a figure or a pair. It says the same for as long as the ledger does. */
export default async function ComparisonAt({ params }: Props) {
  const { locale: asked, pair } = await params;
  const locale = localeOf(asked);
  return safePage({ locale, path: `/comparar/${pair}` }, async (site) => {
    const [a, b] = await figuresAt(pair);
    if (!a) return <NotFoundView locale={locale} />;
    const [around, balance] = await Promise.all([aroundClaims(b ? [a, b] : [a]), latestBalance()]);
    const shown = { locale, around, site, own: ownFlow(balance, a) };
    if (b) return <OnePair {...shown} a={a} b={b} />;
    const inAccounts = await listAccounts({ claimant: a.claimant, claim: a.id });
    return <OneClaim {...shown} claim={a} inAccounts={inAccounts} />;
  });
}
