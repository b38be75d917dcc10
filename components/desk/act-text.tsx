import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/desk.json";
import es from "@/lib/i18n/messages/es/desk.json";

/** An act of the trail as a sentence in the past; one that has no sentence yet reads as its own code. */
export function ActText({ action, locale }: { action: string; locale: Locale }) {
  const [noun = "", past = ""] = action.split(".");
  const acts: Record<string, Record<string, string>> = (locale === "en" ? en : es).history.acts;
  return <>{acts[noun]?.[past] ?? action}</>;
}
