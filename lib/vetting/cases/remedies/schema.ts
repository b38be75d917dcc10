import { z } from "zod";
import { remedyRecord } from "@/lib/cases/facts/remedies/schema";
import { remedyStates } from "@/lib/cases/facts/schema";
import { caseAct, code, day, judged, optional, sourceRows } from "../schema";

/** The forms of remedies and denials: one date is that day, a second makes it a span; an answer has a date of its own. */
export const remedyForm = caseAct
  .extend({
    state: z.enum(remedyStates),
    episode: optional(z.coerce.number().int().min(1).max(99)),
    earliest: day,
    latest: day,
    entity: code.default(null),
    facility: code.default(null),
    authority: optional(z.string().trim().max(200)).default(null),
    said: optional(z.string().trim().max(500)).default(null),
    result: code.default(null),
    answeredOn: day.default(null),
    sources: sourceRows,
  })
  .transform(({ caseId, reference, earliest, latest, answeredOn, said, authority, ...fact }, context) => ({
    caseId,
    reference,
    remedy: judged(
      remedyRecord,
      {
        said,
        fact: {
          ...fact,
          track: "remedy",
          authority: authority ?? null,
          effective: { earliest, latest: latest ?? earliest },
          end: answeredOn ? { earliest: answeredOn, latest: answeredOn } : null,
        },
      },
      context,
    ),
  }));
