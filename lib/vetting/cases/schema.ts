import { z } from "zod";
import { factInput, heldStates } from "@/lib/cases/facts/schema";
import { permissionInput } from "@/lib/cases/permissions/schema";
import { evidenceWords, originClasses, sourceInput, sourceKind } from "@/lib/evidence/schema";
import { identityInput, traitsInput } from "@/lib/people/schema";

/** What a browser sends for something left empty is nothing. */
const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.nullable());
export const day = optional(z.iso.date({ error: "not_a_date" }));
const whole = optional(z.coerce.number().int().min(0).max(2100));
export const code = optional(z.string().trim().max(80));
export const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()).filter((one) => one !== ""));
export const isTicked = z.preprocess((value) => value === "on" || value === "yes", z.boolean());

/** What the boxes make, judged by the shape the command takes; its complaints come back to the boxes, in words a form knows. */
export function judged<Schema extends z.ZodType>(schema: Schema, value: unknown, context: z.RefinementCtx) {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { code, path, message } of parsed.error.issues) {
    const isEmpty = code === "too_small" || code === "invalid_type";
    context.issues.push({ code: "custom", input: value, path, message: isEmpty ? "required" : message });
  }
  return z.NEVER;
}

/** The origin as two boxes: a class and, where it helps, which one. */
const originFields = {
  originClass: z.enum(originClasses),
  originName: z.string().trim().max(60).default(""),
};
const joined = ({ originClass, originName }: { originClass: string; originName: string }) =>
  originName === "" ? originClass : `${originClass}:${originName}`;

/** Rows of which some may be left empty. */
export const rows = <Schema extends z.ZodType>(
  schema: Schema,
  isUsed: (row: Record<string, unknown>) => boolean,
) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : []).filter(
        (row) => typeof row === "object" && row !== null && isUsed(row as Record<string, unknown>),
      ),
    z.array(schema),
  );

const sourceRow = z
  .strictObject({ kind: sourceKind, ...originFields })
  .transform((row) => ({ kind: row.kind, origin: joined(row) }))
  .pipe(sourceInput);
export const sourceRows = rows(sourceRow, (row) => row.kind !== "");

const evidenceRow = z
  .strictObject({ kind: sourceKind, ...originFields, ...evidenceWords.shape, lead: isTicked.default(false) })
  .transform(({ kind, lead, originClass, originName, ...words }) => ({
    kind,
    lead,
    origin: joined({ originClass, originName }),
    words,
  }));
export const evidenceRows = rows(evidenceRow, (row) => row.title !== "" && row.title !== undefined);

/** Boxes of a fact, whatever its track; what they make is judged by `factInput`. */
export const factFields = {
  earliest: day,
  latest: day,
  entity: code,
  facility: code,
  whereabouts: code,
  forces: list,
  sources: sourceRows,
};
export const bounded = <Fields extends { earliest: string | null; latest: string | null }>({
  earliest,
  latest,
  ...fact
}: Fields) => ({ ...fact, effective: { earliest, latest } });

export const custodyFields = z
  .strictObject({ state: z.enum(heldStates), ...factFields })
  .transform((fields, context) =>
    judged(factInput, { track: "custody", episode: 1, ...bounded(fields) }, context),
  );

/** What a family told of the court: one fact of the process, on its word alone; nothing where no state is chosen. */
export const courtFields = z
  .strictObject({
    state: code,
    earliest: day,
    latest: day,
    authority: optional(z.string().trim().max(200)),
  })
  .transform(({ state, ...fields }, context) => {
    if (state === null) return null;
    const sources = [{ kind: "relative", origin: "family" }];
    return judged(factInput, { track: "process", episode: 1, state, sources, ...bounded(fields) }, context);
  });

export const factForm = z
  .strictObject({
    caseId: z.uuid(),
    reference: z.string(),
    /** `custody:apprehended`: the track and its state in one choice. */
    kind: z.string().regex(/^[a-z]+:[A-Za-z0-9_.-]+$/),
    episode: optional(z.coerce.number().int().min(1).max(99)),
    basis: code,
    authority: code,
    result: code,
    ...factFields,
  })
  .transform(({ caseId, reference, kind, ...fields }, context) => {
    const [track, state] = kind.split(":");
    return { caseId, reference, fact: judged(factInput, { track, state, ...bounded(fields) }, context) };
  });

export const traitFields = z
  .strictObject({
    sex: z.string(),
    birthDate: day,
    birthYear: whole,
    ageMin: whole,
    ageMax: whole,
    nationality: z.string(),
    civilMilitary: z.string(),
    sectors: list,
  })
  .transform(({ ageMin, ageMax, ...plain }, context) => {
    const isTold = ageMin !== null || ageMax !== null;
    const ageAtDetention = isTold ? { min: ageMin ?? 0, max: ageMax ?? 120 } : null;
    return judged(traitsInput, { ...plain, ageAtDetention }, context);
  });

export const identityFields = z
  .strictObject({
    givenNames: z.string(),
    surnames: z.string(),
    aliases: z.string().transform((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
    ),
    documentKind: code,
    documentNumber: code,
    documentCountry: code,
  })
  .transform(({ documentKind, documentNumber, documentCountry, ...names }, context) => {
    const country = documentCountry === null ? {} : { country: documentCountry };
    const idDocument =
      documentNumber === null ? null : { kind: documentKind, number: documentNumber, ...country };
    return judged(identityInput, { ...names, idDocument }, context);
  });

/** The whole form that opens a case from a report. */
export const openingForm = z.strictObject({
  reportId: z.uuid(),
  identity: identityFields,
  traits: traitFields,
  fact: custodyFields,
  court: courtFields.default(null),
  evidence: evidenceRows.default([]),
});

export const permissionBoxes = z
  .strictObject({
    caseId: z.uuid(),
    reference: z.string(),
    purpose: z.string(),
    answer: z.enum(["yes", "no"], { error: "required" }),
    givenBy: z.string(),
    standing: isTicked,
    holderId: optional(z.uuid()),
  })
  .transform(({ caseId, reference, answer, ...rest }, context) => ({
    caseId,
    reference,
    permission: judged(permissionInput, { ...rest, granted: answer === "yes" }, context),
  }));

/** A case and nothing else: taking it, proposing or confirming its name. */
export const caseAct = z.strictObject({ caseId: z.uuid(), reference: z.string() });
export const withReason = caseAct.extend({ why: z.string().trim().min(3, { error: "required" }).max(500) });
/** Who answers for the person, how that was checked, and the report they sent where there is one. */
export const holderBoxes = caseAct.extend({
  givenBy: z.string(),
  report: optional(z.uuid()),
  who: z.string().trim().max(200),
  how: z.string().trim().min(3, { error: "required" }).max(2000),
});
export const factAct = caseAct.extend({ factId: z.uuid() });
export const retractionAct = caseAct.extend({ retractionId: z.uuid() });
export const factWithReason = withReason.extend({ factId: z.uuid() });
export const namingAct = caseAct.extend({ namingId: z.uuid() });
export const evidenceAct = withReason.extend({ evidenceId: z.uuid() });
export const evidenceBoxes = z
  .looseObject({ caseId: z.uuid(), reference: z.string() })
  .transform(({ caseId, reference, ...item }, context) => ({
    caseId,
    reference,
    item: judged(evidenceRow, item, context),
  }));
