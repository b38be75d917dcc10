import { z } from "zod";
import { permissionAnswer } from "@/lib/consent/schema";
import { postedForm } from "../typed/schema";

/** The pages of a report that are written down, in their order. Documents have a page of their own between health and contact. */
export const steps = [
  "person",
  "detention",
  "whereabouts",
  "court",
  "health",
  "contact",
  "permissions",
] as const;
export type Step = (typeof steps)[number];

/** A report being written, as sealed under its code's own key: the forms as posted, right or wrong. */
export const draft = z.strictObject({
  version: z.literal(1),
  locale: z.enum(["es", "en"]),
  permissions: z.array(permissionAnswer),
  threadPublicKey: z.base64(),
  forms: z.strictObject({
    person: postedForm.optional(),
    detention: postedForm.optional(),
    whereabouts: postedForm.optional(),
    court: postedForm.optional(),
    health: postedForm.optional(),
    contact: postedForm.optional(),
    permissions: postedForm.optional(),
  }),
});
export type Draft = z.infer<typeof draft>;

/** The two questions asked before anything is kept. Neither has an answer until somebody gives one. */
export const questionsForm = z.object({
  store: z.enum(["yes", "no"], "store_missing"),
  count: z.enum(["yes", "no"], "count_missing"),
});
