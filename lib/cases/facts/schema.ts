import { z } from "zod";

/** Custody states in which a person is deprived of liberty (R2). House arrest is held, and so is a release ordered but not carried out. */
export const heldStates = [
  "apprehended",
  "whereabouts_concealed",
  "located_incommunicado",
  "located_contact",
  "hospital_custody",
  "house_arrest",
  "release_ordered_not_executed",
] as const;

/** Custody states that end a detention (R3, R7): four kinds of release, two other exits, and death, which is never a release. */
export const outStates = [
  "released_with_measures",
  "released_full",
  "released_unspecified",
  "released_expelled",
  "expelled_deported",
  "left_without_release",
  "died_in_custody",
] as const;

export const vettingStates = [
  "pending_evaluation",
  "verified_political",
  "arbitrary_not_political",
  "not_confirmed",
  "out_of_scope",
  "merged_duplicate",
] as const;

export const processStates = [
  "presented",
  "preventive_detention_ordered",
  "charged",
  "accused",
  "trial",
  "convicted",
  "conviction_annulled",
  "acquitted",
  "dismissed",
  "sentence_served",
  "amnestied",
  "amnesty_denied",
  "pardoned",
] as const;

export const remedyStates = [
  "habeas_corpus",
  "complaint",
  "visit_denied",
  "information_denied",
  "medical_denied",
  "visit",
] as const;

/** What is known of where a held person is; a missing facility means nothing. */
export const whereaboutsValues = ["known", "not_told_to_family", "denied", "not_recorded"] as const;

export type HeldState = (typeof heldStates)[number];
export type OutState = (typeof outStates)[number];
export type CustodyState = HeldState | OutState;
export type Whereabouts = (typeof whereaboutsValues)[number];
export const tracks = ["custody", "vetting", "process", "measure", "remedy"] as const;
export type Track = (typeof tracks)[number];

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const moment =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function isDay(text: string): boolean {
  const [, year, month, date] = day.exec(text) ?? [];
  if (date === undefined) return false;
  return (
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDate() === Number(date) &&
    Number(month) <= 12
  );
}

const isInstant = (text: string) => isDay(moment.exec(text)?.[1] ?? "");

/** A moment with its offset, to the second or the minute. Without an offset it would mean different moments to different readers. */
export const writtenInstant = z
  .string({ error: "not_a_moment" })
  .refine(isInstant, { error: "not_a_moment" });

/** A day (`2024-08-02`, whole, in Caracas) or a moment with its offset. */
export const writtenMoment = z
  .string({ error: "not_a_date" })
  .refine((text) => (text.length === 10 ? isDay(text) : isInstant(text)), { error: "not_a_date" });

/** Earliest and latest moment something can have happened; null is an open side, equal bounds are exact. */
export const writtenBounds = z.strictObject({
  earliest: writtenMoment.nullish().transform((bound) => bound ?? null),
  latest: writtenMoment.nullish().transform((bound) => bound ?? null),
});
export type WrittenBounds = z.output<typeof writtenBounds>;

const code = z.string().trim().min(1).max(80);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const episode = z.int().min(1).max(99);

const common = {
  effective: writtenBounds.default({ earliest: null, latest: null }),
  entity: optional(z.string().regex(/^VE-[A-PR-Z]$/, { error: "unknown_entity" })),
  facility: optional(code),
  forces: z
    .array(code)
    .max(20)
    .nullish()
    .transform((list) => list ?? []),
  whereabouts: optional(z.enum(whereaboutsValues)),
  jurisdiction: optional(z.enum(["ordinary", "military", "adolescent"])),
  basis: optional(z.enum(["written_order", "informal_oral", "reported_by_press", "unknown"])),
  end: optional(writtenBounds),
  authority: optional(z.string().max(200)),
  result: optional(z.string().max(200)),
  sources: z
    .array(z.strictObject({ kind: code, origin: code }))
    .max(50)
    .nullish()
    .transform((list) => list ?? []),
};

/** One fact as staff record it, without known-times: those are set by confirming. The closed list of states depends on the track. */
export const factInput = z.discriminatedUnion("track", [
  z.strictObject({
    track: z.literal("custody"),
    state: z.enum([...heldStates, ...outStates]),
    episode,
    ...common,
  }),
  z.strictObject({
    track: z.literal("vetting"),
    state: z.enum(vettingStates),
    episode: optional(episode),
    ...common,
  }),
  z.strictObject({
    track: z.literal("process"),
    state: z.enum(processStates),
    episode: optional(episode),
    ...common,
  }),
  z.strictObject({
    track: z.literal("measure"),
    state: z.string().regex(/^VE(242\.[1-9]|-[A-Z]{2,6})$/, { error: "unknown_measure" }),
    episode: optional(episode),
    ...common,
  }),
  z.strictObject({
    track: z.literal("remedy"),
    state: z.enum(remedyStates),
    episode: optional(episode),
    ...common,
  }),
]);
/** A remedy or a denial alone, for the forms that ask for it by its own boxes. */
export const remedyInput = factInput.options[4];
export type FactInput = z.output<typeof factInput>;
export type WrittenFact = z.input<typeof factInput>;

export const isHeldState = (state: string): state is HeldState =>
  (heldStates as readonly string[]).includes(state);
