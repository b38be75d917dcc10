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
export type OfWhichName = keyof PrintedTally["held"]["ofWhich"];

/** The exact numbers of one moment, split by who has a public page. Never leaves the desk. */
export interface ExactCells {
  held: Cell;
  ofWhich: Record<OfWhichName, Cell>;
  partitions: Record<PartitionName, Record<string, Cell>>;
  ageGroup: { under18: number; adult: number; unknown: number } | null;
  places: Record<PlaceDimension, Record<string, PlaceCell>>;
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

/** Secret shortfall of each cell, drawn once for the life of the installation. */
export type Offsets = Record<string, number>;

/**
 * Which cells of a partition may ever be printed. `main` is the one that is large in any real registry and takes the wide
 * shortfall; `rest` is never printed, so that the remainder always holds something nobody can subtract.
 */
export const layout = {
  sex: { main: "man", others: ["woman"], rest: ["other", "unknown"] },
  civilMilitary: { main: "civilian", others: ["military"], rest: ["unknown"] },
  convicted: { main: "notConvicted", others: ["convicted"], rest: ["unknown"] },
  nationality: { main: "national", others: ["dual", "foreign"], rest: ["unknown"] },
  whereabouts: { main: "known", others: ["unknown"], rest: ["notRecorded"] },
} as const satisfies Record<PartitionName, { main: string; others: string[]; rest: string[] }>;

export const partitionNames = Object.keys(layout) as PartitionName[];

/** Steps an "at least" climbs. */
export const STEPS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
/** No unnamed part below this is ever visible in a printed cell. */
export const FLOOR = 10;
/** The unnamed part of what is not printed, in a partition or beside an of-which line, is at least this. */
export const REMAINDER = 14;
