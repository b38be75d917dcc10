import { cutOffParts } from "./dates";
import type { Locale } from "./locales";
import { translator } from "./messages";

/** The moment of a balance in Caracas, in words a reader can repeat: the close of a day, or a day and its hour. */
export function cutOffWords(locale: Locale, instant: string): string {
  const t = translator(locale, "home");
  const { day, time } = cutOffParts(locale, new Date(instant));
  return time ? t("cutOffTime", { day, time }) : t("cutOffClose", { day });
}
