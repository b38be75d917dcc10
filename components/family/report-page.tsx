import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { OpenedReport } from "@/lib/intake/receipt/schema";
import type { Note } from "@/lib/intake/schema";
import { type Carried, type Post, PostForm } from "./post-form";

interface ReportPageProps {
  carried: Carried;
  report: OpenedReport;
  /** What was being written when something kept it from being sent. */
  typed?: string;
  answer: Post;
  goTo: Post;
}

/**
 * Where that report stands, in words, what was written to its holder, newest first, and a box to answer. Never what was reported, nor
 * by whom else, nor what the holder wrote before: only when.
 */
export function ReportPage({ carried, report, typed, answer, goTo }: ReportPageProps) {
  const { locale } = carried;
  const t = translator(locale, "family");
  const { stage, messages } = report;
  const written = messages.filter((message) => message.note !== undefined).reverse();
  const stages = messages.flatMap(({ stage: at, sentAt }) => (at === undefined ? [] : [{ at, sentAt }]));
  const earlier = stages.slice(0, -1).reverse();
  return (
    <>
      <h1>{t("report.heading")}</h1>
      <p className="stage">{t(`report.stage_${stage.stage}`)}</p>
      <p>{t(`report.stage_${stage.stage}_more`)}</p>
      <p>{t("report.since", { date: stage.sentAt })}</p>
      <h2>{t("report.messages")}</h2>
      {written.length === 0 && <p>{t("report.noMessages")}</p>}
      {written.map(({ note, fromFamily, sentAt }, n) => (
        <div key={n} className="message">
          {fromFamily || note === undefined ? (
            <p>{t("report.youWrote", { date: sentAt })}</p>
          ) : (
            <>
              <p>{t("report.weWrote", { date: sentAt })}</p>
              {wordsIn(note, locale)
                .split("\n")
                .map((line) => (
                  <p key={line}>{line}</p>
                ))}
            </>
          )}
        </div>
      ))}
      <PostForm post={answer} carried={carried}>
        <label htmlFor="words">
          <b>{t("report.answer")}</b>
        </label>
        <p id="words-hint">{t("report.answerHint")}</p>
        <textarea
          id="words"
          name="words"
          className="box"
          rows={4}
          maxLength={2000}
          defaultValue={typed}
          autoComplete="off"
          aria-describedby="words-hint"
        />
        <p>
          <Button large>{t("report.send")}</Button>
        </p>
      </PostForm>
      <PostForm post={goTo} carried={carried}>
        <p>
          <Button large plain name="to" value="documents">
            {t("documents.linkReport")}
          </Button>
        </p>
      </PostForm>
      {earlier.length > 0 && <h2>{t("report.before")}</h2>}
      {earlier.length > 0 && (
        <ol className="plain-list">
          {earlier.map(({ at, sentAt }, n) => (
            <li key={n}>
              {t(`report.stage_${at}`)} {t("report.since", { date: sentAt })}
            </li>
          ))}
        </ol>
      )}
      <p>{t("report.hidden")}</p>
    </>
  );
}

const wordsIn = (note: Note, locale: Locale): string => (typeof note === "string" ? note : note[locale]);
