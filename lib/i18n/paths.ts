import type { Locale } from "./locales";

/**
 * Every address of the open process in both languages. The Spanish path is also the folder's name under app/[locale]; English
 * ones live under /en. A row added here is rewritten, linked and tested; nothing else knows a translated path.
 */
export const paths = {
  home: { es: "", en: "" },
  casos: { es: "casos", en: "cases" },
  cifras: { es: "cifras", en: "figures" },
  comparar: { es: "comparar", en: "compare" },
  balances: { es: "balances", en: "balances" },
  metodo: { es: "metodo", en: "method" },
  datos: { es: "datos", en: "data" },
  cambios: { es: "cambios", en: "changes" },
  tramite: { es: "tramite", en: "procedure" },
  "tramite/antes": { es: "tramite/antes", en: "procedure/before" },
  "tramite/permisos": { es: "tramite/permisos", en: "procedure/permissions" },
  "tramite/codigo": { es: "tramite/codigo", en: "procedure/code" },
  "tramite/persona": { es: "tramite/persona", en: "procedure/person" },
  "tramite/hechos": { es: "tramite/hechos", en: "procedure/events" },
  "tramite/paradero": { es: "tramite/paradero", en: "procedure/whereabouts" },
  "tramite/revisar": { es: "tramite/revisar", en: "procedure/review" },
  "tramite/enviado": { es: "tramite/enviado", en: "procedure/sent" },
  "tramite/volver": { es: "tramite/volver", en: "procedure/return" },
  "tramite/estado": { es: "tramite/estado", en: "procedure/stage" },
  "tramite/retirar": { es: "tramite/retirar", en: "procedure/withdraw" },
  "tramite/salir": { es: "tramite/salir", en: "procedure/leave" },
} as const satisfies Record<string, Record<Locale, string>>;

export type PathName = keyof typeof paths;

/** The address of a page in a language, with what follows its name: `href("en", "casos", "7K3Q-9F")` is `/en/cases/7K3Q-9F`. */
export function href(locale: Locale, name: PathName, ...rest: string[]): string {
  const segments = [locale === "en" ? "en" : "", paths[name][locale], ...rest.map(encodeURIComponent)].filter(
    Boolean,
  );
  return `/${segments.join("/")}`;
}

/**
 * The address of a page in a language, from its Spanish path: `/casos/7K3Q-9F` is `/en/cases/7K3Q-9F` in English. What follows
 * the page's name, a query or an anchor stays as it is.
 */
export function pathTo(locale: Locale, spanishPath: string): string {
  return locale === "es" ? spanishPath : translate(spanishPath.replace(/^\//, ""), "es", "en");
}

/** The same page in the other language, whatever stands behind its name. */
export function counterpart(pathname: string): { locale: Locale; href: string } {
  const english = /^\/en(?=$|[/?#])/.test(pathname);
  if (!english) return { locale: "en", href: pathTo("en", pathname) };
  return { locale: "es", href: translate(pathname.replace(/^\/en\/?/, ""), "en", "es") };
}

function translate(bare: string, from: Locale, to: Locale): string {
  const names = Object.keys(paths) as PathName[];
  const fits = names.filter((name) => name !== "home" && /^($|[/?#])/.test(after(bare, paths[name][from])));
  const name = fits.sort((a, b) => paths[b][from].length - paths[a][from].length)[0] ?? "home";
  const rest = after(bare, paths[name][from]);
  return name === "home" && rest !== "" && !/^[?#]/.test(rest)
    ? `${href(to, "home").replace(/\/$/, "")}/${rest}`
    : `${href(to, name)}${rest}`;
}

function after(bare: string, beginning: string): string {
  return bare.startsWith(beginning) ? bare.slice(beginning.length) : "-";
}
