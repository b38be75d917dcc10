import type { Learned } from "@/lib/tallies/learned/schema";
import type { SeriesPoint } from "../schema";

/** Of a cut-off just published nothing has been learned since. */
export const nothingLearned: Learned = {
  lateRegistrations: 0,
  lateExits: 0,
  removals: 0,
  merges: 0,
  corrections: 0,
};

/**
 * What was learned of a cut-off since it was published: what the last balance had, and what was learned since that one. It sums to
 * the difference of the two series: whoever an import says was known all along was in neither count and registers late, as in the
 * account of a balance. Undefined where the last balance did not keep it.
 */
export function addLearned(
  { restated, learned }: SeriesPoint,
  since: Learned | undefined,
  held: number,
): Learned | undefined {
  if (!learned || !since) return undefined;
  const unseen = held - restated - Object.values(since).reduce((sum, n) => sum + n, 0);
  const imported = Math.max(0, unseen);
  return {
    lateRegistrations: learned.lateRegistrations + since.lateRegistrations + imported,
    lateExits: learned.lateExits + since.lateExits,
    removals: learned.removals + since.removals,
    merges: learned.merges + since.merges,
    corrections: learned.corrections + since.corrections + unseen - imported,
  };
}
