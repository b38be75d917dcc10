import { z } from "zod";

/** Where the words about a fact are bound to. */
export const noteContext = (factId: string): string => `facts|note|${factId}`;

/** Why a fact corrects another. */
export const noteWords = z.string().trim().min(3).max(2000);

/** Who said it, as what: the guard at the gate, a secretary of the court. Never a name that is not needed. */
export const saidWords = z.string().trim().min(2).max(500);

/** What is kept sealed with a fact: why it corrects another, and on whose lips it was. A bare text is a reason. */
export const factNote = z.union([
  noteWords.transform((why) => ({ why, said: null })),
  z.strictObject({ why: noteWords.nullable(), said: saidWords.nullable() }),
]);
export type FactNote = z.output<typeof factNote>;
