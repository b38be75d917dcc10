import type { OfWhichLine } from "@/lib/balances/schema";
import type { BalanceContent, PublishedBalance } from "../balances/queries";
import { balanceMark } from "../tallies/rules";
import {
  type Amount,
  type Dimension,
  dimensionsOf,
  type Figure,
  type FigureName,
  type FigurePoint,
  type FigureQuery,
  type FigureRow,
  flowNames,
  type Withheld,
} from "./schema";

/** The parts of a balance that a figure is read from. */
export type FigureSource = Pick<
  BalanceContent,
  "held" | "disclosure" | "confirmed" | "restricted" | "shortDetentions" | "pending" | "change"
>;

/** A moment of the history with what a figure needs of it. */
export interface SourceMoment extends FigureSource {
  slug: string;
  kind: "weekly" | "partial";
  at: Date;
  method: string;
}

/**
 * A figure of a balance, from what was published and nothing else. Every page, table, file, drawing and embed of it is made from
 * this one answer, so that they cannot differ.
 */
export function figureOf(
  name: FigureName,
  balance: PublishedBalance,
  moments: readonly SourceMoment[],
  { by, house }: Pick<FigureQuery, "by" | "house">,
  latest: PublishedBalance | null,
): Figure {
  const { content } = balance;
  const mark = balanceMark(balance);
  const without = name === "held" && house === "without";
  const divided = by ? divide(name, content, by, without) : { rows: null, withheld: null };
  return {
    name,
    unit: name === "releases" || name === "detentions" ? "events" : "persons",
    balance: { id: mark.id, slug: mark.slug, kind: mark.kind, publishedAt: mark.publishedAt },
    since: isFlow(name) ? (content.change?.from.at ?? null) : null,
    at: content.at,
    known: content.known,
    method: content.method,
    coverage: content.coverage,
    house: without ? "without" : "with",
    by: by ?? null,
    value: amountOf(name, content, without),
    of: partOfTotal(name) ? content.held.total : null,
    ...divided,
    today: name === "held" && !without && latest ? todayOf(content, latest) : null,
    history: historyOf(name, content, moments, without),
  };
}

export const isFlow = (name: FigureName): boolean => (flowNames as readonly string[]).includes(name);
const partOfTotal = (name: FigureName) => name in lineOf || name === "confirmed";

const exactly = (n: number): Amount => ({ n, sense: "exactly" });
const lineOf = {
  whereaboutsUnknown: true,
  houseArrest: true,
  releaseOrderedNotExecuted: true,
  sentenceServed: true,
  amnestied: true,
} as const;

/** The number itself, in the sense in which it was published; null where this balance does not say it. */
export function amountOf(name: FigureName, source: FigureSource, withoutHouse = false): Amount | null {
  const { held, confirmed, restricted, shortDetentions, pending, change } = source;
  if (name in lineOf) return lineAmount(source, held.ofWhich[name as keyof typeof lineOf]);
  switch (name) {
    case "held":
      return withoutHouse ? lessHouse(source) : exactly(held.total);
    case "confirmed":
      return confirmed ? lineAmount(source, confirmed.held) : null;
    case "restricted":
      return exactly(restricted.total);
    case "shortDetentions":
      return exactly(shortDetentions);
    case "pending":
      return pending.total === 0 ? { n: 5, sense: "fewerThan" } : { n: pending.total, sense: "rounded" };
    case "releases":
      return change && exactly(change.flows.releases.events);
    case "detentions":
      return change && exactly(change.flows.detentions);
    default:
      return change && exactly(change.flows.deaths);
  }
}

function lineAmount({ disclosure }: FigureSource, line: OfWhichLine): Amount {
  if (typeof line === "object") return { n: line.lessThan, sense: "fewerThan" };
  return disclosure.cells === "exact" ? exactly(line) : { n: line, sense: "atLeast" };
}

/** The total less house arrest, as far as what was published of both allows: from "at least n" follows "at most", and so on. */
function lessHouse(source: FigureSource): Amount {
  const house = lineAmount(source, source.held.ofWhich.houseArrest);
  const { total } = source.held;
  if (house.sense === "exactly") return exactly(total - house.n);
  if (house.sense === "atLeast") return { n: total - house.n, sense: "atMost" };
  return { n: Math.max(0, total - house.n + 1), sense: "atLeast" };
}

function divide(
  name: FigureName,
  content: BalanceContent,
  by: Dimension,
  without: boolean,
): { rows: FigureRow[] | null; withheld: Withheld | null } {
  if (!dimensionsOf[name]?.includes(by)) return { rows: null, withheld: "crossing" };
  if (without) return { rows: null, withheld: "crossing" };
  if (by === "kind") return { rows: kindsOf(name, content), withheld: content.change ? null : "notDivided" };
  if (by === "stateHeld" || by === "stateOfDetention") return placesOf(content, by);
  const cells: Record<string, number | undefined> | null = content.partitions[by];
  if (!cells) return { rows: null, withheld: "protects" };
  const plain = by === "ageGroup" || content.disclosure.cells === "exact";
  const rows = Object.entries(cells).flatMap(([cell, n]): FigureRow[] => {
    if (n === undefined) return [];
    const exact = plain || cell === "othersOrUnknown";
    return [{ cell, named: null, value: { n, sense: exact ? "exactly" : "atLeast" } }];
  });
  return { rows: rows.sort(largestFirst), withheld: null };
}

/** Largest first; what nobody recorded last, whatever its size. */
function largestFirst(a: FigureRow, b: FigureRow): number {
  const last = (row: FigureRow) => Number(row.cell === "othersOrUnknown" || row.cell === "unknown");
  const size = (row: FigureRow) => (row.named ?? 0) + (row.value?.n ?? 0);
  return last(a) - last(b) || size(b) - size(a) || a.cell.localeCompare(b.cell);
}

function placesOf({ partitions, disclosure }: BalanceContent, by: "stateHeld" | "stateOfDetention") {
  const exact = disclosure.cells === "exact";
  const rows = Object.entries(partitions[by]).flatMap(([cell, { named, unnamedAtLeast }]): FigureRow[] => {
    if (named === 0 && unnamedAtLeast === 0) return [];
    const reached: Amount | null = unnamedAtLeast > 0 ? { n: unnamedAtLeast, sense: "atLeast" } : null;
    return [{ cell, named, value: exact ? exactly(0) : reached }];
  });
  if (rows.length === 0) return { rows: null, withheld: "protects" as const };
  return { rows: rows.sort(largestFirst), withheld: null };
}

function kindsOf(name: FigureName, { change }: BalanceContent): FigureRow[] | null {
  if (!change) return null;
  const { releases, newDetentions, redetentions } = change.flows;
  const { withMeasures, full, expelled, unspecified } = releases;
  const kinds =
    name === "releases" ? { withMeasures, full, expelled, unspecified } : { newDetentions, redetentions };
  return Object.entries(kinds).map(([cell, n]) => ({ cell, named: null, value: exactly(n) }));
}

function todayOf({ at }: BalanceContent, latest: PublishedBalance): Figure["today"] {
  const point = latest.content.series.find((one) => Date.parse(one.at) === Date.parse(at));
  if (!point) return null;
  return { slug: latest.slug, known: latest.content.known, value: exactly(point.restated) };
}

/** Every publication moment up to the one shown, oldest first; of the total also as the balance shown knows it. */
function historyOf(
  name: FigureName,
  { series }: BalanceContent,
  moments: readonly SourceMoment[],
  without: boolean,
): FigurePoint[] {
  const told = name === "held" && !without;
  const restated = new Map(series.map((point) => [Date.parse(point.at), point.restated]));
  const published = moments.map((moment): FigurePoint => {
    const { slug, kind, method, at } = moment;
    return {
      ...{ slug, kind, method },
      at: at.toISOString(),
      value: amountOf(name, moment, without),
      restated: told ? (restated.get(at.getTime()) ?? null) : null,
    };
  });
  return published.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
