import { cutOffParts } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** The moment of a balance in Caracas, in words a reader can repeat: the close of a day, or a day and its hour. */
export function cutOffWords(locale: Locale, instant: string): string {
  const t = translator(locale, "home");
  const { day, time } = cutOffParts(locale, new Date(instant));
  return time ? t("cutOffTime", { day, time }) : t("cutOffClose", { day });
}

/** The same, for machines as well. */
export function CutOff({ locale, at }: { locale: Locale; at: string }) {
  return <time dateTime={at}>{cutOffWords(locale, at)}</time>;
}
