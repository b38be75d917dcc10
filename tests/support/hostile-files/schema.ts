/** Stands in every file of the corpus that can hold words; it must stand in no picture drawn of one. */
export const CANARY = "CASA-DE-LA-FAMILIA";

/** What must become of a file: pictures of it, a refusal to take it, a refusal to draw it, or either of the last three, but nothing worse. */
export type Fate = "drawn" | "not_taken" | "not_drawn" | "any";

export interface HostileFile {
  what: string;
  fate: Fate;
  make: () => Promise<Uint8Array> | Uint8Array;
}
