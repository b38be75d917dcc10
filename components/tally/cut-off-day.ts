import { dateInCaracas } from "@/lib/core/clock";
import { cutOffParts, dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

/** The day a weekly cut-off closes. */
export const closeOf = (locale: Locale, at: string): string =>
  dayName(locale, dateInCaracas(new Date(Date.parse(at) - 1)));

/** A publication moment in few words, for lists and choices: its day, and its hour where it fell inside one. */
export function shortMoment(locale: Locale, at: Date): string {
  const { time } = cutOffParts(locale, at);
  const day = closeOf(locale, (time ? new Date(at.getTime() + 1) : at).toISOString());
  return time ? `${day}, ${time}` : day;
}
