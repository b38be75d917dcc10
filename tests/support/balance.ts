import { type BalanceContent, balanceContent } from "@/lib/balances/schema";

const noFlow = {
  detentions: 14,
  newDetentions: 12,
  lateRegistrations: 9,
  redetentions: 2,
  releases: { events: 21, persons: 20, withMeasures: 15, full: 3, expelled: 1, unspecified: 2 },
  deaths: 1,
  leftWithoutRelease: 0,
  removals: -1,
  shortDetentions: 0,
};
const terms = {
  newDetentions: 12,
  redetentions: 2,
  releases: -20,
  deaths: -1,
  leftWithoutRelease: 0,
  lateRegistrations: 9,
  lateExits: -3,
  removals: -1,
  merges: 0,
  corrections: 2,
};

/** A published balance of invented numbers, as its pages and its API read it. */
export const balance = (change: Partial<BalanceContent> = {}): BalanceContent =>
  balanceContent.parse({
    format: 1,
    kind: "weekly",
    slug: "2026-01-26",
    at: "2026-01-27T04:00:00Z",
    known: "2026-01-27T04:00:00Z",
    method: "1.0",
    coverage: { since: "2024-07-29", until: null },
    corrects: null,
    held: {
      total: 1711,
      ofWhich: {
        whereaboutsUnknown: 61,
        houseArrest: { lessThan: 20 },
        releaseOrderedNotExecuted: { lessThan: 20 },
        sentenceServed: { lessThan: 20 },
        amnestied: { lessThan: 20 },
      },
    },
    partitions: {
      sex: { man: 1500, woman: 181, othersOrUnknown: 30 },
      civilMilitary: null,
      ageGroup: { under18: 6, adult: 1697, unknown: 8 },
      convicted: null,
      nationality: null,
      whereabouts: null,
      stateOfDetention: {},
      stateHeld: {},
    },
    disclosure: { rule: "1.0", cells: "atLeast" },
    restricted: { total: 312 },
    shortDetentions: 44,
    pending: { total: 0 },
    change: {
      from: { slug: "2026-01-19", at: "2026-01-20T04:00:00Z", known: "2026-01-20T04:00:00Z" },
      flows: noFlow,
      reconciliation: { opening: 1711, terms, closing: 1711, residual: 0 },
    },
    series: [],
    claims: [],
    ...change,
  });
