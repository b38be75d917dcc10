import { z } from "zod";
import { channels, speaker } from "@/lib/cases/dossier/schema";
import { givers, type Purpose, purposes } from "@/lib/consent/schema";
import {
  caseAct,
  custodyFields,
  evidenceRows,
  identityFields,
  isTicked,
  judged,
  traitFields,
} from "../schema";

/** Purposes asked of whoever speaks for somebody without a report; each may be left unasked. */
export const askedPurposes = [
  "store",
  "count",
  "name",
  "partners",
  "un",
  "iachr",
] as const satisfies Purpose[];

const answer = z.enum(["yes", "no", ""]).default("");

/** Who permits or refuses, how that was checked, and an answer for each purpose; whole or not at all. */
const speakerFields = z
  .strictObject({
    givenBy: z.enum(givers),
    who: z.string().trim().max(200),
    how: z.string().trim().max(2000),
    ...Object.fromEntries(askedPurposes.map((purpose) => [purpose, answer])),
  })
  .transform(({ givenBy, who, how, ...said }, context) => {
    const answers = purposes.flatMap((purpose) => {
      const word = (said as Record<string, unknown>)[purpose];
      return word === "yes" || word === "no" ? [{ purpose, granted: word === "yes" }] : [];
    });
    if (answers.length === 0) return null;
    return judged(speaker, { givenBy, who, how: how === "" ? null : how, answers }, context);
  });

/** The whole form that opens a case nobody reported; `another` says that a likeness was looked at and is somebody else. */
export const directForm = z.strictObject({
  channel: z.enum(channels).exclude(["report"]),
  identity: identityFields,
  traits: traitFields,
  fact: custodyFields,
  evidence: evidenceRows.default([]),
  speaker: speakerFields,
  another: isTicked.default(false),
});

export const attaching = caseAct.extend({ reportId: z.uuid() });
