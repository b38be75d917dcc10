import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { MergeSide } from "@/lib/vetting/pairs/merge/schema";
import { label } from "@/lib/vocabularies/rules";
import { boundsText } from "../when";
import { stateText } from "../words";

/** One fact in a line: what, which detention, when and where. */
export function factText(fact: MergeSide["facts"][number], locale: Locale): string {
  const t = translator(locale, "desk");
  return [
    stateText(fact.track, fact.state, locale),
    fact.episode !== null && t("decision.episode", { n: fact.episode }),
    boundsText(fact, locale),
    fact.entity && label("entity", fact.entity, locale),
  ]
    .filter(Boolean)
    .join(" · ");
}
