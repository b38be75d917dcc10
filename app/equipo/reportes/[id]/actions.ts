"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { attachReportTo, openCase } from "@/lib/cases/dossier/commands";
import { rememberSearch } from "@/lib/people/indexed/remembered/commands";
import { openingForm } from "@/lib/vetting/cases/schema";
import { openReport } from "@/lib/vetting/reports/queries";
import { permissionsOf } from "@/lib/vetting/reports/rules";
import { searchForm } from "@/lib/vetting/search/schema";

/** Looks for the case of the person; what was typed goes into no address. */
export const lookForCase = deskAction(
  searchForm.extend({ reportId: z.uuid() }),
  async (staff, { reportId, buscar }, clock) => {
    redirect(`/equipo/reportes/${reportId}?b=${rememberSearch(staff, buscar, clock)}#agregar`);
  },
  { keep: ["buscar"] },
);

/** Adds the report to the case of somebody who was reported before. */
export const attachToCase = deskAction(
  z.strictObject({ reportId: z.uuid(), reference: z.string().max(20) }),
  async (staff, { reportId, reference }, clock) => {
    const { payload } = await openReport(staff, reportId, clock);
    await attachReportTo(staff, reference, reportId, clock, permissionsOf(payload));
    redirect(`/equipo/casos/${encodeURIComponent(reference)}?hecho=attached`);
  },
);

/** Opens the case of a report. Permissions are the family's own answers, read again from the report and never from the form. */
export const openCaseFromReport = deskAction(
  openingForm,
  async (staff, { reportId, identity, traits, fact, court, evidence }, clock) => {
    const { payload } = await openReport(staff, reportId, clock);
    const { reference } = await openCase(
      staff,
      {
        identity,
        traits,
        permissions: permissionsOf(payload),
        reportIds: [reportId],
        channel: "report",
        facts: court ? [fact, court] : [fact],
        evidence,
      },
      clock,
    );
    redirect(`/equipo/casos/${reference}?hecho=case`);
  },
  { keep: ["identity", "traits", "fact", "court", "evidence"] },
);
