import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LongTextField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Said } from "@/lib/intake/flow/schema";
import type { OpenedReport } from "@/lib/intake/receipt/schema";
import type { Note } from "@/lib/intake/schema";
import { MOST_WORDS } from "@/lib/intake/thread/rules";
import type { Problem } from "@/lib/intake/typed/schema";
import { label } from "@/lib/vocabularies/rules";
import { type Carried, type Post, PostForm } from "./post-form";
import { problemText } from "./problem-text";
import { TroubleBox } from "./returning/trouble-box";

interface ReportPageProps {
  carried: Carried;
  report: OpenedReport;
  said?: Said;
  /** What kept the message from being sent. */
  problems: Problem[];
  trouble?: string;
  /** The box, and what was being written in it when something kept it from being sent. */
  answer: { post: Post; typed?: string };
  goTo: Post;
  /** Where a number is taken back. */
  revoke: string;
  /** The number has a word to take it back with; without one the page offers to choose it. */
  hasWord?: boolean;
}

/**
 * What waits for an answer first, where that report stands, what can be done, and what was written to its holder, newest first. Never
 * what was reported, nor by whom else, nor what the holder wrote before: only when.
 */
export function ReportPage(props: ReportPageProps) {
  const { carried, report, said, problems, trouble, answer, goTo, revoke, hasWord } = props;
  const { locale } = carried;
  const t = translator(locale, "family");
  const r = translator(locale, "returning");
  const { stage, messages } = report;
  const written = messages.filter(({ note, own }) => note !== undefined || (own && own !== "answers"));
  const last = written.at(-1);
  const question = last?.asks ? last : null;
  const text = problemText(locale, problems);
  return (
    <>
      <ErrorSummary title={t("frame.summary")} errors={text.summary} />
      {trouble && <TroubleBox locale={locale} reference={trouble} />}
      {said && (
        <p className="stage" role="status">
          {r(`done.${said}`)}
        </p>
      )}
      <h1>{t("report.heading")}</h1>
      {question?.note !== undefined && (
        <section className="message">
          <h2>{r("report.question")}</h2>
          <Lines note={question.note} locale={locale} />
          <p>
            <a href="#words">{r("report.questionHint")}</a>
          </p>
        </section>
      )}
      <p className="stage">{t(`report.stage_${stage.stage}`)}</p>
      <p>
        {report.isReply && stage.stage === "received"
          ? translator(locale, "reply")("received")
          : t(`report.stage_${stage.stage}_more`)}
      </p>
      <p>{t("report.since", { date: stage.sentAt })}</p>
      {report.state && (
        <>
          <h2>{r("report.knownHeading")}</h2>
          <p>
            {r("report.known", {
              state: label("custody_state", report.state.state, locale),
              date: report.state.sentAt,
            })}
          </p>
        </>
      )}
      <WhatCanBeDone {...{ carried, goTo, revoke, hasWord }} isReply={report.isReply} />
      <h2>{t("report.messages")}</h2>
      {written.length === 0 && <p>{t("report.noMessages")}</p>}
      {written.toReversed().map(({ note, fromFamily, sentAt }, n) => (
        <div key={n} className="message">
          {fromFamily || note === undefined ? (
            <p>{t("report.youWrote", { date: sentAt })}</p>
          ) : (
            <>
              <p>{t("report.weWrote", { date: sentAt })}</p>
              <Lines note={note} locale={locale} />
            </>
          )}
        </div>
      ))}
      <p>{r("report.purge")}</p>
      <PostForm post={answer.post} carried={carried}>
        <LongTextField
          name="words"
          label={t("report.answer")}
          hint={t("report.answerHint")}
          error={text.at("words")}
          defaultValue={answer.typed}
          maxLength={MOST_WORDS}
          rows={4}
        />
        <p>
          <Button large>{t("report.send")}</Button>
        </p>
      </PostForm>
      <Earlier messages={messages} locale={locale} />
      <p>{t("report.hidden")}</p>
    </>
  );
}

/** Everything the holder of a code can do, each by a button: a link would lose the flow where cookies are refused. */
function WhatCanBeDone({
  carried,
  goTo,
  revoke,
  hasWord,
  isReply,
}: Pick<ReportPageProps, "carried" | "goTo" | "revoke" | "hasWord"> & { isReply: boolean }) {
  const r = translator(carried.locale, "returning");
  const reply = translator(carried.locale, "reply");
  return (
    <PostForm post={goTo} carried={carried}>
      <h2>{isReply ? reply("canHeading") : r("report.canHeading")}</h2>
      {isReply ? <p>{reply("can")}</p> : <OfAReport locale={carried.locale} />}
      {hasWord === false && (
        <p>
          <button type="submit" name="to" value="word" className="link">
            {r("report.word")}
          </button>
        </p>
      )}
      <p>
        <a href={revoke}>{r("report.revoke")}</a>
      </p>
    </PostForm>
  );
}

/** What only the number of a person's report can do. */
function OfAReport({ locale }: { locale: Locale }) {
  const r = translator(locale, "returning");
  return (
    <>
      <p>
        <Button large name="to" value="news">
          {r("report.tell")}
        </Button>
        {r("report.tellHint")}
      </p>
      {(["documents", "answers", "withdraw"] as const).map((to) => (
        <p key={to}>
          <button type="submit" name="to" value={to} className="link">
            {to === "documents" ? translator(locale, "family")("documents.linkReport") : r(`report.${to}`)}
          </button>
        </p>
      ))}
    </>
  );
}

/** Where the report stood before, newest first. */
function Earlier({ messages, locale }: { messages: OpenedReport["messages"]; locale: Locale }) {
  const t = translator(locale, "family");
  const stages = messages.flatMap(({ stage: at, sentAt }) => (at === undefined ? [] : [{ at, sentAt }]));
  const earlier = stages.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
    <>
      <h2>{t("report.before")}</h2>
      <ol className="plain-list">
        {earlier.map(({ at, sentAt }, n) => (
          <li key={n}>
            {t(`report.stage_${at}`)} {t("report.since", { date: sentAt })}
          </li>
        ))}
      </ol>
    </>
  );
}

function Lines({ note, locale }: { note: Note; locale: Locale }) {
  const words = typeof note === "string" ? note : note[locale];
  return words.split("\n").map((line, n) => <p key={n}>{line}</p>);
}
