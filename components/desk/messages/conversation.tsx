import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { OpenedThread } from "@/lib/vetting/threads/schema";
import { momentText } from "../when";

/** Every message of a thread, oldest first, as it was written; what went in two languages is shown in the reader's. */
export function Conversation({ thread, locale }: { thread: OpenedThread; locale: Locale }) {
  const t = translator(locale, "desk-messages");
  const family = translator(locale, "family");
  const theirs = thread.page === null ? "thread.family" : "ofPage.theirs";
  if (thread.messages.length === 0) return <p className="empty">{t("thread.none")}</p>;
  return (
    <ol className="rows talk">
      {thread.messages.map(({ stage, note, news, fromFamily, sentAt }, n) => (
        <li key={n} className={fromFamily ? "theirs" : undefined}>
          <b>{t(fromFamily ? theirs : "thread.us")}</b>{" "}
          <span className="note">{momentText(sentAt, locale)}</span>
          {stage && (
            <span className="note">{t("thread.stage", { stage: family(`report.stage_${stage}`) })}</span>
          )}
          {news && <a href={`/equipo/novedades/${news}`}>{t("thread.news")}</a>}
          {note !== undefined && (
            <span className="words">{typeof note === "string" ? note : note[locale]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
