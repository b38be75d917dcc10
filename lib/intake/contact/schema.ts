import { z } from "zod";

/** Ways of being reached. `none`: they only look with their code, which weighs as much as any other answer. */
export const ways = ["call", "whatsapp", "signal", "email", "none"] as const;
export type Way = (typeof ways)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text));

/**
 * When it is safe to call, by the clock in Venezuela: from an hour until another, over midnight where the second comes first. Without
 * an hour that side is open.
 */
export const safeHours = z
  .strictObject({ from: clockTime.nullable(), until: clockTime.nullable() })
  .refine(({ from, until }) => from === null || from !== until);
export type SafeHours = z.infer<typeof safeHours>;

/** How a family asked to be reached. Sealed wherever it is kept. */
export const contact = z
  .strictObject({
    way: z.enum(ways),
    /** A telephone number or an address; empty for `none`. */
    address: words(100),
    hours: safeHours,
    mayLeaveMessage: z.boolean(),
    /** By which they know that it is us, and we that it is them. */
    safeWord: words(40),
  })
  .refine(({ way, address }) => (way === "none") === (address === ""), { path: ["address"] });
export type Contact = z.infer<typeof contact>;
