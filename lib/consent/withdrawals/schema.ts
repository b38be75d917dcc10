import { z } from "zod";

/** What a family posts from its thread to take a permission back, sealed to the vault: by which code it came, and for what. */
export const postedWithdrawal = z.strictObject({
  version: z.literal(1),
  /** Lookup value of the receipt, base64: leads staff to the report, never to the code. */
  lookup: z.string(),
  purpose: z.literal("count"),
});
export type PostedWithdrawal = z.infer<typeof postedWithdrawal>;
