"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { confirmBatch, discardBatch } from "@/lib/cases/exchange/batches/commands";
import { batchForm, discardForm } from "@/lib/cases/exchange/batches/schema";

/** The second person makes a batch known, whole. */
export const confirm = deskAction(batchForm, async (staff, { id }, clock) => {
  await confirmBatch(staff, id, clock);
  redirect(`/equipo/importaciones/${id}?hecho=confirmed`);
});

/** Puts a batch aside for good, with its reason. */
export const discard = deskAction(
  discardForm,
  async (staff, input, clock) => {
    await discardBatch(staff, input, clock);
    redirect(`/equipo/importaciones/${input.id}?hecho=discarded`);
  },
  { keep: ["why"] },
);
