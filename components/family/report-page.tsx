import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { OpenedReport } from "@/lib/intake/receipt/schema";

/** Where that report stands, in words, and what was written to its holder. Never what was reported, nor by whom else. */
export function ReportPage({ locale, report }: { locale: Locale; report: OpenedReport }) {
  const t = translator(locale, "family");
  const { stage, messages } = report;
  const written = messages.filter((message) => message.note);
  const earlier = messages.slice(0, -1).reverse();
  return (
    <>
      <h1>{t("report.heading")}</h1>
      <p className="stage">{t(`report.stage_${stage.stage}`)}</p>
      <p>{t(`report.stage_${stage.stage}_more`)}</p>
      <p>{t("report.since", { date: stage.sentAt })}</p>
      <h2>{t("report.messages")}</h2>
      {written.length === 0 && <p>{t("report.noMessages")}</p>}
      {written.reverse().map((message) => (
        <p key={message.sentAt.toISOString() + message.note} className="message">
          {t("report.since", { date: message.sentAt })}
          <br />
          {message.note}
        </p>
      ))}
      {earlier.length > 0 && <h2>{t("report.before")}</h2>}
      {earlier.length > 0 && (
        <ol className="plain-list">
          {earlier.map((message) => (
            <li key={message.sentAt.toISOString() + message.stage}>
              {t(`report.stage_${message.stage}`)} {t("report.since", { date: message.sentAt })}
            </li>
          ))}
        </ol>
      )}
      <p>{t("report.hidden")}</p>
    </>
  );
}
