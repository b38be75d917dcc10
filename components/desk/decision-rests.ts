import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import type { Rests } from "@/lib/vetting/schema";
import { label } from "@/lib/vocabularies/rules";
import { gradeText } from "./evidence/words";
import { boundsText } from "./when";
import { originText, stateText } from "./words";

const sourcesText = (fact: DeskFact, locale: Locale) =>
  [...new Set(fact.sources.map((source) => label("source_kind", source.kind, locale)))].join(", ");

const factText = (fact: DeskFact, locale: Locale): string =>
  translator(locale, "desk-decision")("factOf", {
    what: stateText(fact.track, fact.state, locale),
    when: boundsText(fact, locale),
    sources: sourcesText(fact, locale),
  });

/** What a point rests on, in words: the title of each item, each fact with its sources. What is not there any more is left out. */
export function restText(
  rests: Rests,
  evidence: EvidenceItem[],
  facts: DeskFact[],
  locale: Locale,
): string[] {
  return [
    ...evidence.filter((item) => rests.evidenceIds.includes(item.id)).map((item) => item.words.title),
    ...facts.filter((fact) => rests.factIds.includes(fact.id)).map((fact) => factText(fact, locale)),
  ];
}

/** What an item is, where it comes from, how it was judged and how many facts it supports. */
function itemText(item: EvidenceItem, locale: Locale): string {
  const n = item.ties.filter((tie) => tie.ended === null && tie.relation === "supports").length;
  const against = item.ties.filter((tie) => tie.ended === null && tie.relation === "contradicts").length;
  const t = translator(locale, "evidence");
  return [
    label("source_kind", item.kind, locale),
    originText(item.origin, locale),
    item.grades.length > 0 && gradeText(item, locale),
    n > 0 && t("rests", { n }),
    against > 0 && t("restsAgainst", { n: against }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What a point may rest on: evidence that is no lead and was not withdrawn, and standing facts that bear a source. */
export const restChoices = (evidence: EvidenceItem[], facts: DeskFact[], locale: Locale) => [
  ...evidence
    .filter((item) => !item.lead && !item.withdrawn)
    .map((item) => ({
      value: `evidence:${item.id}`,
      label: `${item.words.title} (${itemText(item, locale)})`,
    })),
  ...facts
    .filter((fact) => fact.track !== "vetting" && fact.knownTo === null && fact.sources.length > 0)
    .map((fact) => ({ value: `fact:${fact.id}`, label: factText(fact, locale) })),
];
