import { method } from "@/lib/cases/counting/method/schema";

export { method };

/** The 25 federal entities (ISO 3166-2:VE); VE-X is La Guaira, VE-Z Amazonas. */
export const entities = [..."ABCDEFGHIJKLMNOPRSTUVWXYZ"].map((letter) => `VE-${letter}`);

/** Every cell of every partition, in the order they are printed; each partition sums to the total (R4). */
export const partitionCells = {
  sex: ["woman", "man", "other", "unknown"],
  civilMilitary: ["civilian", "military", "unknown"],
  ageGroup: ["under18", "adult", "unknown"],
  convicted: ["convicted", "notConvicted", "unknown"],
  nationality: ["national", "dual", "foreign", "unknown"],
  whereabouts: ["known", "unknown", "notRecorded"],
  stateOfDetention: [...entities, "unknown"],
  stateHeld: [...entities, "unknown"],
} as const satisfies Record<string, readonly string[]>;
export type Partition = keyof typeof partitionCells;
export const partitions = Object.keys(partitionCells) as Partition[];

export const ofWhichLines = [
  "whereaboutsUnknown",
  "houseArrest",
  "releaseOrderedNotExecuted",
  "sentenceServed",
  "amnestied",
] as const;
export type OfWhich = (typeof ofWhichLines)[number];

/** How many were held at `at`, as known at `known`: exact, before any disclosure control. Empty cells are present as 0. */
export interface Tally {
  at: string;
  known: string;
  method: string;
  held: { total: number; ofWhich: Record<OfWhich, number> };
  partitions: Record<Partition, Record<string, number>>;
  restricted: { total: number };
  shortDetentions: number;
  pending: { total: number };
}

/** What happened in a window as known at its end; gross, persons beside events. */
export interface Flows {
  detentions: number;
  newDetentions: number;
  lateRegistrations: number;
  redetentions: number;
  releases: {
    events: number;
    persons: number;
    withMeasures: number;
    full: number;
    expelled: number;
    unspecified: number;
  };
  deaths: number;
  leftWithoutRelease: number;
  removals: number;
  shortDetentions: number;
}

export const reconciliationTerms = [
  "newDetentions",
  "redetentions",
  "releases",
  "deaths",
  "leftWithoutRelease",
  "lateRegistrations",
  "lateExits",
  "removals",
  "merges",
  "corrections",
] as const;
export type Term = (typeof reconciliationTerms)[number];

/** From one stock to the next, term by term, signed. `opening` and `closing` are counted apart from the terms; the residual is 0 (R5). */
export interface Reconciliation {
  opening: number;
  terms: Record<Term, number>;
  closing: number;
  residual: number;
}

export interface Window {
  from: string;
  to: string;
  flows: Flows;
  reconciliation: Reconciliation;
}
