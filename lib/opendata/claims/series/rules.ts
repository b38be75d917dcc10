import { endOf } from "@/lib/claims/compare/rules";
import { boundAt, claimantShort, figure, type Words } from "@/lib/claims/sentences/words/rules";
import { startOfDay } from "@/lib/core/clock";
import type { ClaimFilters, PublishedClaim } from "../schema";

/** The figures of one claimant for one measure, in time. */
export interface ClaimantSeries {
  claimant: string;
  official: boolean;
  points: { claim: PublishedClaim; at: number; value: number }[];
}

/** Measures worth a drawing: those with figures of several claimants over time. The first is drawn when none is asked for. */
export const drawnMeasures = ["held_now", "released_in_period", "detained_in_period"] as const;
export type DrawnMeasure = (typeof drawnMeasures)[number];

export const measureAsked = ({ measure }: ClaimFilters): DrawnMeasure =>
  drawnMeasures.find((one) => one === measure) ?? drawnMeasures[0];

/**
 * What each claimant said over time, those with most figures first. A figure without number or date is in the ledger's list and in no
 * drawing. Nobody's figures are joined with another's, and none is averaged (R8).
 */
export function claimantSeries(claims: readonly PublishedClaim[]): ClaimantSeries[] {
  const groups = new Map<string, ClaimantSeries>();
  for (const claim of claims) {
    const date = endOf(claim).date ?? claim.onDate;
    if (claim.value === null || !date) continue;
    const series = groups.get(claim.claimant) ?? {
      claimant: claim.claimant,
      official: claim.claimantKind === "government",
      points: [],
    };
    series.points.push({ claim, at: startOfDay(date).getTime(), value: claim.value });
    groups.set(claim.claimant, series);
  }
  const order = (a: ClaimantSeries, b: ClaimantSeries) =>
    b.points.length - a.points.length || (a.claimant < b.claimant ? -1 : 1);
  return [...groups.values()]
    .map((series) => ({
      ...series,
      points: series.points.sort((a, b) => a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1)),
    }))
    .sort(order);
}

/** What a drawing of claims shows, in words: how many, of whom, the last of each, and that they are not one series. */
export function seriesFinding(words: Words, series: readonly ClaimantSeries[]): string {
  const last = series.flatMap(({ points }) => {
    const newest = points.at(-1)?.claim;
    return newest
      ? [
          words.say("series.last", {
            claimant: claimantShort(words, newest),
            figure: figure(words, newest),
            when: boundAt(words, endOf(newest)),
          }),
        ]
      : [];
  });
  const n = series.reduce((sum, { points }) => sum + points.length, 0);
  const list = new Intl.ListFormat(words.tag, { type: "conjunction" }).format(last.slice(0, 4));
  return words.say("series.finding", { n, claimants: series.length, list });
}
