import { z } from "zod";
import { typed } from "../typed/schema";

/** The word somebody chooses to take their number back with, and the number once more: only it gives the key that keeps the word. */
export const wordForm = z.object({
  code: z.string(),
  word: typed(40).refine((word) => (word.match(/\p{L}|\p{N}/gu)?.length ?? 0) >= 4, "word_short"),
});
