import { readFileSync } from "node:fs";

const wordsIn = (locale) => {
  const file = new URL(`../../lib/i18n/messages/${locale}/errors.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
};
const words = { es: wordsIn("es"), en: wordsIn("en") };

const FAMILY = { es: /^\/tramite(?=$|[/?])/, en: /^\/en\/procedure(?=$|[/?])/ };
const WAYS = {
  es: ["/tramite/salir", "/tramite/volver"],
  en: ["/en/procedure/leave", "/en/procedure/return"],
};

/**
 * The page as it was drawn; or, where the framework failed with an empty one or a word of its own, a short one in plain words.
 * It does not name the registry, since it may be a family who reads it; on a family's address the way out comes first as everywhere.
 */
export function readable(status, type, html, url) {
  if (status < 400 || (String(type ?? "").startsWith("text/html") && /<h1[\s>]/.test(html))) return html;
  const kind = { 413: "tooLong", 409: "outdated" }[status] ?? "broken";
  const locales = /^\/en(?=$|[/?])/.test(url) ? ["en", "es"] : ["es", "en"];
  return inBothLanguages(kind, locales, FAMILY[locales[0]].test(url));
}

/** A short page in both languages that names nobody; on a family's address the way out comes first, as everywhere. */
function inBothLanguages(kind, locales, family) {
  const title = words[locales[0]][`${kind}Title`];
  const sections = locales.map((locale, nth) => {
    const heading = nth === 0 ? "h1" : "h2";
    const say = words[locale];
    return `<section lang="${locale}"><${heading}>${say[`${kind}Title`]}</${heading}><p>${say[`${kind}Body`]}</p></section>`;
  });
  const [leave, comeBack] = WAYS[locales[0]];
  const say = words[locales[0]];
  return [
    `<!doctype html><html lang="${locales[0]}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<link rel="icon" href="data:,"></head><body>${family ? `<p><a href="${leave}" rel="noreferrer">${say.leave}</a></p>` : ""}`,
    `<main>${sections.join("<hr>")}${family ? `<p><a href="${comeBack}">${say.comeBack}</a></p>` : ""}</main></body></html>`,
  ].join("");
}

const KINDS = {
  404: "nothing",
  409: "outdated",
  413: "tooLong",
  429: "many",
  500: "broken",
  502: "away",
  503: "away",
  504: "late",
};

/** What the server in front says where nothing of ours answers: the pages of deploy/errors, by status. */
export const errorPages = () =>
  Object.entries(KINDS).map(([status, kind]) => [status, `${inBothLanguages(kind, ["es", "en"], false)}\n`]);
