import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { claimantShort, figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { startKey, windowChoices } from "@/lib/opendata/claims/windows/rules";
import type { Site } from "@/lib/opendata/site/schema";
import { Asides } from "./asides";
import { ChooseWindow } from "./choose-window";
import { CitePair } from "./cite-pair";
import { Ours, type OwnBeside } from "./ours";
import { PairLists } from "./pair-lists";
import { Verdict } from "./verdict";

interface OnePairProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  site: Site | null;
  balance: PublishedBalance | null;
  /** The balance asked for in the address, which the page is then kept to. */
  kept: string | undefined;
  own: readonly OwnBeside[];
}

/** The page of two figures: what each counts, why they may not be subtracted, what is true, and what this registry has to say. */
export function OnePair({ locale, a, b, around, site, balance, kept, own }: OnePairProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  return (
    <div className="sheet flow pt-8">
      <p>
        <a href={href(locale, "comparar")}>{t("page.back")}</a>
      </p>
      <h1>
        {t("page.pairHeading", {
          a: figure(words, a),
          claimantA: claimantShort(words, a),
          b: figure(words, b),
          claimantB: claimantShort(words, b),
        })}
      </h1>
      <PairLists locale={locale} a={a} b={b} />
      <Verdict locale={locale} a={a} b={b} around={around} />
      <ChooseWindow
        locale={locale}
        claim={a}
        choices={windowChoices(words, a, around)}
        chosen={startKey(b) ?? undefined}
        balance={kept}
      />
      <Ours locale={locale} beside={own} site={site} />
      <CitePair locale={locale} a={a} b={b} around={around} balance={balance} />
      {[a, b].map((claim) => (
        <Asides key={claim.id} locale={locale} claim={claim} around={around} />
      ))}
    </div>
  );
}
