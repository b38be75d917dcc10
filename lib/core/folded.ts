/** Words without accents or capitals: what a search compares, on the server and in the page. Never what is kept or shown. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The same with one space for whatever is neither letter nor digit: two ways of writing one name stay one. */
export const foldedWords = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
