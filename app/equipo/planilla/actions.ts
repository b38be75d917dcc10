"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { steps } from "@/lib/intake/draft/schema";
import { destroySheet, seeSheetDestroyed, transcribeSheet } from "@/lib/vetting/paper/commands";
import { isLate } from "@/lib/vetting/paper/rules";
import { sheetForm } from "@/lib/vetting/paper/schema";

const which = z.strictObject({ id: z.uuid() });

/** Saves a sheet and begins another. */
export const transcribe = deskAction(
  sheetForm(() => dateInCaracas(wallClock())),
  async (staff, sheet, clock) => {
    await transcribeSheet(staff, sheet, clock);
    redirect(`/equipo/planilla?hecho=${isLate(sheet.takenOn, clock()) ? "late" : "saved"}`);
  },
  { keep: ["number", "takenOn", "store", "count", ...steps] },
);

export const destroy = deskAction(which, async (staff, { id }, clock) => {
  await destroySheet(staff, id, clock);
  redirect("/equipo/planilla?hecho=destroyed#papeles");
});

export const see = deskAction(which, async (staff, { id }, clock) => {
  await seeSheetDestroyed(staff, id, clock);
  redirect("/equipo/planilla?hecho=seen#papeles");
});
