import { cutOffParts, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** A moment of an answer in Caracas: the close of a day, or the day and its clock time. */
export function momentWords(locale: Locale, moment: string): string {
  const t = translator(locale, "tallies");
  const { day, time } = cutOffParts(locale, new Date(moment));
  return time === null ? t("momentClose", { day }) : t("moment", { day, time });
}

/** With its sign, and a true minus; 0 bare. */
export const signedNumber = (locale: Locale, value: number): string => {
  const digits = number(locale, Math.abs(value));
  return value === 0 ? digits : `${value < 0 ? "−" : "+"}${digits}`;
};
