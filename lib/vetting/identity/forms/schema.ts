import { z } from "zod";
import { caseAct, identityFields, traitFields } from "../../cases/schema";
import { whoFields } from "../schema";

const seen = z.string().regex(/^[0-9a-f]{64}$/);

/** The form that corrects who somebody is: everything filled as it stood, the version of that, and why. */
export const whoForm = caseAct.extend({
  seen,
  identity: identityFields,
  traits: traitFields,
  why: z.string().trim().min(3, { error: "required" }).max(2000),
});

export const changeAct = caseAct.extend({ changeId: z.uuid() });

/** Field by field: what stands, or what was proposed. */
export const choosingForm = changeAct.extend({
  seen,
  take: z.partialRecord(z.enum(whoFields), z.enum(["stands", "proposed"])).default({}),
});
