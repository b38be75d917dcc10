import { csvOf } from "@/lib/core/csv";
import type { Words } from "@/lib/i18n/messages";
import { learnedTerms } from "@/lib/tallies/learned/schema";
import type { BalanceContent } from "../../balances/queries";
import { movedWords } from "../sentences/rules";
import type { SeriesPoint } from "./schema";

/** Both series of a balance, oldest first, side by side and neither written over the other. */
export const seriesPoints = ({ known, series }: Pick<BalanceContent, "known" | "series">): SeriesPoint[] =>
  series.map(({ slug, at, published, restated, learned }) => ({
    slug,
    at,
    known,
    published,
    restated,
    difference: published === null ? null : restated - published,
    learned: learned ?? null,
  }));

/**
 * Why one cut-off has two numbers: what was learned of it since, by reason. Where no balance kept the reasons, only that much was
 * learned and in which direction; where the reasons even out, the two numbers agree and the reasons are told all the same.
 */
export function differenceWords(words: Words, { difference, learned }: SeriesPoint): string {
  if (difference === null) return words.say("restated.whyNone");
  const reasons = learned && movedWords(words, learned, learnedTerms);
  if (reasons) return reasons;
  if (difference === 0) return words.say("restated.whySame");
  return words.say(difference > 0 ? "restated.whyMore" : "restated.whyFewer");
}

/** The columns of the restated series; of the published one there are three. */
export const restatedColumns = [
  ...(["at", "known", "total", "slug", "published", "difference"] as const),
  ...learnedTerms,
] as const;

/** A series as a file: one cut-off a row, the reasons each in a column of its own. */
export function seriesCsv(kind: "published" | "restated", items: readonly SeriesItem[]): string {
  if (kind === "published") return csvOf(items, ["at", "total", "slug"]);
  const rows = items.map(({ learned, ...item }) => ({ ...item, ...learned }));
  return csvOf(rows, restatedColumns);
}
type SeriesItem = { at: string; total: number; slug: string | null } & Partial<Pick<SeriesPoint, "learned">>;
