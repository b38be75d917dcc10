"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { contact, ways } from "@/lib/intake/contact/schema";
import { code, judged } from "@/lib/vetting/cases/schema";
import { callAnyway, logCall, recordContact, tellSafeWord } from "@/lib/vetting/contacts/commands";
import { callResults } from "@/lib/vetting/contacts/schema";

const reached = { reportId: z.uuid(), seen: z.coerce.number().int().min(0) };
const backTo = (reportId: string, done: string): never =>
  redirect(`/equipo/reportes/${reportId}/contacto?hecho=${done}`);
const answer = z.enum(["yes", "no"], { error: "required" }).transform((word) => word === "yes");

/** Writes down how the family asks to be reached. */
export const saveContact = deskAction(
  z
    .strictObject({
      ...reached,
      way: z.enum(ways, { error: "required" }),
      address: z.string().trim(),
      from: code,
      until: code,
      mayLeaveMessage: answer,
      safeWord: z.string(),
    })
    .transform(({ reportId, seen, from, until, ...rest }, context) => ({
      reportId,
      seen,
      contact: judged(
        contact.transform((asked) => asked),
        { ...rest, hours: { from, until } },
        context,
      ),
    })),
  async (staff, form, clock) => {
    await recordContact(staff, form, clock);
    backTo(form.reportId, "contact");
  },
  { keep: ["way", "from", "until", "mayLeaveMessage"] },
);

export const saveCall = deskAction(
  z.strictObject({ ...reached, result: z.enum(callResults, { error: "required" }) }),
  async (staff, form, clock) => {
    await logCall(staff, form, clock);
    backTo(form.reportId, "call");
  },
  { keep: ["result"] },
);

/** Calls outside the safe hours, for a reason that stays. */
export const saveReason = deskAction(
  z.strictObject({ ...reached, why: z.string().trim().min(10, "required").max(150, "too_long") }),
  async (staff, form, clock) => {
    await callAnyway(staff, form, clock);
    backTo(form.reportId, "anyway");
  },
  { keep: ["why"] },
);

/** The safe word, told once on the answer to this post and on no page. */
export const showWord = deskAction(
  z.strictObject({ reportId: z.uuid() }),
  async (staff, { reportId }, clock) => ({
    told: [await tellSafeWord(staff, reportId, clock)],
  }),
);
