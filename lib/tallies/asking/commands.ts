import type { Actor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/core/clock";
import { askSeries, askStanding, askWindow } from "../commands";
import { seriesRows, standingRows, windowRows } from "../files/rules";
import type { Series } from "../series/schema";
import type { AnsweredWindow, Question, Standing } from "./schema";

/** What a question of the desk is answered with, and the same as rows of a file. */
export type Answered = { rows: object[] } & (
  | { ask: "standing"; answer: Standing }
  | { ask: "window"; answer: AnsweredWindow }
  | { ask: "series"; answer: Series }
);

/** Answers one question of the desk, exactly, on the trail. The page and its files ask here, so that they cannot differ. */
export async function askQuestion(actor: Actor, question: Question, clock: Clock): Promise<Answered> {
  const { ask } = question;
  if (ask === "window") {
    const answer = await askWindow(actor, question, clock);
    return { ask, answer, rows: windowRows(answer) };
  }
  if (ask === "series") {
    const answer = await askSeries(actor, question, clock);
    return { ask, answer, rows: seriesRows(answer) };
  }
  const answer = await askStanding(actor, question, clock);
  return { ask, answer, rows: standingRows(answer) };
}
