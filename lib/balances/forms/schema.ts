import { z } from "zod";
import { endOfDay } from "@/lib/core/clock";
import { balanceKind, type DraftInput } from "../schema";

const day = z.iso.date({ error: "date" });
const noDay = z.literal("").transform(() => null);

export const coverageForm = z.strictObject({ since: day, until: z.union([noDay, day]).default(null) });
export const whichForm = z.strictObject({ id: z.uuid() });

/** The drafting form: a weekly balance is cut at the close of a day, a partial one now. */
export const draftForm = z
  .strictObject({
    kind: balanceKind,
    day: z.union([noDay, day]),
    blurAge: z.literal("yes").optional(),
    blurWhy: z.string().trim().max(500).default(""),
    corrects: z.string().default(""),
    why: z.string().trim().default(""),
  })
  .refine((form) => form.kind === "partial" || form.day !== null, { path: ["day"], message: "date" })
  .refine((form) => !form.blurAge || form.blurWhy.length >= 10, { path: ["blurWhy"], message: "required" })
  .refine((form) => form.corrects === "" || form.why.length >= 10, { path: ["why"], message: "required" });

/** What the form asks, as the command takes it. */
export function draftFrom(form: z.output<typeof draftForm>, now: Date): DraftInput {
  const at = form.kind === "weekly" && form.day ? endOfDay(form.day) : now;
  return {
    kind: form.kind,
    at: at.toISOString(),
    ...(form.blurAge === "yes" && { blurWhy: form.blurWhy }),
    ...(form.corrects && { corrects: { slug: form.corrects, why: form.why } }),
  };
}
