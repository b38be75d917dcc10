"use server";

import { changeable } from "@/lib/consent/withdrawals/schema";
import { dateInCaracas, wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { postAnswer } from "@/lib/intake/answers/commands";
import { isAtOnce } from "@/lib/intake/answers/rules";
import { family } from "@/lib/intake/draft/commands";
import { threadKeysOf } from "@/lib/intake/flow/rules";
import { postNews } from "@/lib/intake/news/commands";
import { newsKindIn, problemsOfNews } from "@/lib/intake/news/rules";
import { digitsIn, openReport } from "@/lib/intake/receipt/queries";
import { chooseWord, revokeOwnCode } from "@/lib/intake/revocation/commands";
import { wordForm } from "@/lib/intake/revocation/schema";
import { problemsIn } from "@/lib/intake/typed/schema";
import { answerPost, freshFlow } from "../answer";
import { at, mend, returning } from "./returning";

// Their names and this path are part of the forms that are open on phones: they do not change between releases.

/** From the list of what can have happened to the page of one of them; without a choice, the list again. */
export async function chooseNews(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, typed }) =>
    returning(flow, async (open) => {
      const topic = newsKindIn(typed.kind);
      return topic ? { ...at(open, "news"), topic } : mend(open, "news", { problem: "news_kind_missing" });
    }),
  );
}

/** Sends one piece of news, or shows its page again with what must be mended. Posted twice, it is sent once and answers the same. */
export async function sendNews(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, locale, typed }) =>
    returning(flow, async (open) => {
      const kind = open.topic;
      if (!kind) return at(open, "news");
      if (problemsOfNews(kind, typed, dateInCaracas(wallClock())).length > 0)
        return mend(open, "news", typed, { topic: kind });
      const news = { keys: threadKeysOf(open), kind, posted: typed, locale, form: String(open.sealedAt) };
      try {
        await postNews(family, news, wallClock);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "news_enough")) throw error;
        return mend(open, "news", { ...typed, problem: "news_enough" }, { topic: kind });
      }
      return { ...at(open, "report"), said: "news" };
    }),
  );
}

/** From a permission to the page that says what follows if it changes. Changes nothing. */
export async function chooseAnswer(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, typed }) =>
    returning(flow, async (open) => {
      const [what, way] = (typed.choice ?? "").split(":");
      const purpose = changeable.find((one) => one === what);
      if (!purpose || (way !== "yes" && way !== "no")) return at(open, "answers");
      return { ...at(open, "confirm"), choice: { purpose, granted: way === "yes" } };
    }),
  );
}

/** Changes one permission, after its page said what follows. Posted twice, it is once and answers the same. */
export async function confirmAnswer(form: FormData): Promise<void> {
  await answerPost(form, ({ flow }) =>
    returning(flow, async (open) => {
      const { choice } = open;
      if (!choice) return at(open, "answers");
      const keys = threadKeysOf(open);
      const report = await openReport(keys);
      if (!report) return freshFlow("ended");
      const answer = { keys, ...choice, form: String(open.sealedAt), naming: report.naming };
      try {
        await postAnswer(family, answer, wallClock);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "answers_enough")) throw error;
        return mend(open, "confirm", { problem: "answers_enough" }, { choice });
      }
      return { ...at(open, "report"), said: isAtOnce(choice, report.standing) ? "answers" : "asked" };
    }),
  );
}

/** Keeps a word for a number that has none. What was typed comes back where it could not be kept. */
export async function keepWord(form: FormData): Promise<void> {
  await answerPost(form, ({ flow, typed }) =>
    returning(flow, async (open) => {
      const { code = "", word = "" } = typed;
      const [wrong] = problemsIn(wordForm, { code, word });
      if (wrong) return mend(open, "word", { code, word, problem: wrong.key });
      try {
        await chooseWord(family, { open: threadKeysOf(open), code, word }, wallClock);
      } catch (error) {
        const mendable = ["code_unknown", "word_exists", "server_busy"];
        if (!(error instanceof Refusal && mendable.includes(error.code))) throw error;
        const isShort = error.code === "code_unknown" && digitsIn(code) !== 20;
        return mend(open, "word", { code, word, problem: isShort ? "code_length" : error.code });
      }
      return { ...at(open, "report"), said: "safeWord" };
    }),
  );
}

/** Takes a code back, from any device. A wrong code and a wrong word are answered alike. */
export async function revokeNumber(form: FormData): Promise<void> {
  await answerPost(form, async ({ typed }) => {
    const { code = "", word = "" } = typed;
    try {
      await revokeOwnCode(family, { code, word: word.slice(0, 60) }, wallClock);
      return freshFlow("revoked");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const unknown = digitsIn(code) === 20 ? "revoke_unknown" : "code_length";
      const problem = error.code === "server_busy" ? error.code : unknown;
      return freshFlow("revoke", { code: code.slice(0, 60), problem });
    }
  });
}
