import { z } from "zod";
import { method, methodVersions } from "@/lib/cases/counting/method/schema";
import { claim } from "@/lib/claims/schema";
import { type LearnedTerm, learnedTerms } from "@/lib/tallies/learned/schema";
import { reconciliationTerms } from "@/lib/tallies/schema";

const count = z.int().nonnegative();
const signed = z.int();
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();

export const balanceKind = z.enum(["weekly", "partial"]);
export type BalanceKind = z.infer<typeof balanceKind>;

/** An of-which line: a number, or only a ceiling it stays below, said for zero as well. */
export const ofWhichLine = z.union([count, z.strictObject({ lessThan: count })]);
export type OfWhichLine = z.infer<typeof ofWhichLine>;

/** Cells that may be printed and what they leave of the total; `null` when nothing may be printed this time. */
const partition = <K extends string>(cells: readonly [K, ...K[]]) =>
  z
    .strictObject({
      ...(Object.fromEntries(cells.map((c) => [c, count.optional()])) as Record<
        K,
        z.ZodOptional<typeof count>
      >),
      othersOrUnknown: count,
    })
    .nullable();

/** People with a public page exactly; of the rest only a step they certainly reach. */
const placeCell = z.strictObject({ named: count, unnamedAtLeast: count });
const places = z.record(z.string().regex(/^(VE-[A-Z]|unknown)$/), placeCell);

export const partitionCells = {
  sex: ["woman", "man", "other", "unknown"],
  civilMilitary: ["civilian", "military", "unknown"],
  convicted: ["convicted", "notConvicted", "unknown"],
  nationality: ["national", "dual", "foreign", "unknown"],
  whereabouts: ["known", "unknown", "notRecorded"],
} as const;
export type PartitionName = keyof typeof partitionCells;

export const ofWhichLines = [
  "whereaboutsUnknown",
  "houseArrest",
  "releaseOrderedNotExecuted",
  "sentenceServed",
  "amnestied",
] as const;

/** The numbers of one moment after disclosure control: the only form in which they leave the desk. */
export const printedTally = z.strictObject({
  held: z.strictObject({
    total: count,
    ofWhich: z.strictObject({
      whereaboutsUnknown: ofWhichLine,
      houseArrest: ofWhichLine,
      releaseOrderedNotExecuted: ofWhichLine,
      sentenceServed: ofWhichLine,
      amnestied: ofWhichLine,
    }),
  }),
  partitions: z.strictObject({
    sex: partition(partitionCells.sex),
    civilMilitary: partition(partitionCells.civilMilitary),
    ageGroup: z.strictObject({ under18: count, adult: count, unknown: count }).nullable(),
    convicted: partition(partitionCells.convicted),
    nationality: partition(partitionCells.nationality),
    whereabouts: partition(partitionCells.whereabouts),
    stateOfDetention: places,
    stateHeld: places,
  }),
  /**
   * Under which rule, and how to read the cells and of-which lines: `exact` when everybody counted has a public page; otherwise `atLeast`,
   * numbers that are certainly reached and whose true value lies a little above.
   */
  disclosure: z.strictObject({ rule: z.enum(["1.0", "2.0"]), cells: z.enum(["exact", "atLeast"]) }),
  /**
   * Of those held, for how many something placed them in custody in the last so many days (R10). A line like those of `ofWhich`; absent
   * in balances made before it was published.
   */
  confirmed: z.strictObject({ days: z.int().positive(), held: ofWhichLine }).optional(),
  restricted: z.strictObject({ total: count }),
  shortDetentions: count,
  pending: z.strictObject({ total: count.multipleOf(10) }),
});
export type PrintedTally = z.infer<typeof printedTally>;

export const printedFlows = z.strictObject({
  detentions: count,
  newDetentions: count,
  lateRegistrations: signed,
  redetentions: count,
  releases: z.strictObject({
    events: count,
    persons: count,
    withMeasures: count,
    full: count,
    expelled: count,
    unspecified: count,
  }),
  deaths: count,
  leftWithoutRelease: count,
  removals: signed,
  shortDetentions: count,
});
export type PrintedFlows = z.infer<typeof printedFlows>;

export const printedReconciliation = z.strictObject({
  opening: count,
  terms: z.strictObject(
    Object.fromEntries(reconciliationTerms.map((term) => [term, signed])) as Record<
      (typeof reconciliationTerms)[number],
      typeof signed
    >,
  ),
  closing: count,
  residual: signed,
});
export type PrintedReconciliation = z.infer<typeof printedReconciliation>;

/** A publication moment as others point to it. */
export const momentMark = z.strictObject({ slug: z.string(), at: instant, known: instant });
export type MomentMark = z.infer<typeof momentMark>;

/** What was learned of a cut-off since it was published, by reason, as each balance since then learned it. */
export const learned = z.strictObject(
  Object.fromEntries(learnedTerms.map((term) => [term, signed])) as Record<LearnedTerm, typeof signed>,
);

/**
 * One weekly cut-off in the series: what was published then, if anything was, and what the same cut-off counts as known now.
 * `learned` sums to the difference; it is absent where no balance was published, or an earlier balance did not keep it.
 */
export const seriesPoint = z.strictObject({
  slug: z.string().nullable(),
  at: instant,
  published: count.nullable(),
  restated: count,
  learned: learned.optional(),
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

/** What a claimant said, as the ledger had it when the balance was drafted: a later correction of the ledger changes no balance. */
export const saidFigure = z.strictObject({
  claimant: z.string(),
  kind: z.string(),
  measure: z.string(),
  stage: z.string(),
  population: z.string(),
  value: z.int().nullable(),
  qualifier: claim.shape.qualifier,
  unit: z.string(),
  statedOn: z.string().nullable(),
  outlet: z.string(),
});

/** The national flow of the window of a claim, in whole days of Caracas, so that the two can stand side by side. */
export const claimWindow = z.strictObject({
  claimId: z.string(),
  from: date,
  to: date,
  flows: printedFlows,
  said: saidFigure.optional(),
});
export type ClaimWindow = z.infer<typeof claimWindow>;

/**
 * A balance as signed and published: everything public pages, files, feeds and API may say about numbers.
 * It holds no name and no reference, and nothing about one person can be read from it. Canonical JSON of this is what
 * coordinators sign in format 1; in format 2 they sign the manifest, which names it. Both are for ever readable.
 */
export const balanceContent = printedTally.extend({
  format: z.union([z.literal(1), z.literal(2)]),
  /** Commits to exactly which cases were counted, and tells nobody who they are: SHA-256 of a secret salt and their sorted ids. */
  caseSet: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  kind: balanceKind,
  /** `2026-01-26` for weekly balances, `2026-01-25-2` for partial ones. */
  slug: z.string().regex(/^\d{4}-\d{2}-\d{2}(-[1-9]\d?)?$/),
  at: instant,
  known: instant,
  /** The version it was made under, which it keeps whatever comes later (R13). */
  method: z.enum(methodVersions),
  coverage: z.strictObject({ since: date, until: date.nullable() }),
  /** What changed since the publication moment before; `null` in the first. */
  change: z
    .strictObject({ from: momentMark, flows: printedFlows, reconciliation: printedReconciliation })
    .nullable(),
  series: z.array(seriesPoint),
  claims: z.array(claimWindow),
  /** The earlier balance this one corrects, and why; the earlier one stays as it was. */
  corrects: z.strictObject({ slug: z.string(), why: z.string() }).nullable(),
});
export type BalanceContent = z.infer<typeof balanceContent>;

export const coverageInput = z.strictObject({ since: date, until: date.nullable().default(null) });
export const draftInput = z.strictObject({
  kind: balanceKind,
  at: instant,
  known: instant.optional(),
  /** Ages are left out this once, for the reason given. */
  blurWhy: z.string().trim().min(10).max(500).optional(),
  corrects: z.strictObject({ slug: z.string(), why: z.string().min(10).max(2000) }).optional(),
});
export type DraftInput = z.input<typeof draftInput>;

export const siteInput = z.strictObject({
  demonstration: z.boolean(),
  organisation: z.string().min(1),
  /** Verified people needed before the first balance. */
  gate: z.int().positive().default(method.gate),
  nextBalance: z.date().nullable().optional(),
});
export type SiteInput = z.input<typeof siteInput>;
