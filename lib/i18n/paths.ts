import type { Locale } from "./locales";

/**
 * Every address of the open process in both languages. The Spanish path is also the folder's name under app/[locale]; English
 * ones live under /en. A row added here is rewritten, linked and tested; nothing else knows a translated path.
 */
export const paths = {
  home: { es: "", en: "" },
  casos: { es: "casos", en: "cases" },
  cifras: { es: "cifras", en: "figures" },
  "cifras/detenidas": { es: "cifras/detenidas", en: "figures/held" },
  "cifras/paradero-desconocido": { es: "cifras/paradero-desconocido", en: "figures/whereabouts-unknown" },
  "cifras/detencion-domiciliaria": { es: "cifras/detencion-domiciliaria", en: "figures/house-arrest" },
  "cifras/orden-sin-cumplir": { es: "cifras/orden-sin-cumplir", en: "figures/release-ordered" },
  "cifras/pena-cumplida": { es: "cifras/pena-cumplida", en: "figures/sentence-served" },
  "cifras/amnistiadas": { es: "cifras/amnistiadas", en: "figures/amnestied" },
  "cifras/confirmadas": { es: "cifras/confirmadas", en: "figures/confirmed" },
  "cifras/con-medidas": { es: "cifras/con-medidas", en: "figures/under-measures" },
  "cifras/pendientes": { es: "cifras/pendientes", en: "figures/pending" },
  "cifras/excarcelaciones": { es: "cifras/excarcelaciones", en: "figures/releases" },
  "cifras/detenciones": { es: "cifras/detenciones", en: "figures/detentions" },
  "cifras/muertes": { es: "cifras/muertes", en: "figures/deaths" },
  "cifras/detenciones-cortas": { es: "cifras/detenciones-cortas", en: "figures/short-detentions" },
  serie: { es: "serie", en: "series" },
  lugares: { es: "lugares", en: "places" },
  "lugares/mapa.svg": { es: "lugares/mapa.svg", en: "places/map.svg" },
  incrustar: { es: "incrustar", en: "embed" },
  e: { es: "e", en: "e" },
  comparar: { es: "comparar", en: "compare" },
  "comparar/cuentas": { es: "comparar/cuentas", en: "compare/accounts" },
  "comparar/serie": { es: "comparar/serie", en: "compare/series" },
  "comparar/serie.svg": { es: "comparar/serie.svg", en: "compare/series.svg" },
  "comparar/atom.xml": { es: "comparar/atom.xml", en: "compare/atom.xml" },
  balances: { es: "balances", en: "balances" },
  metodo: { es: "metodo", en: "method" },
  datos: { es: "datos", en: "data" },
  "datos/diccionario": { es: "datos/diccionario", en: "data/dictionary" },
  "datos/api": { es: "datos/api", en: "data/api" },
  cambios: { es: "cambios", en: "changes" },
  "cambios/atom.xml": { es: "cambios/atom.xml", en: "changes/atom.xml" },
  "atom.xml": { es: "atom.xml", en: "atom.xml" },
  prensa: { es: "prensa", en: "press" },
  glosario: { es: "glosario", en: "glossary" },
  acerca: { es: "acerca", en: "about" },
  privacidad: { es: "privacidad", en: "privacy" },
  "verificar-sitio": { es: "verificar-sitio", en: "verify-site" },
  tramite: { es: "tramite", en: "procedure" },
  "tramite/preguntas": { es: "tramite/preguntas", en: "procedure/questions" },
  "tramite/sin-guardar": { es: "tramite/sin-guardar", en: "procedure/not-kept" },
  "tramite/numero": { es: "tramite/numero", en: "procedure/number" },
  "tramite/paso-1": { es: "tramite/paso-1", en: "procedure/step-1" },
  "tramite/paso-2": { es: "tramite/paso-2", en: "procedure/step-2" },
  "tramite/paso-3": { es: "tramite/paso-3", en: "procedure/step-3" },
  "tramite/paso-4": { es: "tramite/paso-4", en: "procedure/step-4" },
  "tramite/paso-5": { es: "tramite/paso-5", en: "procedure/step-5" },
  "tramite/hoy": { es: "tramite/hoy", en: "procedure/today" },
  "tramite/paso-7": { es: "tramite/paso-7", en: "procedure/step-7" },
  "tramite/paso-8": { es: "tramite/paso-8", en: "procedure/step-8" },
  "tramite/paso-9": { es: "tramite/paso-9", en: "procedure/step-9" },
  "tramite/documentos": { es: "tramite/documentos", en: "procedure/documents" },
  "tramite/recibir": { es: "tramite/recibir", en: "procedure/receive" },
  "tramite/listo": { es: "tramite/listo", en: "procedure/done" },
  "tramite/volver": { es: "tramite/volver", en: "procedure/return" },
  "tramite/respuesta": { es: "tramite/respuesta", en: "procedure/answer" },
  "tramite/noticia": { es: "tramite/noticia", en: "procedure/update" },
  "tramite/permisos": { es: "tramite/permisos", en: "procedure/answers" },
  "tramite/retirar": { es: "tramite/retirar", en: "procedure/take-back" },
  "tramite/confirmar": { es: "tramite/confirmar", en: "procedure/confirm" },
  "tramite/palabra": { es: "tramite/palabra", en: "procedure/word" },
  "tramite/anular": { es: "tramite/anular", en: "procedure/cancel" },
  "tramite/anulado": { es: "tramite/anulado", en: "procedure/cancelled" },
  "tramite/perdido": { es: "tramite/perdido", en: "procedure/lost" },
  "tramite/telefono": { es: "tramite/telefono", en: "procedure/phone" },
  "tramite/direccion": { es: "tramite/direccion", en: "procedure/address" },
  "tramite/escrito": { es: "tramite/escrito", en: "procedure/statement" },
  "tramite/entregado": { es: "tramite/entregado", en: "procedure/delivered" },
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

/** Whether an address is that of a page of its own, in either language, and not of one thing below it. */
export const isPage = (pathname: string): boolean =>
  (Object.keys(paths) as PathName[]).some(
    (name) => href("es", name) === pathname || href("en", name) === pathname,
  );

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
