import { z } from "zod";
import { purposes } from "../schema";

/** What a holder can change from their thread: each purpose, or take back everything they sent. */
export const changeable = [...purposes.filter((one) => one !== "store"), "everything"] as const;
export type Changeable = (typeof changeable)[number];

/** What a family posts from its thread to change a permission, sealed to the vault: by which code it came, for what, and which way. */
export const postedWithdrawal = z.strictObject({
  version: z.literal(1),
  /** Lookup value of the receipt, base64: leads staff to the report, never to the code. */
  lookup: z.string(),
  purpose: z.enum(changeable),
  /** A yes; without it, taken back. */
  granted: z.boolean().default(false),
  textVersion: z.string().max(20).nullable().default(null),
});
export type PostedWithdrawal = z.input<typeof postedWithdrawal>;
