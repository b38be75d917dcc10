import { z } from "zod";
import { decisionInput, points } from "../../schema";
import { day, judged, list, rows, withReason } from "../schema";

const text = z.string().default("");

/** What a point rests on comes as one list of boxes: `evidence:` or `fact:` and which. */
const rests = { reasoning: text, rests: list };
const apart = <Point extends { rests: string[] }>({ rests, ...point }: Point) => {
  const of = (kind: string) =>
    rests.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  return { ...point, evidenceIds: of("evidence:"), factIds: of("fact:") };
};

const point = z.strictObject({ result: z.string({ error: "required" }), ...rests });
const findingRows = rows(
  point.extend({ criterion: z.string() }).transform(apart),
  (row) => typeof row.result === "string" && row.result !== "",
);

/** The decision form: rows and boxes as a browser sends them, judged by `decisionInput`. */
export const decisionForm = z
  .strictObject({
    caseId: z.uuid(),
    reference: z.string(),
    identity: point.transform(apart),
    deprivation: point.extend({ agent: z.string().default("unknown") }).transform(apart),
    findings: findingRows.default([]),
    exclusion: z.strictObject({ kind: z.string({ error: "required" }), ...rests }).transform(apart),
    counterEvidence: z.strictObject(rests).transform(apart),
    outcome: z.string({ error: "required" }),
    confidence: z.string({ error: "required" }),
    reasoning: z.string(),
    wgad: list,
    foroPenal: list,
    nextReviewOn: day.default(null),
  })
  .transform(({ caseId, reference, ...decision }, context) => ({
    caseId,
    reference,
    decision: judged(decisionInput, decision, context),
  }));

/** The second person's form: which button was pressed, a note, a dissent, and the facts ticked. */
export const reviewForm = z.strictObject({
  reference: z.string(),
  decisionId: z.uuid(),
  agreed: z.enum(["yes", "no"]).transform((word) => word === "yes"),
  note: text,
  dissentOn: list.pipe(z.array(z.enum(points))),
  dissent: text,
  factIds: list,
});

/** Another day for the next review, and why. */
export const reviewDateForm = withReason.extend({
  decisionId: z.uuid(),
  day: z.iso.date({ error: "not_a_date" }),
});
