import { z } from "zod";

const words = (max: number) => z.string().trim().min(1).max(max);
const isoDay = z.iso.date();

export const idDocument = z.strictObject({
  kind: z.enum(["V", "E", "passport"]),
  number: z
    .string()
    .trim()
    .transform((text) => text.replace(/[\s.-]/g, "").toUpperCase())
    .refine((text) => /^[A-Z0-9]{4,20}$/.test(text)),
  country: z.string().trim().max(60).optional(),
});

/** Who the person is, as written. Sealed under the person's own key; no plain column repeats any of it. */
export const identityInput = z.strictObject({
  givenNames: words(120),
  surnames: words(120),
  aliases: z.array(words(120)).max(20).default([]),
  idDocument: idDocument.nullable().default(null),
});
export type Identity = z.infer<typeof identityInput>;

/** What is needed to count a person and no more: the plain columns. */
export const traitsInput = z.strictObject({
  sex: z.enum(["woman", "man", "other", "unknown"]).default("unknown"),
  birthDate: isoDay.nullable().default(null),
  birthYear: z.number().int().min(1900).max(2100).nullable().default(null),
  ageAtDetention: z
    .strictObject({ min: z.number().int().min(0).max(120), max: z.number().int().min(0).max(120) })
    .refine(({ min, max }) => min <= max)
    .nullable()
    .default(null),
  nationality: z.enum(["national", "dual", "foreign", "unknown"]).default("unknown"),
  civilMilitary: z.enum(["civilian", "military_active", "military_retired", "unknown"]).default("unknown"),
  sectors: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
});
export type TraitsInput = z.infer<typeof traitsInput>;
