"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { requestFiling } from "@/lib/filings/commands";
import { filingInput } from "@/lib/filings/schema";

const asked = filingInput.extend({ language: z.enum(["es", "en"]).default("es") });

/** Asks for a record: refused where the family did not permit it, and until a second factor is fresh; then leads to the sheet. */
export const prepareSheet = deskAction(
  asked,
  async (staff, { reference, recipient, language }, clock) => {
    await requestFiling(staff, { reference, recipient }, clock);
    redirect(`/equipo/casos/${encodeURIComponent(reference)}/ficha?para=${recipient}&lengua=${language}`);
  },
  { keep: ["recipient", "language"] },
);
