"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { chooseChange, confirmChange, declineChange, proposeChange } from "@/lib/vetting/identity/commands";
import { changeAct, choosingForm, whoForm } from "@/lib/vetting/identity/forms/schema";
import { whoFields } from "@/lib/vetting/identity/schema";

const back = (reference: string, what: string): never =>
  redirect(`/equipo/casos/${encodeURIComponent(reference)}/identidad?hecho=${what}`);

/** Proposes other words or traits; where somebody changed them meanwhile both values are shown to choose from. */
export const proposeWho = deskAction(
  whoForm,
  async (staff, { caseId, reference, seen, identity, traits, why }, clock) => {
    const { isOvertaken } = await proposeChange(
      staff,
      caseId,
      { seen, who: { identity, traits }, why },
      clock,
    );
    back(reference, isOvertaken ? "choca" : "propuesto");
  },
  { keep: ["identity", "traits", "why"] },
);

export const confirmWho = deskAction(changeAct, async (staff, { caseId, reference, changeId }, clock) => {
  await confirmChange(staff, { caseId, changeId }, clock);
  back(reference, "cambiado");
});

export const declineWho = deskAction(changeAct, async (staff, { caseId, reference, changeId }, clock) => {
  await declineChange(staff, { caseId, changeId }, clock);
  back(reference, "queda");
});

export const chooseWho = deskAction(
  choosingForm,
  async (staff, { caseId, reference, changeId, seen, take }, clock) => {
    const taken = whoFields.filter((field) => take[field] === "proposed");
    await chooseChange(staff, { caseId, changeId, seen, taken }, clock);
    back(reference, taken.length > 0 ? "propuesto" : "queda");
  },
);
