import type { PartitionName, PrintedTally } from "../schema";

/** People counted in a cell, and how many of them have a public page at that moment. The rest are its unnamed part. */
export interface Cell {
  total: number;
  named: number;
}

/** A place, with the people who stayed in it since the last publication moment but whose permission moved them out of its unnamed part. */
export interface PlaceCell extends Cell {
  movedByPermission: number;
}

export type PlaceDimension = "stateOfDetention" | "stateHeld";
export const placeDimensions = ["stateOfDetention", "stateHeld"] as const satisfies PlaceDimension[];
export type OfWhichName = keyof PrintedTally["held"]["ofWhich"];

/** The exact numbers of one moment, split by who has a public page. Never leaves the desk. */
export interface ExactCells {
  held: Cell;
  ofWhich: Record<OfWhichName, Cell>;
  partitions: Record<PartitionName, Record<string, Cell>>;
  ageGroup: { under18: number; adult: number; unknown: number } | null;
  places: Record<PlaceDimension, Record<string, PlaceCell>>;
  /** How many of those held were confirmed in the last so many days; absent where nobody counted it. */
  confirmed?: { days: number; held: number } | undefined;
  restricted: number;
  shortDetentions: number;
  pending: number;
}

/** What a place was last said to reach, and how many permissions have moved people out of its unnamed part since. */
export interface Floor {
  floor: number;
  moved: number;
}
export type Floors = Record<string, Floor>;

/** Secret shortfall of each cell, drawn once and kept. */
export type Offsets = Record<string, number>;

/**
 * Which cells of a partition may ever be printed. `rest` never is, so that what nobody recorded stays behind the shortfalls of
 * the others.
 */
export const layout = {
  sex: { printable: ["woman", "man"], rest: ["other", "unknown"] },
  civilMilitary: { printable: ["civilian", "military"], rest: ["unknown"] },
  convicted: { printable: ["convicted", "notConvicted"], rest: ["unknown"] },
  nationality: { printable: ["national", "dual", "foreign"], rest: ["unknown"] },
  whereabouts: { printable: ["known", "unknown"], rest: ["notRecorded"] },
} as const satisfies Record<PartitionName, { printable: string[]; rest: string[] }>;

export const partitionNames = Object.keys(layout) as PartitionName[];

/** Steps an "at least" climbs. */
export const STEPS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
/** No cell is printed below this. */
export const FLOOR = 10;
/** The greatest shortfall anybody can be given; a place has `RESERVE` more. */
export const MOST = 60;
/** So many names a place may gain before what it is said to reach has to follow them. */
export const RESERVE = 10;
/** What a line that is not printed stays below, whatever its shortfall: said for zero as well. */
export const CEILING = FLOOR + MOST;
