import { z } from "zod";
import type { CarriedFact } from "@/lib/cases/merge/carrying/queries";
import { mergeKinds, mergeReason } from "@/lib/cases/merge/schema";
import type { Who } from "../../identity/schema";
import { type WhoField, whoFields } from "../../identity/schema";

/** How one fact of the absorbed case is treated: left there, added, or put in the place of a fact of the other. */
const factChoice = z.strictObject({ fact: z.uuid(), as: z.union([z.enum(["leave", "add"]), z.uuid()]) });

/** The form in which somebody says how two cases become one. */
export const mergeForm = z
  .strictObject({
    pairId: z.uuid(),
    survivingId: z.uuid(),
    absorbedId: z.uuid(),
    kind: z.enum(mergeKinds),
    facts: z.array(factChoice).max(100).default([]),
    fields: z.array(z.enum(whoFields)).max(20).default([]),
    why: mergeReason,
  })
  .transform(({ facts, kind, fields, why, ...ids }) => ({
    ...ids,
    plan: {
      ...{ kind, fields, why },
      take: facts.flatMap(({ fact, as }) =>
        as === "leave" ? [] : [{ fact, over: as === "add" ? null : as }],
      ),
    },
  }));

/** One of the two cases of a merge, as it is shown. */
export interface MergeSide {
  caseId: string;
  reference: string;
  who: Who;
  facts: CarriedFact[];
  evidence: number;
  reports: number;
  permissions: { purpose: string; granted: boolean; standing: boolean }[];
  /** Whether next of kin were told of a death. */
  kinTold: boolean;
}

/** What a merge would do, before anybody proposes it. */
export interface MergePreview {
  surviving: MergeSide;
  absorbed: MergeSide;
  differing: WhoField[];
  /** Facts of the absorbed case that the other does not tell already. */
  untold: Set<string>;
}
