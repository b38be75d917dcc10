import { z } from "zod";

/** How far whoever says it can be relied upon: a code of the vocabulary `source_reliability`. */
export const reliabilities = ["reliable", "fairly_reliable", "doubtful", "unreliable", "unknown"] as const;
/** How far what it says is borne out by the rest: a code of the vocabulary `content_credibility`. */
export const credibilities = ["confirmed", "likely", "possible", "unlikely", "unknown"] as const;

/** Why somebody judges an item so, or says that a lead is evidence. */
export const weighingReason = z.string().trim().min(3, { error: "required" }).max(2000);

/** A judgement of source and content, apart: a reliable source can be wrong, and a doubtful one right. */
export const gradeInput = z.strictObject({
  reliability: z.enum(reliabilities, { error: "required" }),
  credibility: z.enum(credibilities, { error: "required" }),
  why: weighingReason,
});
export type GradeInput = z.infer<typeof gradeInput>;

/** A judgement as the desk shows it. */
export interface Grade extends GradeInput {
  id: string;
  by: string;
  at: Date;
}
