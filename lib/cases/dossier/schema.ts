import { z } from "zod";
import { giver } from "@/lib/consent/schema";
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

/** Everything written down when a case is opened. Facts and evidence in it are proposals like any other. */
export const caseInput = z.strictObject({
  identity: identityInput,
  traits: traitsInput,
  permissions: z.array(permissionInput).max(20).default([]),
  reportIds: z.array(z.uuid()).max(20).default([]),
  channel: z.enum(channels),
  facts: z.array(factInput).max(50).default([]),
  evidence: z.array(evidenceInput).max(50).default([]),
});
export type CaseForm = z.input<typeof caseInput>;

/** Who stands behind one report: as what they speak, how staff checked it, who did. */
export const holder = z.strictObject({
  report: z.uuid(),
  givenBy: giver,
  how: z.string().trim().min(3).max(2000),
  recordedBy: z.string(),
});

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

/** What a family reads of its own report, sealed to its thread. */
export const stages = [
  "received",
  "in_review",
  "verified_counted",
  "verified_not_counted",
  "not_confirmed",
  "arbitrary_not_political",
  "out_of_scope",
  "needs_word",
] as const;
export type Stage = (typeof stages)[number];
