"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { recordNight } from "@/lib/vetting/night/commands";
import { answerNight, type NightOutcome, preciseNight } from "@/lib/vetting/night/confirming/commands";
import { answerForm, nightForm, preciseForm } from "@/lib/vetting/night/forms/schema";

const back = (sheet: string, what: string, { done, refused }: NightOutcome): never =>
  redirect(`/equipo/noche/${sheet}?hecho=${what}&n=${done}&no=${refused}`);

/** Saves the sheet: releases that wait for a second person. */
export const saveSheet = deskAction(
  nightForm,
  async (staff, sheet, clock) => {
    const id = await recordNight(staff, sheet, clock);
    redirect(`/equipo/noche/${id}?hecho=recorded`);
  },
  { keep: ["day", "precision", "from", "to", "common", "sources", "pick", "hour", "kind", "prison"] },
);

/** A second person's ticks and refusals. */
export const answerSheet = deskAction(
  answerForm,
  async (staff, answer, clock) => back(answer.sheet, "answered", await answerNight(staff, answer, clock)),
  { keep: ["confirm", "why"] },
);

/** Says more exactly what releases of the sheet were. */
export const preciseSheet = deskAction(
  preciseForm,
  async (staff, precise, clock) => back(precise.sheet, "precised", await preciseNight(staff, precise, clock)),
  { keep: ["reason", "sources", "kind"] },
);
