import { z } from "zod";
import type { ReplyAsk, ReplyItem } from "@/lib/intake/replies/schema";

/** How what somebody wrote about a public page can end. */
export const replyOutcomes = ["taken_down", "refused", "closed"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** Why a page stays as it is, as the asker reads it: sentences that tell a stranger nothing, and not whether somebody is registered. */
export const stayReasons = ["permitted", "verified", "not_found", "too_little"] as const;
export type StayReason = (typeof stayReasons)[number];

const why = z.string().trim().min(10, "required").max(2000);

export const takeDownInput = z.strictObject({ id: z.uuid(), why });
export type TakeDownForm = z.input<typeof takeDownInput>;

/** An end that changes no page: refused, with what the asker is told, or attended to. */
export const settleInput = z
  .strictObject({
    id: z.uuid(),
    outcome: z.enum(["refused", "closed"], "required"),
    reason: z.preprocess((typed) => (typed === "" ? undefined : typed), z.enum(stayReasons).optional()),
    why,
  })
  .refine(({ outcome, reason }) => outcome === "closed" || reason !== undefined, {
    path: ["reason"],
    message: "required",
  });
export type SettleForm = z.input<typeof settleInput>;

/** The sealed part of an answer. */
export const replyWhy = z.strictObject({ why: z.string(), reason: z.enum(stayReasons).optional() });

/** What waits for an answer, as a row of the list. */
export interface ReplyRow {
  id: string;
  asks: ReplyAsk;
  speaks: ReplyItem["speaks"];
  /** As typed. */
  reference: string;
  receivedAt: Date;
  dueAt: Date;
  urgent: boolean;
  /** A page bears that reference now. */
  isPublished: boolean;
}

/** One that was answered, without its words. */
export interface SettledRow {
  id: string;
  outcome: string;
  by: string;
  at: Date;
}

/** What somebody wrote about a public page, opened, beside the case it names where there is one. */
export interface OpenedReply {
  id: string;
  receivedAt: Date;
  dueAt: Date;
  urgent: boolean;
  locale: "es" | "en";
  item: ReplyItem;
  /** The case of the reference, or the one it was joined to; null where there is none. */
  found: { caseId: string; reference: string; published: boolean } | null;
  /** They wrote again and wait. */
  isWaiting: boolean;
  settled: { outcome: string; by: string; at: Date; why: string; reason?: StayReason } | null;
}
