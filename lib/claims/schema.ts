import { z } from "zod";

export const claimantKinds = ["government", "ngo", "intergovernmental", "media", "other"] as const;
export const measures = [
  "released_in_period",
  "held_now",
  "detained_in_period",
  "restricted_now",
  "pending_review",
  "deaths_in_custody_in_period",
  "newly_reported_in_period",
  "whereabouts_unknown",
] as const;
export const qualifiers = ["exact", "at_least", "more_than", "at_most", "nearly", "about", "vague"] as const;
export const populations = ["all", "political_prisoners", "post_election_arrests"] as const;
export const kinds = ["stock", "flow", "announcement"] as const;
export const stages = ["announced", "requested", "ordered", "executed", "verified", "reported"] as const;
export const releaseScopes = [
  "any_exit",
  "with_measures",
  "full_freedom",
  "amnesty",
  "beneficiaries",
  "transfer_or_house_arrest",
  "unspecified",
] as const;
export const precisions = ["exact", "day", "month", "nominal", "unknown"] as const;
export const namesPublished = ["none", "some", "full_list", "unknown"] as const;
export const units = ["persons", "events", "unknown"] as const;
export const houseArrests = ["in", "out", "unknown"] as const;
export const relationKinds = ["supersedes", "quotes", "rounds", "contradicts"] as const;
export const conflictKinds = ["attribution", "stated_on", "value", "window", "population"] as const;

/** Pairs of parts that together are the whole, so that a balance that does not close can be seen. */
export const partitions = [
  ["men", "women"],
  ["civilians", "military"],
  ["adults", "adolescents"],
  ["convicted", "not_convicted"],
] as const;
export const partNames = [
  ...partitions.flat(),
  "foreign_nationals",
  "whereabouts_unknown",
  "verified",
] as const;
export type PartName = (typeof partNames)[number];

/** Lower-case words joined by single hyphens, so that two ids joined by two hyphens name a pair unmistakably. */
export const claimId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const date = z.iso.date();
const moment = z.union([date, z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)]);

/**
 * A figure somebody published, as the ledger keeps it and as the public reads it: what it counts, for when, how far the thing
 * counted had got, on whose word, and from which source. Nothing here was verified by this registry.
 */
export const claim = z.strictObject({
  id: claimId,
  statedOn: date.nullable(),
  statedAtLocal: moment.nullable(),
  asOf: moment.nullable(),
  claimant: claimId,
  claimantKind: z.enum(claimantKinds),
  measure: z.enum(measures),
  periodStart: date.nullable(),
  periodEnd: date.nullable(),
  value: z.int().nonnegative().nullable(),
  qualifier: z.enum(qualifiers),
  population: z.enum(populations),
  parts: z.partialRecord(z.enum(partNames), z.int().nonnegative()),
  source: z.strictObject({
    title: z.string(),
    outlet: z.string(),
    url: z.string(),
    publishedOn: date.nullable(),
  }),
  quote: z.string(),
  note: z.string(),
  kind: z.enum(kinds),
  stage: z.enum(stages),
  releaseScope: z.enum(releaseScopes).nullable(),
  startPrecision: z.enum(precisions).nullable(),
  endPrecision: z.enum(precisions).nullable(),
  namesPublished: z.enum(namesPublished),
  unit: z.enum(units),
  houseArrestCounted: z.enum(houseArrests),
  relations: z.array(z.strictObject({ relation: z.enum(relationKinds), target: claimId })),
  conflicts: z.array(z.enum(conflictKinds)),
  /** Partitions of the source that do not sum to its own total: kept as published, and said. */
  flags: z.array(z.string()),
});
export type Claim = z.infer<typeof claim>;
export type Precision = (typeof precisions)[number];
export type ConflictKind = (typeof conflictKinds)[number];
