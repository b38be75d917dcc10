"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { discardDraft, draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { coverageForm, draftForm, draftFrom, whichForm } from "@/lib/balances/forms/schema";

/** Proposes the span of dates the registry answers for. */
export const declare = deskAction(
  coverageForm,
  async (staff, input, clock) => {
    await declareCoverage(staff, input, clock);
    redirect("/equipo/balances?hecho=declared");
  },
  { keep: ["since", "until"] },
);

/** Another coordinator stands behind it. */
export const second = deskAction(whichForm, async (staff, { id }, clock) => {
  await secondCoverage(staff, id, clock);
  redirect("/equipo/balances?hecho=seconded");
});

/** Counts and prepares a balance. */
export const draft = deskAction(
  draftForm,
  async (staff, form, clock) => {
    const id = await draftBalance(staff, draftFrom(form, clock()), clock);
    redirect(`/equipo/balances/${id}?hecho=drafted`);
  },
  { keep: ["kind", "day", "blurAge", "blurWhy", "corrects", "why"] },
);

/** Signs as oneself; the second signature publishes. */
export const signDraft = deskAction(whichForm, async (staff, { id }, clock) => {
  const outcome = await signBalance(staff, id, clock);
  redirect(`/equipo/balances/${id}?hecho=${outcome === "published" ? "published" : "signed"}`);
});

/** Puts a draft aside. */
export const discard = deskAction(whichForm, async (staff, { id }, clock) => {
  await discardDraft(staff, id, clock);
  redirect("/equipo/balances?hecho=discarded");
});
