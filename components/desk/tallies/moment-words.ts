import { dateInCaracas } from "@/lib/core/clock";
import { cutOffParts, dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** A moment of an answer in Caracas: the close of a day (the beginning of the next, where a window begins), or day and clock time. */
export function momentWords(locale: Locale, moment: string, begins = false): string {
  const t = translator(locale, "tallies");
  const { day, time } = cutOffParts(locale, new Date(moment));
  if (begins && time === null)
    return t("momentStart", { day: dayName(locale, dateInCaracas(new Date(moment)), true) });
  return time === null ? t("momentClose", { day }) : t("moment", { day, time });
}
