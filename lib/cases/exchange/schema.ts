import { z } from "zod";
import { factInput, writtenInstant as moment } from "@/lib/cases/facts/schema";
import { idDocument } from "@/lib/people/schema";

/** First line of a registry file. `keep`: the source's past knowledge is kept; `now`: everything becomes known on confirmation. */
export const headerLine = z.strictObject({
  type: z.literal("registry"),
  version: z.literal(1),
  source: z.string().trim().min(1).max(200),
  exportedAt: moment,
  history: z.enum(["keep", "now"]),
});
export type Header = z.output<typeof headerLine>;

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const name = z.string().trim().min(1).max(120);

const ageRange = z
  .strictObject({ min: z.int().min(0).max(129), max: z.int().min(0).max(129) })
  .refine(({ min, max }) => min <= max, { error: "bounds_reversed" });

/** As in the dossier; a passport needs its country. */
const document = idDocument.refine(({ kind, country }) => kind !== "passport" || Boolean(country), {
  error: "country_missing",
});

export const personPart = z.strictObject({
  givenNames: name,
  surnames: name,
  aliases: z
    .array(name)
    .max(20)
    .nullish()
    .transform((list) => list ?? []),
  sex: z
    .enum(["woman", "man", "other", "unknown"])
    .nullish()
    .transform((sex) => sex ?? "unknown"),
  birthDate: optional(z.iso.date()),
  birthYear: optional(z.int().min(1880).max(2100)),
  ageAtDetention: optional(ageRange),
  nationality: z
    .enum(["national", "dual", "foreign", "unknown"])
    .nullish()
    .transform((nationality) => nationality ?? "unknown"),
  civilMilitary: z
    .enum(["civilian", "military_active", "military_retired", "unknown"])
    .nullish()
    .transform((service) => service ?? "unknown"),
  sectors: z
    .array(z.string().trim().min(1).max(80))
    .max(20)
    .nullish()
    .transform((list) => list ?? []),
  idDocument: optional(document),
});

export const permissionPart = z.strictObject({
  purpose: z.enum(["store", "count", "name", "photo", "partners", "un", "iachr", "press", "archive"]),
  granted: z.boolean(),
  knownFrom: optional(moment),
  knownTo: optional(moment),
  givenBy: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullish()
    .transform((kind) => kind ?? "unknown"),
});

const knownRange = { knownFrom: optional(moment), knownTo: optional(moment) };
const [custody, vetting, process, measure, remedy] = factInput.options;

/** A fact of a file: what staff would record, and when the source held it to be true. */
const factPart = z.discriminatedUnion("track", [
  custody.extend(knownRange),
  vetting.extend(knownRange),
  process.extend(knownRange),
  measure.extend(knownRange),
  remedy.extend(knownRange),
]);

/** One person's dossier as a line of a registry file. Unknown keys are refused, absent ones take their defaults. */
export const caseLine = z.strictObject({
  type: z.literal("case"),
  key: z.string().trim().min(1).max(200),
  person: personPart,
  permissions: z
    .array(permissionPart)
    .max(200)
    .nullish()
    .transform((list) => list ?? []),
  facts: z
    .array(factPart)
    .max(500)
    .nullish()
    .transform((list) => list ?? []),
});
export type CaseLine = z.output<typeof caseLine>;
/** As written in a file, before defaults; what a fact says is judged when it is read. */
export type WrittenCase = Omit<z.input<typeof caseLine>, "facts"> & {
  facts?: ({ knownFrom?: string | null; knownTo?: string | null } & Record<string, unknown>)[] | null;
};
