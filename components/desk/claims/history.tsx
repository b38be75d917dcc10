import type { EntryMade } from "@/lib/claims/entries/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { momentText } from "../when";

/** Everything ever entered of a figure, latest first: who, when, why, and what became of it. */
export function Versions({ entries, locale }: { entries: EntryMade[]; locale: Locale }) {
  const t = translator(locale, "ledger");
  return (
    <section className="entry">
      <h2>{t("history.title")}</h2>
      {entries.length === 0 && <p className="note">{t("history.imported")}</p>}
      <ol className="plain-list">
        {entries.map(({ entryId, why, enteredBy, enteredAt, answer }) => (
          <li key={entryId}>
            {t("history.entered", { who: enteredBy, day: momentText(enteredAt, locale) })} ·{" "}
            <span className="words breakable">{why || t("history.first")}</span>{" "}
            <span className="note breakable">
              {answer === null
                ? t("history.waits")
                : t(answer.published ? "history.published" : "history.setAside", {
                    who: answer.answeredBy,
                    day: momentText(answer.answeredAt, locale),
                    why: answer.why,
                  })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
