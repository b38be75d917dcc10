/**
 * Verified people outside but not free, as known (R16, COPP 242). `measures` counts people under each; one may be under several,
 * so these lines do not sum (R12). Only what is known: nobody's silence is a measure.
 */
export interface Restricted {
  at: string;
  known: string;
  method: string;
  total: number;
  /** Last known state, released under measures; the others are here for an open measure alone. */
  releasedWithMeasures: number;
  /** Of them, those of whom no open measure is recorded one by one. */
  noMeasureRecorded: number;
  measures: Record<string, number>;
}
