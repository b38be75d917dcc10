import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { isOwn } from "@/lib/opendata/claims/own/rules";
import { claimantWords, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { Source } from "./source";

export interface Said {
  key: string;
  term: string;
  detail: React.ReactNode;
}

const brief = ["who", "saidOn", "what", "when", "names", "quote", "source"];

/**
 * What is known of a figure, always the same keys in the same order, so that two of them can be read across. `short` keeps what
 * a list needs; without `releases` the kind of release is left out; the rest is on the figure's own page.
 */
export function saidOf(locale: Locale, claim: PublishedClaim, short = false, releases = true): Said[] {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const release = claim.measure === "released_in_period";
  const rows: [string, React.ReactNode][] = [
    ["who", claimantWords(words, claim)],
    ["saidOn", claim.statedOn ? dayName(locale, claim.statedOn) : t("page.notStated")],
    ["what", t(`measureWords.${claim.measure}`)],
    ["when", when(words, claim)],
    ["stage", t(`stageWords.${claim.stage}`)],
    ["whom", t(`populationWords.${claim.population}`)],
    ["scope", release ? t(`scopeWords.${claim.releaseScope ?? "unspecified"}`) : t("page.notRelease")],
    ["unit", t(`unitWords.${claim.unit}`)],
    ["houseArrest", t(`houseArrestWords.${claim.houseArrestCounted}`)],
    ["names", t(`names.${claim.namesPublished}`)],
    ["conflict", conflicts(locale, claim)],
    [
      "quote",
      isOwn(claim) ? (
        t("page.ourQuote")
      ) : (
        <q key="quote" lang={claim.quote ? "es" : undefined}>
          {claim.quote}
        </q>
      ),
    ],
    ["source", <Source key="source" locale={locale} claim={claim} />],
  ];
  return rows
    .filter(([key]) => (!short || brief.includes(key)) && (releases || key !== "scope"))
    .map(([key, detail]) => ({ key, term: t(`page.${key}` as "page.who"), detail }));
}

function conflicts(locale: Locale, claim: PublishedClaim): string {
  const t = translator(locale, "claims");
  if (claim.conflicts.length === 0) return t("page.noConflict");
  return claim.conflicts.map((kind) => t(`conflicts.${kind}`)).join(", ");
}
