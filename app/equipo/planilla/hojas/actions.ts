"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { markPrinted } from "@/lib/vetting/paper/printing/commands";
import { printedInput } from "@/lib/vetting/paper/schema";

/** The sheets that were just printed: the page offers the ones after them next. */
export const printed = deskAction(printedInput, async (staff, { lote, lengua, ...which }, clock) => {
  await markPrinted(staff, which, clock);
  redirect(`/equipo/planilla/hojas?${new URLSearchParams({ lote, lengua, hecho: "printed" })}`);
});
