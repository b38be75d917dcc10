import type { DocumentHeld } from "@/lib/audit/documents";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ActText } from "../act-text";
import { momentText } from "../when";

interface CustodyProps {
  receivedAt: Date;
  acts: DocumentHeld[];
  locale: Locale;
}

/** Through whose hands a document went: when it came, and everything done with it here, latest first, from the trail itself. */
export function Custody({ receivedAt, acts, locale }: CustodyProps) {
  const t = translator(locale, "documents");
  return (
    <section className="entry" id="custodia">
      <h2>{t("custody")}</h2>
      {acts.length === 0 && <p className="note">{t("nobody")}</p>}
      <ol className="plain-list">
        {acts.map(({ seq, at, actor, action, why }) => (
          <li key={seq}>
            <b>{actor}</b> <ActText action={action} locale={locale} />
            <span className="note breakable">
              {momentText(at, locale)}
              {why && ` · ${why}`}
            </span>
          </li>
        ))}
        <li>
          {t("received")}
          <span className="note">{momentText(receivedAt, locale)}</span>
        </li>
      </ol>
    </section>
  );
}
