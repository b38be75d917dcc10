import { CARACAS, dateInCaracas } from "@/lib/core/clock";
import { dayName, number } from "@/lib/i18n/dates";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { entities } from "@/lib/vocabularies/places/entities/schema";
import { isFlow } from "../rules";
import type { Amount, Dimension, Figure, FigureName, FigurePoint, FigureRow } from "../schema";

/** A number as it may be said: plainly, as a bound, or that this balance does not have it. */
export function amountWords(locale: Locale, amount: Amount | null): string {
  const t = translator(locale, "figures");
  if (!amount) return t("amount.none");
  return t(`amount.${amount.sense}`, { n: number(locale, amount.n) });
}

export const figureTitle = (locale: Locale, name: FigureName): string =>
  translator(locale, "figures")(`names.${name}`);

/** A figure as the title of a citation: what, under which condition, how many. */
export function figureSubject(locale: Locale, figure: Pick<Figure, "name" | "house" | "value">): string {
  const t = translator(locale, "figures");
  const title = figureTitle(locale, figure.name);
  return t("subject", {
    title: figure.house === "without" ? t("withoutHouse", { title }) : title,
    amount: amountWords(locale, figure.value),
  });
}

/** One cell of a division in words; of places the state, and whatever is no state is not recorded. */
export function cellWords(locale: Locale, by: Dimension, cell: string): string {
  if (by === "kind") return translator(locale, "figures")(`kinds.${cell}` as "kinds.full");
  if (by === "stateHeld" || by === "stateOfDetention")
    return (
      entities.find(({ code }) => code === cell)?.[locale] ?? translator(locale, "balances")("placeUnknown")
    );
  const t = translator(locale, "home");
  return cell === "othersOrUnknown" ? t("others") : t(`cells.${by}.${cell}` as "cells.sex.man");
}

/** A row of a division as one amount in words: of places, those named and beside them what the others reach. */
export function rowWords(locale: Locale, { named, value }: FigureRow): string {
  if (named === null) return amountWords(locale, value);
  const t = translator(locale, "figures");
  const rest = value && value.n > 0 ? t("place.rest", { amount: amountWords(locale, value) }) : null;
  return [t("place.named", { n: named }), rest].filter(Boolean).join("; ");
}

/** The day a publication moment closes. */
export const closingDay = (locale: Locale, at: string): string =>
  dayName(locale, dateInCaracas(new Date(Date.parse(at) - 1)));

/** The same in few letters, for the first column of a long table. */
export const shortDay = (locale: Locale, at: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeZone: CARACAS }).format(
    Date.parse(at) - 1,
  );

/** What a drawing of the history shows, in two sentences: what a reader who does not see it must know. */
export function historyFinding(locale: Locale, { name, history }: Pick<Figure, "name" | "history">): string {
  const t = translator(locale, "figures");
  const told = history.flatMap((point) =>
    point.value && point.value.sense !== "fewerThan" ? [{ ...point, value: point.value }] : [],
  );
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < 2) return t("finding.short");
  const days = { from: closingDay(locale, first.at), to: closingDay(locale, last.at) };
  const most = told.reduce((best, point) => (point.value.n > best.value.n ? point : best));
  const peak = { n: amountWords(locale, most.value), day: closingDay(locale, most.at) };
  if (isFlow(name)) {
    const total = told.reduce((sum, { value }) => sum + value.n, 0);
    return t("finding.flow", { ...days, total: number(locale, total), balances: told.length, ...peak });
  }
  const difference = last.value.n - first.value.n;
  return t("finding.stock", {
    ...days,
    first: amountWords(locale, first.value),
    last: amountWords(locale, last.value),
    way: difference === 0 ? "same" : difference > 0 ? "more" : "fewer",
    difference: number(locale, Math.abs(difference)),
    ...peak,
  });
}

/** What a drawing of a division shows: its largest parts, in the words of the table. */
export function divisionFinding(locale: Locale, { by, rows }: Pick<Figure, "by" | "rows">): string {
  const t = translator(locale, "figures");
  if (!by || !rows) return t("protects");
  const parts = rows
    .slice(0, 3)
    .map((row) =>
      t("finding.part", { cell: cellWords(locale, by, row.cell), amount: rowWords(locale, row) }),
    );
  return t("finding.parts", {
    division: t(`by.${by}`),
    parts: new Intl.ListFormat(locale, { type: "conjunction" }).format(parts),
    n: rows.length,
  });
}

/** The publication moments a page has room for, the latest ones: its table and its drawing show the same. */
export const shownHistory = (history: readonly FigurePoint[], most = 60): FigurePoint[] =>
  history.slice(-most);
