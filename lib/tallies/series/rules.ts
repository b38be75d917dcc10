import { daysLater } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { MOST_POINTS, type SeriesKind, type SeriesStep } from "./schema";

const days: Record<SeriesStep, number> = { day: 1, week: 7 };

/**
 * The cut-offs of a series: the first, then the same clock time in Caracas every day or every seventh, up to the last (R1). Refused
 * when the window is reversed or longer than can be answered.
 */
export function cutOffsBetween(from: Date, to: Date, step: SeriesStep, kind: SeriesKind): Date[] {
  if (from > to) throw new Refusal("window_reversed");
  const most = MOST_POINTS[kind];
  const points = Math.floor((to.getTime() - from.getTime()) / (days[step] * 86_400_000)) + 1;
  if (points > most) throw new Refusal("series_too_long", { points, most });
  const moments: Date[] = [];
  for (let at = from; at <= to; at = daysLater(from, moments.length * days[step])) moments.push(at);
  return moments;
}
