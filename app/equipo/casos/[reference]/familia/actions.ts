"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { purposes } from "@/lib/consent/schema";
import { caseAct, judged, withReason } from "@/lib/vetting/cases/schema";
import { recordOwnAnswer } from "@/lib/vetting/contacts/asked/commands";
import { ownAnswer } from "@/lib/vetting/contacts/asked/schema";
import { confirmRevocation, issueCode, proposeRevocation } from "@/lib/vetting/contacts/codes/commands";
import { codeInput } from "@/lib/vetting/contacts/codes/schema";
import { explainOutcome } from "@/lib/vetting/threads/outcomes/commands";
import { helps, reasons } from "@/lib/vetting/threads/outcomes/schema";

const backTo = (reference: string, done: string): never =>
  redirect(`/equipo/casos/${encodeURIComponent(reference)}/familia?hecho=${done}`);

/** A code to read out over the telephone: told once, in the answer to this post alone. */
export const giveCode = deskAction(
  caseAct.extend(codeInput.shape),
  async (staff, { caseId, reference: _, ...form }, clock) => {
    const { code } = await issueCode(staff, caseId, form, clock);
    return { told: [code] };
  },
  { keep: ["locale"] },
);

export const askToRevoke = deskAction(
  withReason.extend({ reportId: z.uuid() }),
  async (staff, { caseId, reference, ...form }, clock) => {
    await proposeRevocation(staff, caseId, form, clock);
    backTo(reference, "revocation");
  },
  { keep: ["why"] },
);

export const confirmRevoke = deskAction(
  caseAct.extend({ revocationId: z.uuid() }),
  async (staff, { caseId, reference, revocationId }, clock) => {
    await confirmRevocation(staff, caseId, revocationId, clock);
    backTo(reference, "revoked");
  },
);

export const explainOne = deskAction(
  caseAct.extend({
    reason: z.enum(reasons, { error: "required" }),
    helps: z.array(z.enum(helps)).default([]),
  }),
  async (staff, { caseId, reference, ...form }, clock) => {
    await explainOutcome(staff, caseId, form, clock);
    backTo(reference, "explained");
  },
  { keep: ["reason", "helps"] },
);

const answer = z.enum(["yes", "no"], { error: "required" });
const answered = Object.fromEntries(purposes.map((purpose) => [purpose, answer])) as Record<
  (typeof purposes)[number],
  typeof answer
>;

/** What the released person answered: every purpose, none of them answered beforehand. */
export const saveOwnAnswer = deskAction(
  caseAct
    .extend({
      askedBy: z.string(),
      means: z.string({ error: "required" }),
      on: z.iso.date({ error: "not_a_date" }),
      checked: z.string(),
      answers: z.strictObject(answered),
    })
    .transform(({ caseId, reference, answers, ...rest }, context) => ({
      caseId,
      reference,
      said: judged(
        ownAnswer,
        {
          ...rest,
          answers: Object.fromEntries(purposes.map((purpose) => [purpose, answers[purpose] === "yes"])),
        },
        context,
      ),
    })),
  async (staff, { caseId, reference, said }, clock) => {
    await recordOwnAnswer(staff, caseId, said, clock);
    backTo(reference, "asked");
  },
  { keep: ["askedBy", "means", "on", "checked", "answers"] },
);
