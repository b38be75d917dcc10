"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { rememberSearch } from "@/lib/people/indexed/remembered/commands";
import { findReference } from "@/lib/vetting/search/queries";
import { searchForm } from "@/lib/vetting/search/schema";

/** What was typed goes into no address: a reference leads to its case, anything else to a page that only its owner can open. */
export const lookFor = deskAction(
  searchForm,
  async (staff, { buscar }, clock) => {
    const reference = await findReference(staff, buscar);
    if (reference) redirect(`/equipo/casos/${reference}`);
    redirect(`/equipo/buscar?b=${rememberSearch(staff, buscar, clock)}`);
  },
  { keep: ["buscar"] },
);
