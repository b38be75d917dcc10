import type { Locale } from "@/lib/i18n/locales";
import { label } from "@/lib/vocabularies/rules";

interface Document {
  kind: string;
  number: string;
  country?: string | undefined;
}

/** An identity document as people write it: V-9910200, and a passport by its name, with its country. */
export function documentText({ kind, number, country }: Document, locale: Locale): string {
  const written =
    kind === "passport" ? `${label("document_kind", kind, locale)} ${number}` : `${kind}-${number}`;
  return country ? `${written} (${country})` : written;
}
