import { z } from "zod";

export const reviewDateInput = z.strictObject({
  day: z.iso.date(),
  why: z.string().trim().min(3).max(2000),
});
export type ReviewDate = z.infer<typeof reviewDateInput>;
