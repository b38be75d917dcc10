import { z } from "zod";
import { folded } from "@/lib/core/folded";
import type { Tie } from "./links/schema";
import type { Grade } from "./weighing/schema";

/** Where a source comes from in the end. After a colon, which one: `press:el-nacional`, `ngo:provea`. */
export const originClasses = [
  "family",
  "court",
  "prosecutor",
  "ombudsman",
  "state",
  "public_defender",
  "press",
  "ngo",
  "international",
  "witness",
  "co_detainee",
  "other",
] as const;

/** A code of the vocabulary `source_kind`: what the source is. */
export const sourceKind = z
  .string()
  .trim()
  .regex(/^[a-z_]{2,40}$/);

/** An origin as it is compared: without accents, case or spaces, so that two spellings of one origin stay one. */
export const foldOrigin = (text: string): string =>
  folded(text)
    .replace(/\s*:\s*/g, ":")
    .replace(/[^a-z0-9_:]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** Where it comes from in the end. */
export const sourceOrigin = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .transform(foldOrigin)
  .refine((text) => /^[a-z0-9_-]+(:[a-z0-9_:-]+)?$/.test(text));

export const sourceInput = z.strictObject({ kind: sourceKind, origin: sourceOrigin });
export type Source = z.infer<typeof sourceInput>;

/** What an item says and where it is kept; sealed under the person's key. */
export const evidenceWords = z.strictObject({
  title: z.string().trim().min(1).max(200),
  quotation: z.string().trim().max(4000).default(""),
  place: z.string().trim().max(500).default(""),
});
export type EvidenceWords = z.infer<typeof evidenceWords>;

/** The same as sealed, with the document it is a reading of: no plain row leads from a case to what a family sent. */
export const sealedWords = evidenceWords.extend({
  document: z.strictObject({ id: z.uuid(), report: z.uuid().nullable() }).nullable().default(null),
});
export type DocumentRead = NonNullable<z.infer<typeof sealedWords>["document"]>;

export const evidenceInput = z.strictObject({
  kind: sourceKind,
  origin: sourceOrigin,
  /** A lead helps to look; only evidence supports a finding. */
  lead: z.boolean().default(false),
  words: evidenceWords,
});
export const withdrawalReason = z.string().trim().min(3).max(2000);
export type EvidenceInput = z.input<typeof evidenceInput>;

/** An item as the desk shows it, its words opened. */
export interface EvidenceItem {
  id: string;
  kind: string;
  origin: string;
  /** It supports nothing and counts for nothing: nobody has said why it is evidence. */
  lead: boolean;
  receivedAt: Date;
  addedBy: string;
  words: EvidenceWords;
  /** The file it is a reading of; null where it has none. */
  document: DocumentRead | null;
  /** Written down as a lead, and since when it is more. */
  promoted: { by: string; at: Date; why: string } | null;
  /** Every judgement of it, the latest last. */
  grades: Grade[];
  /** Facts it supports or contradicts, those ended included. */
  ties: Tie[];
  /** It carries nothing any more. */
  withdrawn: { by: string; at: Date; why: string } | null;
}
