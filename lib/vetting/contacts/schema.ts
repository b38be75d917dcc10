import { z } from "zod";
import { contact, type SafeHours, type Way } from "@/lib/intake/contact/schema";

/** How a try to reach somebody ended. What was said is never written here. */
export const callResults = ["reached", "not_reached", "left_no_message"] as const;
export type CallResult = (typeof callResults)[number];

/** Short and of one line, so that every entry has the same length once sealed. */
export const reason = z
  .string()
  .trim()
  .min(10)
  .max(150)
  .refine((text) => !/\p{Cc}/u.test(text));

/** One sealed entry about reaching a family: how they asked, a try, or a call outside the safe hours with its reason. */
export const contactEntry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("contact"), by: z.string(), contact }),
  z.strictObject({ kind: z.literal("call"), by: z.string(), result: z.enum(callResults) }),
  z.strictObject({ kind: z.literal("override"), by: z.string(), why: reason }),
]);
export type ContactEntry = z.infer<typeof contactEntry>;

/** Fills every entry to the same length once sealed. */
export const sealedEntry = z.strictObject({ entry: contactEntry, fill: z.string() });

/** A try as the log shows it. */
export interface Call {
  at: Date;
  by: string;
  result: CallResult;
}

/** How a family is reached, opened. The address is there only while calling is allowed; the safe word never is. */
export interface ContactCard {
  reportId: string;
  /** Null where nobody asked them yet. */
  asked: {
    way: Way;
    address: string | null;
    hours: SafeHours;
    mayLeaveMessage: boolean;
    hasSafeWord: boolean;
    /** Staff who wrote it down; null where the family wrote it themselves. */
    by: string | null;
    at: Date;
  } | null;
  /** `closed` outside the safe hours; `overridden` for a quarter of an hour after somebody wrote why. */
  calling: "open" | "closed" | "overridden";
  calls: Call[];
  overrides: { at: Date; by: string; why: string }[];
  /** How many entries there are: an act that saw fewer is refused. */
  seen: number;
}
