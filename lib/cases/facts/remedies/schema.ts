import { z } from "zod";
import { saidWords } from "../correction/schema";
import { remedyInput } from "../schema";

/** A remedy asked for, or something denied, as staff write it down: a fact, and who said it as what. */
export const remedyRecord = z.strictObject({
  fact: remedyInput,
  said: saidWords.nullable().default(null),
});
export type RemedyRecord = z.input<typeof remedyRecord>;
