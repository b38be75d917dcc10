import { z } from "zod";
import { factInput, writtenMoment } from "@/lib/cases/facts/schema";
import { caseAct, code, factFields, judged, optional } from "../schema";

const moment = optional(writtenMoment);

/** The form that corrects a fact: the same boxes filled, whether a measure ended, and why. Its track and episode stay. */
export const correctionForm = caseAct
  .extend({
    factId: z.uuid(),
    track: z.string(),
    state: z.string(),
    episode: optional(z.coerce.number().int().min(1).max(99)),
    basis: code,
    jurisdiction: code,
    authority: code,
    result: code,
    ended: z.enum(["yes", "no"]).default("no"),
    endEarliest: moment,
    endLatest: moment,
    why: z.string().trim().min(3, { error: "required" }).max(2000),
    ...factFields,
    earliest: moment,
    latest: moment,
  })
  .transform(
    (
      { caseId, reference, factId, why, ended, endEarliest, endLatest, earliest, latest, ...fact },
      context,
    ) => ({
      caseId,
      reference,
      factId,
      why,
      fact: judged(
        factInput,
        {
          ...fact,
          effective: { earliest, latest },
          end: ended === "yes" ? { earliest: endEarliest, latest: endLatest } : null,
        },
        context,
      ),
    }),
  );
