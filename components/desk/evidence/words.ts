import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { boundsText } from "../when";
import { stateText } from "../words";

/** The last judgement of an item: source and content, or that nobody judged it. */
export function gradeText({ grades }: Pick<EvidenceItem, "grades">, locale: Locale): string {
  const t = translator(locale, "evidence");
  const last = grades.at(-1);
  if (!last) return t("ungraded");
  return t("grade", {
    reliability: label("source_reliability", last.reliability, locale),
    credibility: label("content_credibility", last.credibility, locale),
  });
}

/** A fact in one line: what and when. */
export const factLine = (fact: DeskFact, locale: Locale): string =>
  `${stateText(fact.track, fact.state, locale)}, ${boundsText(fact, locale)}`;

/** What became of the fact an item is tied to, where it is not simply known. */
export function factFate(fact: DeskFact, locale: Locale): string | null {
  const t = translator(locale, "evidence");
  const status = statusOf(fact);
  if (status === "waiting") return t("factWaits");
  return status === "known" ? null : t("factEnded");
}

/** Facts an item can be tied to: those that stand or wait, of every track but verdicts. */
export const factsToTie = (facts: readonly DeskFact[]): DeskFact[] =>
  facts.filter((fact) => fact.track !== "vetting" && fact.knownTo === null);

/** The title of an item or, of a file nobody read, its name. */
export const sizeText = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} KB`;
