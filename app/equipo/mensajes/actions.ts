"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { isTicked } from "@/lib/vetting/cases/schema";
import { sendMessage, settleThread } from "@/lib/vetting/threads/commands";
import { templates } from "@/lib/vetting/threads/schema";

const reached = { reportId: z.uuid(), seen: z.coerce.number().int().min(0) };
const backTo = (reportId: string, done: string): never =>
  redirect(`/equipo/mensajes/${reportId}?hecho=${done}`);

/** Sends the sentences that were ticked. */
export const sendSentences = deskAction(
  z.strictObject({ ...reached, templates: z.array(z.enum(templates)).min(1, "required").max(4, "too_many") }),
  async (staff, { reportId, ...form }, clock) => {
    await sendMessage(staff, reportId, form, clock);
    backTo(reportId, "sent");
  },
  { keep: ["templates"] },
);

/** Sends words of the author's own, once they ticked that no sentence will do and nothing in them gives anybody away. */
export const sendOwnWords = deskAction(
  z.strictObject({
    ...reached,
    own: isTicked,
    asks: isTicked,
    words: z.string().trim().min(3, "required").max(1000, "too_long"),
  }),
  async (staff, { reportId, ...form }, clock) => {
    await sendMessage(staff, reportId, form, clock);
    backTo(reportId, "sent");
  },
  { keep: ["words", "asks", "own"] },
);

export const settleOne = deskAction(z.strictObject(reached), async (staff, { reportId, seen }, clock) => {
  await settleThread(staff, reportId, { seen }, clock);
  backTo(reportId, "settled");
});
