import { z } from "zod";
import { relations } from "@/lib/evidence/links/schema";
import { evidenceInput, originClasses } from "@/lib/evidence/schema";
import { gradeInput, weighingReason } from "@/lib/evidence/weighing/schema";
import { caseAct, judged, withReason } from "../cases/schema";

/** What is said of an item on its page. */
const itemAct = caseAct.extend({ evidenceId: z.uuid() });
export const gradeForm = itemAct.extend(gradeInput.shape);
export const promotionForm = itemAct.extend({ why: weighingReason });
export const tieForm = itemAct.extend({
  factId: z.uuid({ error: "required" }),
  relation: z.enum(relations, { error: "required" }),
  why: weighingReason,
});
export const untieForm = withReason.extend({ linkId: z.uuid(), piece: z.uuid() });
export const pieceWithdrawal = withReason.extend({ evidenceId: z.uuid() });
export const pieceMark = caseAct.extend({
  piece: z.uuid(),
  graphic: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
});

/** How a file that the desk brings was obtained: from whom, when and by what way. Sealed with the file. */
export const obtainedWords = z.string().trim().min(3).max(2000);

/** Reading a document: what it is, where it comes from in the end, what it says, and whether it is a lead or evidence, and why. */
export const readingInput = z.strictObject({
  documentId: z.uuid(),
  item: evidenceInput,
  /** Why it is evidence; null leaves it a lead. */
  why: weighingReason.nullable(),
});
export type Reading = z.input<typeof readingInput>;

export const readingForm = caseAct
  .extend({
    documentId: z.uuid(),
    title: z.string(),
    kind: z.string(),
    originClass: z.enum(originClasses),
    originName: z.string().trim().max(60).default(""),
    quotation: z.string().default(""),
    place: z.string().default(""),
    standing: z.enum(["lead", "evidence"], { error: "required" }),
    why: z.string().trim().max(2000).default(""),
  })
  .transform(
    ({ caseId, reference, documentId, kind, originClass, originName, standing, why, ...words }, context) => {
      const origin = originName === "" ? originClass : `${originClass}:${originName}`;
      if (standing === "evidence" && why.length < 3)
        context.issues.push({ code: "custom", input: why, path: ["why"], message: "required" });
      const item = judged(evidenceInput, { kind, origin, lead: true, words }, context);
      return { caseId, reference, reading: { documentId, item, why: standing === "evidence" ? why : null } };
    },
  );
