/**
 * What a case can lack or contradict itself in, each at its bit: the order is kept for ever, and a new one
 * comes last with an index of its own.
 */
export const gapKinds = [
  "sex",
  "age",
  "entity",
  "civil_military",
  "whereabouts",
  "force",
  "origins",
  "permission",
  "standing",
  "place_conflict",
  "house_arrest_open",
  "not_released",
  "impossible_date",
  "no_court",
  "undated",
] as const;
export type GapKind = (typeof gapKinds)[number];

/** Those that contradict themselves; the rest are missing. */
export const contradictions: readonly GapKind[] = [
  "place_conflict",
  "house_arrest_open",
  "not_released",
  "impossible_date",
];

export const bitOf = (kind: GapKind): number => 1 << gapKinds.indexOf(kind);

/** The kinds set in a row of marks. */
export const gapsIn = (bits: number): GapKind[] => gapKinds.filter((kind) => (bits & bitOf(kind)) !== 0);
