import { z } from "zod";
import { reasonCodes, verdicts } from "@/lib/people/matching/schema";

/** What somebody may answer about two who look alike. */
export const pairAnswers = ["same_person", "other_episode", "different", "unsure"] as const;
export type PairAnswer = (typeof pairAnswers)[number];

/** Saved views of the pairs: what waits, what somebody could not tell, what was answered. */
export const pairViews = ["likely", "possible", "reopened", "unsure", "different", "joined"] as const;
export type PairView = (typeof pairViews)[number];

/** A case by its id or a report by its own. */
export const pairKey = z.strictObject({ kind: z.enum(["case", "report"]), id: z.uuid() });
export type PairKey = z.infer<typeof pairKey>;

/** What a pair keeps sealed: which two, and what spoke for and against it. */
export const pairWords = z.strictObject({
  sides: z.tuple([pairKey, pairKey]),
  verdict: z.enum(verdicts),
  reasons: z.array(z.enum(reasonCodes)),
});
export type PairWords = z.infer<typeof pairWords>;

export const answerWhy = z.string().trim().min(3).max(2000);
export const answerInput = z.strictObject({
  id: z.uuid(),
  answer: z.enum(["different", "unsure"]),
  why: answerWhy,
});

/** How two values stand to each other. */
export const agreements = ["same", "compatible", "different", "missing"] as const;
export type Agreement = (typeof agreements)[number];

/** One of two who are compared, as it stands now: a case, or what a family wrote. */
export interface PairSide extends PairKey {
  /** Of a case; null for a report. */
  reference: string | null;
  givenNames: string;
  surnames: string;
  aliases: string[];
  document: string | null;
  sex: string;
  birthDate: string | null;
  birthYear: number | null;
  /** As somebody said it of the day it was said: years, where that is all that is known. */
  age: number | null;
  nationality: string | null;
  civilMilitary: string | null;
  detentions: PairDetention[];
  verdict: string | null;
  evidence: number | null;
  reports: number | null;
  openedAt: Date;
}

/** One statement on a detention; between which days it began, as near as it is known: never a day that nobody said. */
export interface PairDetention {
  state: string;
  earliest: string | null;
  latest: string | null;
  entity: string | null;
  facility: string | null;
}

/** Two who may be one, side by side. */
export interface PairShown extends PairWords {
  id: string;
  score: number;
  state: string;
  reopened: boolean;
  left: PairSide;
  right: PairSide;
  answers: { answer: PairAnswer; why: string; answeredBy: string; answeredAt: Date }[];
  /** The merge of these two that waits or stands. */
  mergeId: string | null;
}
