const hour = 3_600_000;

/** Every version there ever was, oldest first; the last is in force. What changed in each is said in its words (R13). */
export const methodVersions = ["1.0"] as const;
export type MethodVersion = (typeof methodVersions)[number];

/** The day (Caracas) from which each version is counted with. */
export const inForceSince: Record<MethodVersion, string> = { "1.0": "2026-11-22" };

/**
 * How facts count, version 1.0: the parameters of every rule, each with its source. Pages and the API quote them from here; a
 * change of any value is a new version, and past balances keep theirs (R13).
 */
export const method = {
  version: methodVersions[methodVersions.length - 1] ?? "1.0",
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
  /** R10: confirmed or with contact in the last so many days before the moment counted. */
  freshWithin: [30, 90],
  /** R10: what places somebody in custody on a date: being held somewhere, before a judge, or visited. Denials and papers do not. */
  confirmedBy: {
    custody: [
      "apprehended",
      "located_incommunicado",
      "located_contact",
      "hospital_custody",
      "house_arrest",
      "release_ordered_not_executed",
    ],
    process: ["presented", "trial"],
    remedy: ["visit"],
  },
  /** R10: what shows that somebody saw or heard them. */
  contactBy: { custody: ["located_contact"], process: [], remedy: ["visit"] },
  /** R11: the queue by age, in days: up to each of these, and beyond the last. */
  queueAges: [2, 7, 30, 90],
  /** R14: no percentage of fewer than these. */
  percentFrom: 20,
  /** Verified people before the first balance: with fewer, a total would say who they are. An installation may ask for more. */
  gate: 50,
  /** Changes a partial publication needs: fewer would point at one family (R15). */
  leastChanges: 5,
} as const;
