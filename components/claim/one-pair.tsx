import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantShort, figure } from "@/lib/opendata/claims/rules";
import type { OwnFlow, PublishedClaim } from "@/lib/opendata/claims/schema";
import type { Site } from "@/lib/opendata/site/schema";
import { Asides } from "./asides";
import { Ours } from "./ours";
import { PairLists } from "./pair-lists";
import { Verdict } from "./verdict";

interface OnePairProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  site: Site | null;
  own: OwnFlow | null;
}

/** The page of two figures: what each counts, why they may not be subtracted, what is true, and what this registry has to say. */
export function OnePair({ locale, a, b, around, site, own }: OnePairProps) {
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
      <Ours locale={locale} claim={a} site={site} own={own} />
      {[a, b].map((claim) => (
        <Asides key={claim.id} locale={locale} claim={claim} around={around} />
      ))}
      <p className="screen-only">
        <a href={`/api/v1/comparisons/${a.id}`}>{t("page.json")}</a>
      </p>
    </div>
  );
}
