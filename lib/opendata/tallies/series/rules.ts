import type { Words } from "@/lib/i18n/messages";
import type { BalanceContent } from "../../balances/queries";
import type { SeriesPoint } from "./schema";

/** Both series of a balance, oldest first, side by side and neither written over the other. */
export const seriesPoints = ({ known, series }: Pick<BalanceContent, "known" | "series">): SeriesPoint[] =>
  series.map(({ slug, at, published, restated }) => ({
    slug,
    at,
    known,
    published,
    restated,
    difference: published === null ? null : restated - published,
  }));

/** Why one cut-off has two numbers, in a sentence. */
export function differenceWords(words: Words, { difference }: SeriesPoint): string {
  if (difference === null) return words.say("restated.whyNone");
  if (difference === 0) return words.say("restated.whySame");
  return words.say(difference > 0 ? "restated.whyMore" : "restated.whyFewer");
}
