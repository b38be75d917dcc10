import type { Locale } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { claimantShort } from "@/lib/opendata/claims/rules";
import { type ClaimantSeries, type DrawnMeasure, seriesFinding } from "@/lib/opendata/claims/series/rules";
import { type Panel, pointsChart, pointsHeight } from "./points";

/** More than this in one drawing is a wall; whoever said less stands in the table. */
const PANELS = 8;

const open: Record<string, "up" | "down"> = {
  at_least: "up",
  more_than: "up",
  at_most: "down",
  nearly: "down",
};

/** The claimants a drawing has room for: those with the most figures. */
export const drawnSeries = (series: readonly ClaimantSeries[]): ClaimantSeries[] => series.slice(0, PANELS);

export const claimsDrawingHeight = (series: readonly ClaimantSeries[]): number =>
  pointsHeight(drawnSeries(series).length);

/** What was said of one measure, a panel a claimant. */
export function claimsDrawing(
  locale: Locale,
  measure: DrawnMeasure,
  series: readonly ClaimantSeries[],
  width: 360 | 720,
): string {
  const words = wordsOf(locale, "claims");
  const panels = drawnSeries(series).map(
    ({ claimant, official, points }): Panel => ({
      name: claimantShort(words, { claimant }),
      official,
      points: points.map(({ claim, at, value }) => ({
        at,
        value,
        replaced: claim.replacedBy !== null,
        open: open[claim.qualifier] ?? null,
      })),
    }),
  );
  return pointsChart({
    locale,
    width,
    title: words.say("series.title", { measure: words.say(`measureShort.${measure}`) }),
    finding: seriesFinding(words, series),
    panels,
  });
}
