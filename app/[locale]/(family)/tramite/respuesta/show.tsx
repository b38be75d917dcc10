import type { Carried, Post } from "@/components/family/post-form";
import { ReportPage } from "@/components/family/report-page";
import { ConfirmPage } from "@/components/family/returning/confirm-page";
import { NewsPage } from "@/components/family/returning/news-page";
import { OwnAnswersPage } from "@/components/family/returning/own-answers-page";
import { WhichNewsPage } from "@/components/family/returning/which-news-page";
import { WithdrawPage } from "@/components/family/returning/withdraw-page";
import { WordPage } from "@/components/family/returning/word-page";
import { answerMessage } from "../actions";
import { addressOf } from "../addresses";
import type { Shown } from "../shown";
import { chooseAnswer, chooseNews, confirmAnswer, keepWord, sendNews } from "./actions";

/** What a page of somebody who returned shows. */
export function returningBody(shown: Shown, carried: Carried, goTo: Post): React.ReactNode {
  const { view, report, topic, choice, typed, problems, trouble, said } = shown;
  if (view === "news" && topic)
    return <NewsPage {...{ carried, goTo, topic, typed, problems, trouble }} send={sendNews} />;
  if (view === "news") return <WhichNewsPage {...{ carried, goTo, problems }} choose={chooseNews} />;
  if (!report) return null;
  const own = { carried, goTo, report, choose: chooseAnswer };
  if (view === "answers") return <OwnAnswersPage {...own} />;
  if (view === "withdraw" || (view === "confirm" && !choice)) return <WithdrawPage {...own} />;
  if (view === "confirm" && choice)
    return <ConfirmPage {...{ carried, goTo, choice, problems, trouble, report }} confirm={confirmAnswer} />;
  if (view === "word") return <WordPage {...{ carried, goTo, typed, problems, trouble }} keep={keepWord} />;
  const answer = { post: answerMessage, typed: typed.words };
  const revoke = addressOf("revoke", carried.locale);
  return (
    <ReportPage
      {...{ carried, report, said, problems, trouble, answer, goTo, revoke, hasWord: shown.hasWord }}
    />
  );
}
