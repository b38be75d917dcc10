import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { LedgerView } from "@/lib/opendata/claims/moment/queries";
import { claimantShort, figure, pairId } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { startKey, windowChoices } from "@/lib/opendata/claims/windows/rules";
import { Asides } from "./asides";
import { ChooseWindow } from "./choose-window";
import { CitePair } from "./cite-pair";
import { EarlierViews, FixedNote } from "./fixed-view";
import { type Coverage, Ours, type OwnBeside } from "./ours";
import { PairLists } from "./pair-lists";
import { Verdict } from "./verdict";

interface OnePairProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  coverage: Coverage;
  view: LedgerView;
  /** When what is read here changed, newest first. */
  moments: readonly Date[];
  own: readonly OwnBeside[];
}

/** The page of two figures: what each counts, why they may not be subtracted, what is true, and what this registry has to say. */
export function OnePair({ locale, a, b, around, coverage, view, moments, own }: OnePairProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const path = `/comparar/${pairId(a, b)}`;
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
      <FixedNote locale={locale} view={view} path={path} />
      <PairLists locale={locale} a={a} b={b} />
      <Verdict locale={locale} a={a} b={b} around={around} />
      <ChooseWindow
        locale={locale}
        claim={a}
        choices={windowChoices(words, a, around)}
        chosen={startKey(b) ?? undefined}
        view={view}
      />
      <Ours locale={locale} beside={own} coverage={coverage} />
      <CitePair locale={locale} a={a} b={b} around={around} view={view} />
      <EarlierViews locale={locale} view={view} path={path} moments={moments} />
      {[a, b].map((claim) => (
        <Asides key={claim.id} locale={locale} claim={claim} around={around} />
      ))}
    </div>
  );
}
