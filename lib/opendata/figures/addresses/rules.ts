import { type Locale, locales } from "@/lib/i18n/locales";
import { href, paths } from "@/lib/i18n/paths";
import {
  type Figure,
  type FigureName,
  type FigureQuery,
  figureNames,
  figurePaths,
  figureQuery,
} from "../schema";

/** The figure that an address names, in either language; null when none does. */
export function figureNamed(segment: string): FigureName | null {
  return (
    figureNames.find((name) =>
      locales.some((one) => paths[figurePaths[name]][one].endsWith(`/${segment}`)),
    ) ?? null
  );
}

type Asked = Record<string, string | string[] | undefined>;

/** Reads the address of a page: what makes no sense is left out and named, so that the page can say what it ignored. */
export function figureAskedFor(query: Asked): { asked: FigureQuery; ignored: string[] } {
  const given = Object.entries(query).flatMap(([key, value]) => {
    const text = (Array.isArray(value) ? value[0] : value)?.trim();
    return text ? [[key, text] as const] : [];
  });
  const sound = given.filter(([key, value]) => figureQuery.safeParse({ [key]: value }).success);
  return {
    asked: figureQuery.parse(Object.fromEntries(sound)),
    ignored: given.filter((one) => !sound.includes(one)).map(([key]) => key),
  };
}

/** The query of an address that asks exactly this; empty when it asks nothing. */
export function figureAddress({ balance, by, house, known }: Partial<FigureQuery>, width?: number): string {
  const query = new URLSearchParams();
  if (balance) query.set("balance", balance);
  if (by) query.set("by", by);
  if (house === "without") query.set("house", house);
  if (known && balance) query.set("known", known);
  if (width) query.set("width", String(width));
  const text = query.toString();
  return text && `?${text}`;
}

/** Whether an address names a figure in one of its forms. */
export function isFigureFile(segment: string): boolean {
  const [, name, form] = /^([a-z-]+)\.([a-z]+)$/.exec(segment) ?? [];
  return name !== undefined && figureNamed(name) !== null && ["csv", "json", "svg"].includes(form ?? "");
}

/** Where a figure is as a file, of the very balance that is shown. */
export function figureFile(
  locale: Locale,
  { name, balance, by, house }: Pick<Figure, "name" | "by" | "house"> & { balance: { slug: string } },
  form: "csv" | "json" | "svg",
  width?: 360 | 720,
): string {
  const query = figureAddress({ balance: balance.slug, house, ...(by && { by }) }, width);
  return `${href(locale, figurePaths[name])}.${form}${query}`;
}
