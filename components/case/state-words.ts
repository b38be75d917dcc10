import { monthName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type ListName, label } from "@/lib/vocabularies/rules";

const lists = { process: "process_state", measure: "measure" } as const satisfies Record<string, ListName>;

/** A custody state in words that agree with the person. */
export function custodyWords(locale: Locale, state: string, sex: string): string {
  const t = translator(locale, "cases");
  return t(`states.${state}` as "states.apprehended", { sex });
}

/** "Detenido desde enero de 2026." To the month and no finer; says so when not even the month is known. */
export function stateSentence(
  locale: Locale,
  named: { state: string; sex: string; since: string | null; detailsHidden: boolean },
): string {
  const t = translator(locale, "cases");
  const state = custodyWords(locale, named.state, named.sex);
  if (named.detailsHidden) return t("sentencePlain", { state });
  if (!named.since) return t("sentenceWithoutDate", { state });
  const key = named.state === "died_in_custody" ? "sentenceDied" : "sentence";
  return t(key, { state, month: monthName(locale, named.since) });
}

/** What happened, on whichever track. */
export function eventWords(
  locale: Locale,
  event: { track: "custody" | "process" | "measure"; state: string },
  sex: string,
): string {
  if (event.track === "custody") return custodyWords(locale, event.state, sex);
  const words = label(lists[event.track], event.state, locale);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
