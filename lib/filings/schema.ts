import { z } from "zod";
import type { Purpose } from "@/lib/consent/schema";

/** Whoever a record can be handed to. There is no paper for the press: it never gets a whole record. */
export const recipients = [
  "lawyer",
  "partner_organisation",
  "un_special_procedures",
  "un_treaty_body",
  "iachr",
] as const;
export type Recipient = (typeof recipients)[number];

/** What the family must have permitted for each of them (WGEID and the IACHR ask for the relatives' consent themselves). */
export const purposeOf: Record<Recipient, Purpose> = {
  lawyer: "partners",
  partner_organisation: "partners",
  un_special_procedures: "un",
  un_treaty_body: "un",
  iachr: "iachr",
};

/** Which record is asked for, and for whom. */
export const filingInput = z.strictObject({ reference: z.string(), recipient: z.enum(recipients) });
export type FilingForm = z.input<typeof filingInput>;
