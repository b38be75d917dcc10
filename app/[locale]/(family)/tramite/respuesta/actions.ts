"use server";

import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { family } from "@/lib/intake/draft/commands";
import { postNews } from "@/lib/intake/news/commands";
import { newsKindIn, problemsOfNews } from "@/lib/intake/news/rules";
import { answerPost } from "../answer";
import { at, keysOf, mend, returning } from "./returning";

// Their names and this path are part of the forms that are open on phones: they do not change between releases.

/** From the list of what can have happened to the page of one of them; without a choice, the list again. */
export async function chooseNews(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, typed }) =>
    returning(flow, async (open) => {
      const topic = newsKindIn(typed.kind);
      return topic ? { ...at(open, "news"), topic } : mend(open, { problem: "news_kind_missing" });
    }),
  );
}

/** Sends one piece of news, or shows its page again with what must be mended. Posted twice, it is sent once and answers the same. */
export async function sendNews(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, locale, typed }) =>
    returning(flow, async (open) => {
      const kind = open.topic;
      if (!kind) return at(open, "news");
      if (problemsOfNews(kind, typed, dateInCaracas(wallClock())).length > 0) return mend(open, typed, kind);
      const news = { keys: keysOf(open), kind, posted: typed, locale, form: String(open.sealedAt) };
      try {
        await postNews(family, news, wallClock);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "news_enough")) throw error;
        return mend(open, { ...typed, problem: "news_enough" }, kind);
      }
      return { ...at(open, "report"), said: "news" };
    }),
  );
}
