import { cutOffWords } from "@/lib/i18n/cut-off";
import type { Locale } from "@/lib/i18n/locales";

export { cutOffWords } from "@/lib/i18n/cut-off";

/** The moment of a balance in Caracas, in words and for machines as well. */
export function CutOff({ locale, at }: { locale: Locale; at: string }) {
  return <time dateTime={at}>{cutOffWords(locale, at)}</time>;
}
