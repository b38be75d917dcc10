import type { OverdueKind } from "./schema";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long each kind may wait before it is listed. Paradero desconocido: 24 hours, then day 60 and day 85 of the 90 after which the
 * Working Group takes no urgent appeal. A second person is expected within two days, a holder for a report within three, a family's
 * word within fourteen; monitors ask again after 30, 60 and 90 days (R10).
 */
export const waitsFor: Record<OverdueKind, number> = {
  missing_85: 85 * DAY,
  missing_60: 60 * DAY,
  missing_24h: DAY,
  kin_untold: 0,
  sheets: DAY,
  unassigned: 3 * DAY,
  snooze_over: 0,
  unanswered: 14 * DAY,
  facts: 2 * DAY,
  corrections: 2 * DAY,
  retractions: 2 * DAY,
  decisions: 2 * DAY,
  untaken: 2 * DAY,
  imports: 2 * DAY,
  must_review: 0,
  reviews_due: 0,
  date_passed: 0,
  unconfirmed_90: 90 * DAY,
  unconfirmed_60: 60 * DAY,
  unconfirmed_30: 30 * DAY,
};

/** Of kinds that are bands of one clock: the next one up, where its members are listed instead. */
const above: Partial<Record<OverdueKind, OverdueKind>> = {
  missing_24h: "missing_60",
  missing_60: "missing_85",
  unconfirmed_30: "unconfirmed_60",
  unconfirmed_60: "unconfirmed_90",
};

/** A thing of this kind is listed when it waits since `until` or before, and, of a band, since after `after`. */
export function spanOf(kind: OverdueKind, now: Date): { until: Date; after: Date | null } {
  const next = above[kind];
  return {
    until: new Date(now.getTime() - waitsFor[kind]),
    after: next ? new Date(now.getTime() - waitsFor[next]) : null,
  };
}
