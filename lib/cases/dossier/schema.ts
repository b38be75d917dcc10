import { z } from "zod";
import { giver, purpose } from "@/lib/consent/schema";
import { evidenceInput } from "@/lib/evidence/schema";
import { identityInput, traitsInput } from "@/lib/people/schema";
import { factInput } from "../facts/schema";
import { permissionInput } from "../permissions/schema";

export const channels = [
  "report",
  "lawyer",
  "hearing",
  "telephone",
  "press",
  "gate",
  "partner",
  "other",
] as const;

/** Somebody whose word is recorded when a case is opened: who, how it was checked, and what they answered. */
export const speaker = z.strictObject({
  givenBy: giver,
  who: z.string().trim().max(200).default(""),
  how: z.string().trim().min(3).max(2000).nullable().default(null),
  answers: z
    .array(z.strictObject({ purpose, granted: z.boolean(), textVersion: permissionInput.shape.textVersion }))
    .max(20),
});

/** Everything written down when a case is opened. Facts and evidence in it are proposals like any other. */
export const caseInput = z.strictObject({
  identity: identityInput,
  traits: traitsInput,
  permissions: z.array(permissionInput).max(20).default([]),
  /** Whoever permits or refuses something where there is no report. */
  speakers: z.array(speaker).max(5).default([]),
  reportIds: z.array(z.uuid()).max(20).default([]),
  channel: z.enum(channels),
  facts: z.array(factInput).max(50).default([]),
  evidence: z.array(evidenceInput).max(50).default([]),
});
export type CaseForm = z.input<typeof caseInput>;

/**
 * Somebody who answers for the person, whether they reported or spoke to staff: who they are to the person, as what they speak, how
 * staff checked it (null: not yet, so no standing) and who did. Permissions bear only the random id.
 */
export const holder = z.strictObject({
  id: z.uuid().nullable().default(null),
  report: z.uuid().nullable(),
  givenBy: giver,
  who: z.string().trim().max(200).default(""),
  how: z.string().trim().min(3).max(2000).nullable(),
  recordedBy: z.string(),
  /** Where the person answered for themselves after a release: who asked, how and on which day. */
  asked: z.strictObject({ by: z.string(), means: z.string(), on: z.iso.date() }).optional(),
});
export type Holder = z.infer<typeof holder>;

/**
 * The sealed part of a case: which reports belong to it, whose standing was checked, and through which channel it came. The only tie
 * between a case and a report.
 */
export const dossier = z.strictObject({
  channel: z.enum(channels),
  reports: z.array(z.uuid()),
  holders: z.array(holder).default([]),
});
export type Dossier = z.infer<typeof dossier>;

/** What a family reads of its own report, sealed to its thread; the last three, of what was written about a public page. */
export const stages = [
  "received",
  "in_review",
  "verified_counted",
  "verified_not_counted",
  "not_confirmed",
  "arbitrary_not_political",
  "out_of_scope",
  "needs_word",
  "page_down",
  "page_stays",
  "page_answered",
] as const;
export type Stage = (typeof stages)[number];
