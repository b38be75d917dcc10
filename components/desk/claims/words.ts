import type { Claim } from "@/lib/claims/schema";
import {
  claimantKinds,
  houseArrests,
  kinds,
  measures,
  namesPublished,
  populations,
  precisions,
  qualifiers,
  relationKinds,
  releaseScopes,
  stages,
  units,
} from "@/lib/claims/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { claimantWords, figure, when } from "@/lib/opendata/claims/rules";

/** A figure in a few words: how many, who, of when. */
export function figureLine(claim: Claim, locale: Locale): string {
  const words = wordsOf(locale, "claims");
  return `${figure(words, claim)} · ${claimantWords(words, claim)} · ${when(words, claim)}`;
}

/** What each closed list of the ledger reads as, in its order. */
export function choicesOf(locale: Locale) {
  const [t, c] = [translator(locale, "ledger"), translator(locale, "claims")];
  const listed = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return {
    claimant_kind: listed(claimantKinds, (value) => t(`kindsOf.${value}`)),
    measure: listed(measures, (value) => c(`measureWords.${value}`)),
    kind: listed(kinds, (value) => c(`kindWords.${value}`)),
    stage: listed(stages, (value) => c(`stageShort.${value}`)),
    population: listed(populations, (value) => c(`populationWords.${value}`)),
    release_scope: listed(releaseScopes, (value) => c(`scopeWords.${value}`)),
    unit: listed(units, (value) => t(`units.${value}`)),
    house_arrest_counted: listed(houseArrests, (value) => t(`houseArrests.${value}`)),
    names_published: listed(namesPublished, (value) => c(`names.${value}`)),
    qualifier: listed(qualifiers, (value) => t(`qualifiers.${value}`)),
    precision: listed(precisions, (value) => t(`precisions.${value}`)),
    relation: listed(relationKinds, (value) => t(`relations.${value}`)),
  };
}

/** The cells of a figure by name, to say at a mistake which box it is of. */
export function labelsOf(locale: Locale): Record<string, string> {
  const [t, c] = [translator(locale, "ledger"), translator(locale, "claims")];
  const names = [
    ...([
      "claimant",
      "claimant_kind",
      "stated_on",
      "stated_at_local",
      "value",
      "qualifier",
      "measure",
      "kind",
    ] as const),
    ...([
      "stage",
      "population",
      "release_scope",
      "unit",
      "house_arrest_counted",
      "names_published",
      "as_of",
    ] as const),
    ...([
      "period_start",
      "start_precision",
      "period_end",
      "end_precision",
      "source_outlet",
      "source_title",
    ] as const),
    ...(["source_url", "source_published_on", "quote", "note", "conflict", "why"] as const),
  ];
  const parts = [
    "men",
    "women",
    "civilians",
    "military",
    "adults",
    "adolescents",
    "convicted",
    "not_convicted",
  ] as const;
  return {
    ...Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)])),
    ...Object.fromEntries(parts.map((name) => [name, c(`parts.${name}`)])),
    relations: t("groups.relations"),
  };
}
