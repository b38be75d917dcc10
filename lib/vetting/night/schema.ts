import { z } from "zod";
import { writtenBounds } from "@/lib/cases/facts/schema";
import type { RefusalCode } from "@/lib/core/refusal";
import { sourceInput } from "@/lib/evidence/schema";
import { isClock, readHours } from "./rules";

/** Kinds of release a sheet records; unspecified first, because a list that comes out at night seldom says. */
export const nightKinds = [
  "released_unspecified",
  "released_with_measures",
  "released_full",
  "released_expelled",
] as const;
export const nightKind = z.enum(nightKinds);
export type NightKind = z.infer<typeof nightKind>;

/** What a recorded release may turn out to have been: another kind, or no release at all because the person is held at home. */
export const preciseKinds = [...nightKinds, "house_arrest"] as const;
export const preciseKind = z.enum(preciseKinds);

/** How exactly the hour is known, in Caracas. `night`: from six in the evening to six in the morning. */
export const nightPrecisions = ["night", "day", "hour", "between"] as const;
export type NightPrecision = (typeof nightPrecisions)[number];

/** No sheet is longer: nobody confirms more row by row. */
export const MOST_ROWS = 1000;

const reference = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/);
const facility = z.string().trim().max(80).nullable();

/** A sheet as the command takes it: whom, when, how, from where, and on whose word for all of them. */
export const nightInput = z.strictObject({
  id: z.uuid(),
  sources: z.array(sourceInput).min(1),
  rows: z
    .array(z.strictObject({ reference, kind: nightKind, effective: writtenBounds, facility }))
    .min(1)
    .max(MOST_ROWS),
});
export type NightInput = z.input<typeof nightInput>;

/** Ticks and refusals of a second person, each row named; what is in neither stays as it is. */
export const nightAnswer = z.strictObject({
  sheet: z.uuid(),
  confirm: z.array(z.uuid()).max(MOST_ROWS),
  refuse: z
    .array(z.strictObject({ factId: z.uuid(), why: z.string().trim().min(3).max(500) }))
    .max(MOST_ROWS),
});
export type NightAnswer = z.infer<typeof nightAnswer>;

/** Rows that turned out to be something else, with the one reason and the source behind all of them. */
export const preciseInput = z.strictObject({
  sheet: z.uuid(),
  why: z.string().trim().min(3).max(500),
  sources: z.array(sourceInput).min(1),
  rows: z
    .array(z.strictObject({ factId: z.uuid(), kind: preciseKind }))
    .min(1)
    .max(MOST_ROWS),
});
export type PreciseInput = z.infer<typeof preciseInput>;

/** Somebody left out of a sheet, by reference, and the refusal that says why. */
export const leftOut = z.array(z.strictObject({ reference, code: z.string() as z.ZodType<RefusalCode> }));
export type LeftOut = z.infer<typeof leftOut>;

export const clockText = z.string().trim().refine(isClock, { error: "hour" });
export const hoursText = z
  .string()
  .trim()
  .refine((text) => text === "" || readHours(text) !== null, { error: "hour" });
