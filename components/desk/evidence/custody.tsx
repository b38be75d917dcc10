import type { DocumentHeld } from "@/lib/audit/documents";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ActText } from "../act-text";
import { momentText } from "../when";

interface CustodyProps {
  receivedAt: Date;
  acts: DocumentHeld[];
  /** How it came, in words; otherwise a family sent it. */
  came?: string;
  locale: Locale;
}

/** Through whose hands a document went: when it came, and everything done with it here, latest first, from the trail itself. */
export function Custody({ receivedAt, acts, came, locale }: CustodyProps) {
  const t = translator(locale, "documents");
  return (
    <section className="entry" id="custodia">
      <h2>{t("custody")}</h2>
      {acts.length === 0 && <p className="note">{t("nobody")}</p>}
      <ol className="plain-list">
        {inARow(acts).map(({ seq, at, actor, action, why, times }) => (
          <li key={seq}>
            <b>{actor}</b> <ActText action={action} locale={locale} />
            {times > 1 && <span className="num"> × {times}</span>}
            <span className="note breakable">
              {momentText(at, locale)}
              {why && ` · ${why}`}
            </span>
          </li>
        ))}
        <li>
          {came ?? t("received")}
          <span className="note">{momentText(receivedAt, locale)}</span>
        </li>
      </ol>
    </section>
  );
}

/** The same act of the same person again and again, as turning pages makes it, told once with how often: the latest of them. */
function inARow(acts: DocumentHeld[]): (DocumentHeld & { times: number })[] {
  const told: (DocumentHeld & { times: number })[] = [];
  for (const act of acts) {
    const last = told.at(-1);
    const isSame = last && !act.why && last.actor === act.actor && last.action === act.action;
    if (isSame) last.times++;
    else told.push({ ...act, times: 1 });
  }
  return told;
}
