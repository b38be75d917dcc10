import { csvOf } from "@/lib/core/csv";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { PublishedBalance } from "../../balances/queries";
import type { PublishedClaim } from "../../claims/schema";
import { eventsBeside } from "../events/rules";
import type { SourceMoment } from "../rules";
import { closingDay, historyFinding } from "../words/rules";
import { type SeriesOfBalance, type SeriesRow, type SeriesViewQuery, seriesRow } from "./schema";

/**
 * Every moment up to a balance, oldest first: those published, and the weekly cut-offs before the first, which only a later balance
 * counts. Nothing is filled in between: what nobody published or counted anew is null.
 */
export function seriesOf(
  { content }: PublishedBalance,
  moments: readonly SourceMoment[],
  official: readonly PublishedClaim[],
): SeriesOfBalance {
  const restated = new Map(content.series.map((point) => [Date.parse(point.at), point.restated]));
  const told = moments.map(({ slug, kind, method, at, held, change }): SeriesRow => {
    const flows = change?.flows;
    return {
      ...{ at: at.toISOString(), slug, kind, method, published: held.total },
      restated: restated.get(at.getTime()) ?? null,
      detentions: flows?.detentions ?? null,
      releases: flows?.releases.events ?? null,
      deaths: flows?.deaths ?? null,
    };
  });
  const published = new Set(told.map(({ at }) => Date.parse(at)));
  const before = content.series
    .filter((point) => !published.has(Date.parse(point.at)))
    .map((point): SeriesRow => {
      const none = { slug: null, kind: null, method: null, published: null };
      return {
        at: point.at,
        ...none,
        restated: point.restated,
        detentions: null,
        releases: null,
        deaths: null,
      };
    });
  const { slug, at, known, method } = content;
  const rows = [...before, ...told].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { balance: { slug, at, known, method }, rows, events: eventsBeside(official, shownRows(rows)) };
}

/** How many moments a page has room for: its table and its drawings show the same. */
const SHOWN = 80;
export const shownRows = (rows: readonly SeriesRow[]): SeriesRow[] => rows.slice(-SHOWN);

const columns = Object.keys(seriesRow.shape);
export const seriesOfBalanceCsv = ({ rows }: SeriesOfBalance): string => csvOf(rows, columns);

/** Where the series is as a file, of the very balance that is shown. */
export function seriesFile(
  locale: Locale,
  slug: string,
  form: "csv" | "json" | "svg",
  drawn?: { kind: "published" | "restated" | "flows"; width?: 360 | 720 },
): string {
  const query = new URLSearchParams({ balance: slug });
  if (drawn && drawn.kind !== "published") query.set("kind", drawn.kind);
  if (drawn?.width) query.set("width", String(drawn.width));
  return `${href(locale, "serie")}.${form}?${query}`;
}

/** The query of the page; empty when it asks nothing. */
export function seriesAddress({ balance, kind }: Partial<SeriesViewQuery>): string {
  const query = new URLSearchParams();
  if (balance) query.set("balance", balance);
  if (kind === "restated") query.set("kind", kind);
  const text = query.toString();
  return text && `?${text}`;
}

/** What the line shows, in two sentences. */
export function totalFinding(
  locale: Locale,
  rows: readonly SeriesRow[],
  kind: "published" | "restated",
): string {
  return historyFinding(locale, {
    name: "held",
    history: rows.map((row) => {
      const n = row[kind];
      return {
        ...{ slug: row.slug, kind: row.kind ?? "weekly", at: row.at, method: row.method, restated: null },
        value: n === null ? null : { n, sense: "exactly" },
      };
    }),
  });
}

/** What the bars show: how many came and how many left, and the publication with most releases. */
export function flowsFinding(locale: Locale, rows: readonly SeriesRow[]): string {
  const t = translator(locale, "figures");
  const told = rows.filter(({ releases }) => releases !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return t("finding.short");
  const sum = (of: "detentions" | "releases") => told.reduce((all, row) => all + (row[of] ?? 0), 0);
  const most = told.reduce((best, row) => ((row.releases ?? 0) > (best.releases ?? 0) ? row : best));
  return t("series.flowsFinding", {
    from: closingDay(locale, first.at),
    to: closingDay(locale, last.at),
    detentions: number(locale, sum("detentions")),
    releases: number(locale, sum("releases")),
    most: number(locale, most.releases ?? 0),
    day: closingDay(locale, most.at),
  });
}
