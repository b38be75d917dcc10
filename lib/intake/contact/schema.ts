import { z } from "zod";
import { problemAt, typed } from "../typed/schema";

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

/** How to reach them, as typed; nothing where nothing was answered. "None" is an answer, and forgets an address that was typed before. */
export const contactForm = z
  .object({
    way: typed(20),
    address: typed(100),
    from: typed(10),
    until: typed(10),
    leave: typed(10),
    safeWord: typed(40),
  })
  .transform((form, ctx): { contact?: Contact } => {
    const problem = problemAt(ctx);
    const way = ways.find((known) => known === form.way);
    const address = plain(form.address);
    const safeWord = plain(form.safeWord);
    if (way === undefined) {
      if (address || form.from || form.until || form.leave) problem("way", "way_missing");
      return safeWord ? { contact: { ...silent, safeWord } } : {};
    }
    if (way === "none") return { contact: { ...silent, safeWord } };
    if (!address) problem("address", "address_missing");
    const hours = { from: hourIn(form.from), until: hourIn(form.until) };
    if (hours.from !== null && hours.from === hours.until) problem("until", "hours_same");
    return { contact: { way, address, hours, mayLeaveMessage: form.leave === "yes", safeWord } };
  });

const silent = {
  way: "none" as const,
  address: "",
  hours: { from: null, until: null },
  mayLeaveMessage: false,
};

/** In one line: what no keyboard types and no telephone shows is a space. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, " ").trim();

const hourIn = (text: string): string | null => (clockTime.safeParse(text).success ? text : null);
