/** `restated`: every cut-off as known at one moment. `asThen`: each as known at itself (R6). */
export const seriesKinds = ["restated", "asThen"] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export const seriesSteps = ["day", "week"] as const;
export type SeriesStep = (typeof seriesSteps)[number];

/** Longest answers: a restated series is one pass however long; one as known then counts each point apart. */
export const MOST_POINTS: Record<SeriesKind, number> = { restated: 5000, asThen: 550 };

export interface SeriesPoint {
  at: string;
  known: string;
  held: number;
}

/** How many were held at each cut-off; every point says at and known. */
export interface Series {
  kind: SeriesKind;
  step: SeriesStep;
  from: string;
  to: string;
  method: string;
  items: SeriesPoint[];
}
