import { z } from "zod";
import { changeAspects, changeTerms } from "@/lib/tallies/changed/schema";

/** One line of what changed since the last publication: whose, under which term, by how much and why. Never a name. */
export const changeLine = z.object({
  position: z.int(),
  term: z.enum(changeTerms),
  sign: z.int(),
  /** Null where a number moved and nobody in the registry says whose it was. */
  reference: z.string().nullable(),
  moment: z.date().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  aspects: z.array(z.enum(changeAspects)),
});
export type ChangeLine = z.infer<typeof changeLine>;

/** A term that has lines: how many, what they sum to, and where the first of them stands. */
export const listedTerm = z.object({
  term: z.enum(changeTerms),
  rows: z.int().positive(),
  sum: z.int(),
  first: z.int().positive(),
});
export type ListedTerm = z.infer<typeof listedTerm>;
