import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/desk.json";
import es from "@/lib/i18n/messages/es/desk.json";

const wordsOf = (locale: Locale) => (locale === "en" ? en : es).history;

/** What acts of a kind are about, for choosing among them. */
export const nounText = (noun: string, locale: Locale): string => {
  const nouns: Record<string, string> = wordsOf(locale).nouns;
  return nouns[noun] ?? noun;
};

/** What an act was about, as it was recorded, each part under its name. */
export const aboutText = (about: Record<string, unknown> | null, locale: Locale): string => {
  const names: Record<string, string> = wordsOf(locale).about;
  return Object.entries(about ?? {})
    .map(([what, which]) => `${names[what] ?? what}: ${which}`)
    .join(" · ");
};

/** An act of the trail as a sentence in the past; one that has no sentence yet reads as its own code. */
export function ActText({ action, locale }: { action: string; locale: Locale }) {
  const [noun = "", past = ""] = action.split(".");
  const acts: Record<string, Record<string, string>> = wordsOf(locale).acts;
  return <>{acts[noun]?.[past] ?? action}</>;
}
