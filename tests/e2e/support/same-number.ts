import { parse } from "csv-parse/sync";
import { number } from "@/lib/i18n/dates";
import { type Locale, locales } from "@/lib/i18n/locales";
import { href } from "@/lib/i18n/paths";
import { embedAddress, embedOf } from "@/lib/opendata/figures/embeds/rules";
import {
  type Amount,
  type Dimension,
  dimensionsOf,
  type Figure,
  type FigureName,
  figureNames,
  figurePaths,
} from "@/lib/opendata/figures/schema";

type Cell = number | { lessThan: number } | { named: number; unnamedAtLeast: number | null };
interface Tally {
  held: { total: number; ofWhich: Record<string, Cell> };
  partitions: Record<string, Record<string, Cell> | null>;
}

/** What was compared, and each place where one form of a number said otherwise than another. */
export interface Compared {
  numbers: number;
  otherwise: string[];
}

/**
 * Every figure of one balance, whole and divided each way, in every form in which it can be had; in both languages, or in turns where
 * not everything is asked for.
 */
export async function compareForms(open: string, slug: string, everything: boolean): Promise<Compared> {
  const compared: Compared = { numbers: 0, otherwise: [] };
  const text = async (path: string) => {
    const answer = await fetch(open + path);
    if (answer.status !== 200) compared.otherwise.push(`${path} answers ${answer.status}`);
    return answer.text();
  };
  const same = (where: string, said: unknown, told: unknown) => {
    compared.numbers++;
    if (String(said) !== String(told)) compared.otherwise.push(`${where} says ${said}, not ${told}`);
  };
  const tally = JSON.parse(await text(`/api/v1/tallies?balance=${slug}`)) as Tally;
  for (const name of figureNames)
    for (const by of [undefined, ...(dimensionsOf[name] ?? [])]) {
      const query = `?balance=${slug}${by ? `&by=${by}` : ""}`;
      const at = (locale: Locale) => href(locale, figurePaths[name]);
      const figure = JSON.parse(await text(`${at("es")}.json${query}`)) as Figure;
      againstTally(figure, name, by, tally, same);
      againstCsv(await text(`${at("es")}.csv${query}`), figure, `${at("es")}.csv${query}`, same);
      if (!by) {
        const embed = embedAddress({ view: embedOf(name), balance: slug, locale: "es" });
        const words = bare(await text(embed));
        if (figure.value) same(embed, words.includes(number("es", figure.value.n)), true);
      }
      const asked = locales.filter((_, n) => everything || n === compared.numbers % 2);
      for (const locale of asked) {
        againstWords(await text(at(locale) + query), figure, locale, by, at(locale) + query, same);
        if (by)
          againstDrawing(
            await text(`${at(locale)}.svg${query}`),
            figure,
            locale,
            `${at(locale)}.svg${query}`,
            same,
          );
      }
    }
  await wholeBalance(slug, tally.held.total, text, same);
  return compared;
}

type Same = (where: string, said: unknown, told: unknown) => void;

function againstTally(
  figure: Figure,
  name: FigureName,
  by: Dimension | undefined,
  tally: Tally,
  same: Same,
): void {
  const where = `${name} of ${figure.balance.slug} by ${by}`;
  if (name === "held") same(where, figure.value?.n, tally.held.total);
  const part = tally.held.ofWhich[name];
  if (part !== undefined) same(where, amount(figure.value), cell(part));
  const cells = by && by !== "kind" ? tally.partitions[by] : undefined;
  if (name !== "held" || !by || cells === undefined) return;
  for (const row of figure.rows ?? []) {
    const told = cells?.[row.cell];
    if (told === undefined) continue;
    const said = row.named === null ? amount(row.value) : `${row.named}+${row.value?.n ?? null}`;
    same(`${where}: ${row.cell}`, said, cell(told));
  }
  same(`${where}: rows`, (figure.rows ?? []).length > 0, cells !== null && Object.keys(cells).length > 0);
}

const amount = (value: Amount | null) =>
  value === null ? null : value.sense === "fewerThan" ? `<${value.n}` : value.n;
const cell = (one: Cell) => {
  if (typeof one === "number") return one;
  return "lessThan" in one ? `<${one.lessThan}` : `${one.named}+${one.unnamedAtLeast || null}`;
};

function againstCsv(csv: string, figure: Figure, where: string, same: Same): void {
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
  same(where, rows.find(({ line }) => line === "value")?.value, figure.value?.n ?? "");
  const cells = rows.filter((row) => row.line === "cell" && row.cell);
  same(`${where} rows`, cells.length, figure.rows?.length ?? 0);
  for (const [n, row] of (figure.rows ?? []).entries()) {
    same(`${where} ${row.cell}`, cells[n]?.value, row.value?.n ?? "");
    same(`${where} ${row.cell} named`, cells[n]?.named, row.named ?? "");
  }
  const history = rows.filter(({ line }) => line === "history");
  for (const [n, point] of figure.history.entries())
    same(`${where} ${point.at}`, history[n]?.value, point.value?.n ?? "");
}

const bare = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

/** In the page one table says them row by row in the same order; the number of the figure stands above it. */
function againstWords(
  html: string,
  figure: Figure,
  locale: Locale,
  by: Dimension | undefined,
  where: string,
  same: Same,
): void {
  if (figure.value) same(where, bare(html).includes(number(locale, figure.value.n)), true);
  if (!by || !figure.rows) return;
  const tables = [...html.matchAll(/<tbody\b[\s\S]*?<\/tbody>/g)].map(([table]) =>
    [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => bare(row)),
  );
  const rows = figure.rows;
  const says = (table: string[]) =>
    rows.every((row, at) => numbersOf(row).every((n) => table[at]?.includes(number(locale, n))));
  same(`${where}: ${rows.length} rows`, tables.some(says), true);
}

function againstDrawing(svg: string, figure: Figure, locale: Locale, where: string, same: Same): void {
  const words = bare(svg);
  for (const row of figure.rows ?? [])
    for (const n of numbersOf(row))
      same(`${where} ${row.cell} ${n}`, words.includes(number(locale, n)), true);
}

const numbersOf = ({ named, value }: { named: number | null; value: Amount | null }) =>
  [named, value?.n ?? null].filter((n) => n !== null);

/** The total in everything that a whole balance is had as. */
async function wholeBalance(
  slug: string,
  total: number,
  text: (path: string) => Promise<string>,
  same: Same,
): Promise<void> {
  const file = (name: string) => text(`/api/v1/balances/${slug}/files/${name}`);
  same(`balance.json of ${slug}`, JSON.parse(await file("balance.json")).held.total, total);
  for (const locale of locales) {
    const shown = number(locale, total);
    for (const [where, words] of [
      [`the text of ${slug} in ${locale}`, await file(`balance.${locale}.txt`)],
      [`the page of ${slug} in ${locale}`, bare(await text(href(locale, "balances", slug)))],
    ] as const)
      same(where, words.includes(shown), true);
  }
}
