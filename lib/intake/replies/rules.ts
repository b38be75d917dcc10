import type { ReplyAsk } from "./schema";

const HOUR = 3_600_000;

/** Hours within which somebody answers: danger the same night, a name within a day, the rest within a week. */
export const replyHours: Record<ReplyAsk, number> = { danger: 4, name: 24, correct: 168, answer: 168 };

/** How long what was written is kept after it was answered; the page says so. */
export const REPLY_DAYS = 90;

/** By when what was asked has an answer. */
export const answerBy = (asks: ReplyAsk, received: Date): Date =>
  new Date(received.getTime() + replyHours[asks] * HOUR);
