import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { QueueRow } from "@/lib/vetting/reports/schema";
import { label } from "@/lib/vocabularies/rules";
import { agoText } from "./when";

/** Reports as two-line rows: who and since when, then what is missing. Urgent ones bear a rule and the word. */
export function QueueRows({ rows, now, locale }: { rows: QueueRow[]; now: Date; locale: Locale }) {
  const t = translator(locale, "desk");
  return (
    <ol className="queue">
      {rows.map((row) => (
        <li key={row.id} className={row.urgent ? "urgent" : undefined}>
          <div className="line">
            <a href={`/equipo/reportes/${row.id}`}>{row.name}</a>
            <span className="whose">
              {row.urgent && <strong>{t("queue.urgent")} · </strong>}
              {t("queue.received", { ago: agoText(row.receivedAt, now, locale) })}
            </span>
          </div>
          <div className="line">
            <span>
              {[
                label("sex", row.sex, locale),
                row.age !== null && t("queue.years", { n: row.age }),
                row.entity !== null && label("entity", row.entity, locale),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <span className="whose">
              {row.assignedTo === null ? t("queue.unassigned") : t("queue.assigned", { who: row.assignedTo })}
              {row.stage === "in_review" && ` · ${t("queue.inReview")}`}
            </span>
          </div>
          <p className="note">
            {row.gaps.length === 0
              ? t("queue.complete")
              : t("queue.missing", { list: row.gaps.map((gap) => t(`gaps.${gap}`)).join(", ") })}
          </p>
        </li>
      ))}
    </ol>
  );
}
