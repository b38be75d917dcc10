import { originClasses } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { findTerm, type ListName, label } from "@/lib/vocabularies/rules";

const lists: Record<string, ListName> = {
  custody: "custody_state",
  vetting: "vetting_state",
  process: "process_state",
  measure: "measure",
  remedy: "remedy_state",
};

/** What a state of a track is called. */
export const stateText = (track: string, state: string, locale: Locale): string =>
  label(lists[track] ?? "custody_state", state, locale);

/** An origin in words: its class and, after it, which one. */
export function originText(origin: string, locale: Locale): string {
  const [first = "", ...which] = origin.split(":");
  const known = originClasses.find((one) => one === first);
  const name = known ? translator(locale, "desk")(`source.classes.${known}`) : first;
  return which.length > 0 ? `${name} (${which.join(":")})` : name;
}

/** What the trail gives as the reason of an act: a state in words, or somebody's own words as they are. */
export function stateOrWords(why: string, locale: Locale): string {
  const list = Object.values(lists).find((one) => findTerm(one, why) !== null);
  return list ? label(list, why, locale) : why;
}
