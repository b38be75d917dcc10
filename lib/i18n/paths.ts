import type { Locale } from "./locales";

/** Words of addresses in both languages. Folders under app/ bear the Spanish ones; English stands under `/en`. */
export const pathWords: Readonly<Record<string, string>> = {
  casos: "cases",
  comparar: "compare",
  cifras: "figures",
  balances: "balances",
  metodo: "method",
};

/**
 * The address of a page in a language, from its Spanish path: `/casos/7K3Q-9F` is `/en/cases/7K3Q-9F` in English. A query or
 * an anchor stays as it is.
 */
export function pathTo(locale: Locale, spanishPath: string): string {
  if (locale === "es") return spanishPath;
  const cut = spanishPath.search(/[?#]/);
  const path = cut < 0 ? spanishPath : spanishPath.slice(0, cut);
  const rest = cut < 0 ? "" : spanishPath.slice(cut);
  const english = path
    .split("/")
    .map((word) => pathWords[word] ?? word)
    .join("/");
  return `/en${english === "/" ? "" : english}${rest}`;
}
