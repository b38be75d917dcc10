export const locales = ["es", "en"] as const;
export type Locale = (typeof locales)[number];

/** Total: whatever stands in the address reads as a language, Spanish when in doubt, so no page breaks for want of one. */
export const localeOf = (segment: string | undefined): Locale => (segment === "en" ? "en" : "es");

/** The tag numbers, dates and `lang` go by. */
export const tagOf = (locale: Locale): string => (locale === "en" ? "en" : "es-VE");
