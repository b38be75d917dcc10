import type { z } from "zod";

/** One address of the open API: what may be asked and what is answered, in the very shapes the code reads and writes. */
export interface Operation {
  path: string;
  summary: string;
  query?: z.ZodObject;
  parameters?: z.ZodObject;
  /** Shape of the JSON answer; null for a file of comma-separated values, unless `file` names another kind. */
  answer: z.ZodType | null;
  file?: string;
}
