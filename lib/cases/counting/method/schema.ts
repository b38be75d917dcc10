const hour = 3_600_000;

/**
 * How facts count, version 1.0: the parameters of every rule, each with its source. Pages and the API quote the version; a
 * change of any value here is a new version, and past balances keep theirs (R13).
 */
export const method = {
  version: "1.0",
  /** R1: a cut-off "on 26 January" is 27 January 00:00 in this zone. */
  zone: "America/Caracas",
  /** R1: held facts are in force from their instant and fall in windows (a, b]; out facts after it, in windows [a, b). */
  heldWindow: "(a,b]",
  outWindow: "[a,b)",
  /** R2; monitors leave people detained and quickly freed out of the stock. A filter, not a legal threshold (CRBV 44.1 gives 48 h to see a judge). */
  countsAfter: 48 * hour,
  /** R2; disappearance does not depend on duration (CRBV 45, Penal Code 180-A): these states count at once. */
  countsAtOnce: ["whereabouts_concealed", "hospital_custody", "house_arrest", "release_ordered_not_executed"],
  /** R2: so does a place denied to, or kept from, the family. */
  countsAtOnceWhere: ["denied", "not_told_to_family"],
  /** R2: and any act of the process but the first appearance. */
  firstAppearance: "presented",
  /** Short detentions: out within this time of the earliest possible apprehension. A flow of their own, never in the stock. */
  shortWithin: 48 * hour,
  /** R3: exits by these are releases; deaths and other exits are lines of their own (R7). */
  releases: ["released_with_measures", "released_full", "released_unspecified", "released_expelled"],
  death: "died_in_custody",
  leftWithoutRelease: ["left_without_release", "expelled_deported"],
  /** R4: age at detention; the year alone decides only when no birthday could change it. */
  adultFrom: 18,
} as const;
