import { z } from "zod";
import { heldStates, outStates } from "@/lib/cases/facts/schema";

/** Everything a page about a named person may print. What is not in this shape cannot leave the registry by a page. */
export const namedContent = z.strictObject({
  reference: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/),
  name: z.string().min(1),
  /** Last custody state; `released` alone while details are hidden. */
  state: z.enum([...heldStates, "released", ...outStates]),
  /** Month in which that state began, `2026-01`; null when it is not known to the month or is hidden. */
  since: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  /** After any release, until the person is asked again: the name and the plain state, nothing more. */
  detailsHidden: z.boolean(),
  /** Federal entity of detention. */
  entity: z
    .string()
    .regex(/^VE-[A-Z]$/)
    .nullable(),
  events: z.array(
    z.strictObject({
      track: z.enum(["custody", "process", "measure"]),
      state: z.string(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .nullable(),
    }),
  ),
  /** In which month something the page had told was corrected, and of which kind; never what it said before. */
  corrections: z
    .array(
      z.strictObject({
        track: z.enum(["custody", "process", "measure"]),
        month: z.string().regex(/^\d{4}-\d{2}$/),
      }),
    )
    .default([]),
  /** How many independent origins stand behind the case, and only the kinds that are public themselves. */
  sources: z.strictObject({ count: z.number().int().min(0), kinds: z.array(z.string()) }),
});
export type NamedContent = z.infer<typeof namedContent>;
