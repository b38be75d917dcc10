import type { PublishedClaim } from "../../claims/schema";
import type { SeriesEvent, SeriesRow } from "../series/schema";

/** More marks than this in one drawing cannot be told apart on a telephone. */
const MOST = 9;

/**
 * What authorities said while a series ran, to be read beside it and never as its cause: each announcement, and of each month the
 * largest figure of releases that one of them gave. In time, the latest nine; every other figure is in the ledger.
 */
export function eventsBeside(
  official: readonly PublishedClaim[],
  rows: readonly Pick<SeriesRow, "at">[],
): SeriesEvent[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const told = official.flatMap((claim) => {
    const on = claim.statedOn ?? claim.onDate;
    return on && on >= first.at.slice(0, 10) && on < last.at.slice(0, 10) ? [{ on, claim }] : [];
  });
  const largest = new Map<string, (typeof told)[number]>();
  for (const one of told) {
    const before = largest.get(one.on.slice(0, 7));
    if ((one.claim.value ?? 0) > (before?.claim.value ?? 0)) largest.set(one.on.slice(0, 7), one);
  }
  return told
    .filter((one) => one.claim.kind === "announcement" || largest.get(one.on.slice(0, 7)) === one)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.claim.id < b.claim.id ? -1 : 1))
    .slice(-MOST)
    .map(({ on, claim }, place): SeriesEvent => {
      const { id, claimant, value, qualifier, measure, stage, releaseScope } = claim;
      return { n: place + 1, on, claim: id, claimant, value, qualifier, measure, stage, releaseScope };
    });
}
