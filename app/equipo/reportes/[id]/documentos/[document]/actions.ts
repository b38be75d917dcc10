"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { markGraphic } from "@/lib/vetting/documents/commands";

/** What somebody saw of a document, so that the next one is asked first. */
export const mark = deskAction(
  z.strictObject({
    reportId: z.uuid(),
    documentId: z.uuid(),
    graphic: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
  }),
  async (staff, input, clock) => {
    await markGraphic(staff, input, clock);
    redirect(`/equipo/reportes/${input.reportId}/documentos/${input.documentId}`);
  },
);
