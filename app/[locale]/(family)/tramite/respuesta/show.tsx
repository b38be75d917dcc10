import type { Carried, Post } from "@/components/family/post-form";
import { ReportPage } from "@/components/family/report-page";
import { NewsPage } from "@/components/family/returning/news-page";
import { WhichNewsPage } from "@/components/family/returning/which-news-page";
import { answerMessage } from "../actions";
import type { Shown } from "../shown";
import { chooseNews, sendNews } from "./actions";

/** What a page of somebody who returned shows. */
export function returningBody(shown: Shown, carried: Carried, goTo: Post): React.ReactNode {
  const { view, report, topic, typed, problems, trouble, said } = shown;
  if (view === "news" && topic)
    return <NewsPage {...{ carried, goTo, topic, typed, problems, trouble }} send={sendNews} />;
  if (view === "news") return <WhichNewsPage {...{ carried, goTo, problems }} choose={chooseNews} />;
  if (!report) return null;
  const answer = { post: answerMessage, typed: typed.words };
  return <ReportPage {...{ carried, report, said, trouble, answer, goTo }} />;
}
