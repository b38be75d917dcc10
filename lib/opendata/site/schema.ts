import { z } from "zod";

/** What every public page needs to know of this installation: coverage, gate, the next balance, whether it is a demonstration. */
export const site = z.strictObject({
  demonstration: z.boolean(),
  organisation: z.string(),
  /** ISO dates in Caracas this registry answers for; null while none is declared. `until` null is open. */
  coverage: z.strictObject({ since: z.iso.date(), until: z.iso.date().nullable() }).nullable(),
  /** Verified people needed before the first balance. */
  gate: z.int().nonnegative(),
  nextBalance: z.date().nullable(),
});

export type Site = z.infer<typeof site>;
