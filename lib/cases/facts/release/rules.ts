/** A measure without an end. */
export interface OpenMeasure {
  state: string;
  /** Null: of whatever detention. */
  episode: number | null;
}

export const HOUSE_ARREST = "VE242.1";

export type ReleaseRefusal = "house_arrest_open" | "measures_open";

/**
 * Why a release cannot stand beside the measures still open; null when it can. Whoever is under house arrest is held and has not been
 * released (COPP 242.1); full freedom leaves no measure open (COPP 300), and with one open it is a release with measures.
 */
export function releaseRefusal(
  fact: { track: string; state: string; episode: number | null },
  measures: readonly OpenMeasure[],
): ReleaseRefusal | null {
  if (fact.track !== "custody" || !fact.state.startsWith("released_")) return null;
  const open = measures.filter(({ episode }) => episode === null || episode === fact.episode);
  if (open.some(({ state }) => state === HOUSE_ARREST)) return "house_arrest_open";
  return fact.state === "released_full" && open.length > 0 ? "measures_open" : null;
}
