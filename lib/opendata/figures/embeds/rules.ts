import { type Locale, locales } from "@/lib/i18n/locales";
import { href } from "@/lib/i18n/paths";
import { type FigureName, figureNames, figurePaths } from "../schema";

/** A view that other pages may set into themselves: a figure with its drawing, or the whole balance in short. */
export type EmbedView = { kind: "figure"; name: FigureName } | { kind: "balance" };

const BALANCE = "balance";
const segmentOf = (name: FigureName) => figurePaths[name].slice("cifras/".length);

/** The names of all views, in the order they are offered; the same in both languages, since they stand in other people's pages. */
export const embedViews: readonly string[] = [BALANCE, ...figureNames.map(segmentOf)];

/** The view of a name; null for what is none, or is no longer one. */
export function embedNamed(segment: string): EmbedView | null {
  if (segment === BALANCE) return { kind: "balance" };
  const name = figureNames.find((one) => segmentOf(one) === segment);
  return name ? { kind: "figure", name } : null;
}

/** The name under which a figure is embedded. */
export const embedOf = (name: FigureName): string => segmentOf(name);

/** So tall that nothing scrolls in a frame from 320 pixels on; a test draws every view and measures. */
export const embedHeight = (view: EmbedView): number => (view.kind === "balance" ? 500 : 520);

export interface EmbedAsked {
  view: string;
  /** A balance for ever, or the latest when null. */
  balance: string | null;
  locale: Locale;
}

/** Where a view stands. */
export const embedAddress = ({ view, balance, locale }: EmbedAsked): string =>
  `${href(locale, "e", view)}${balance ? `?balance=${balance}` : ""}`;

/** The line to paste into another page. It names nothing but our own words, so nothing in it can be anybody's markup. */
export function embedCode(site: string, asked: EmbedAsked, view: EmbedView, title: string): string {
  const quoted = title.replace(/[&"<>]/g, "");
  return `<iframe src="${site}${embedAddress(asked)}" title="${quoted}" width="100%" height="${embedHeight(view)}" loading="lazy" style="border:0"></iframe>`;
}

type Asked = Record<string, string | string[] | undefined>;

/** What the form asks: a known view, a balance by its name, a language; anything else is the first of each. */
export function embedAskedFor(query: Asked, locale: Locale): EmbedAsked {
  const first = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const [view, balance, language] = [first("view"), first("balance"), first("language")];
  return {
    view: embedViews.includes(view) ? view : BALANCE,
    balance: /^\d{4}-\d{2}-\d{2}(-[1-9]\d?)?$/.test(balance) ? balance : null,
    locale: locales.find((one) => one === language) ?? locale,
  };
}
