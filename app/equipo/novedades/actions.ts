"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { settleNews } from "@/lib/vetting/news/commands";
import { findCaseOfReport } from "@/lib/vetting/news/queries";

/** Takes a piece of news off the list. */
export const settleOne = deskAction(z.strictObject({ id: z.guid() }), async (staff, { id }, clock) => {
  await settleNews(staff, id, clock);
  redirect("/equipo/novedades?hecho=settled");
});

/** Looks through the sealed dossiers for the case of a report. */
export const seekCase = deskAction(
  z.strictObject({ id: z.guid(), reportId: z.uuid() }),
  async (staff, { id, reportId }, clock) => {
    const reference = await findCaseOfReport(staff, reportId, clock);
    redirect(`/equipo/novedades/${id}?caso=${reference ?? "no"}#caso`);
  },
);
