import { z } from "zod";
import { CONSENT_TEXT, mayGive } from "@/lib/consent/rules";
import { type AskedPurpose, askedPurposes, type PermissionAnswer } from "@/lib/consent/schema";
import { relations } from "../schema";
import { problemAt, typed } from "../typed/schema";
import { giverOf } from "./rules";

/** The box of a purpose in a form: `permit_name`. */
export const boxOf = (what: AskedPurpose) => `permit_${what}` as const;

/** One of three answers; whatever else comes is no answer. */
const answered = z.enum(["unsure", "no", "yes"]).optional().catch(undefined);

const boxes = Object.fromEntries(askedPurposes.map((what) => [boxOf(what), answered])) as Record<
  ReturnType<typeof boxOf>,
  typeof answered
>;

/** What was answered to the permissions: yes, no, or nothing, which is kept as nothing and never as a no. */
export interface AnsweredPermissions {
  answers: PermissionAnswer[];
  relation?: (typeof relations)[number];
}

/**
 * The permissions as typed. `textVersion` is the wording that stood on the page, `at` the moment they were received. A yes asks who
 * gives it, where the page asks (`relation`); a neighbour cannot give one.
 */
export const permissionsForm = z
  .object({ ...boxes, relation: z.string().max(20).optional(), textVersion: typed(20), at: typed(40) })
  .transform((form, ctx): AnsweredPermissions => {
    const answers = askedPurposes.flatMap((purpose): PermissionAnswer[] => {
      const said = form[boxOf(purpose)];
      if (said !== "yes" && said !== "no") return [];
      const textVersion = /^\d{4}-\d{2}(-\d+)?$/.test(form.textVersion) ? form.textVersion : CONSENT_TEXT;
      const given = { textVersion, at: form.at };
      return [{ purpose, granted: said === "yes", ...given }];
    });
    const relation = relations.find((known) => known === form.relation);
    const yes = answers.find(({ granted }) => granted);
    if (yes && form.relation !== undefined) {
      if (relation === undefined || relation === "not_said") problemAt(ctx)("relation", "relation_missing");
      else if (!mayGive(yes.purpose, giverOf(relation))) problemAt(ctx)("relation", "relation_cannot");
    }
    return { answers, ...(relation && relation !== "not_said" && { relation }) };
  });
