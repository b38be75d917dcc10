import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { QueueRow } from "@/lib/vetting/reports/schema";
import { missingFor } from "@/lib/vetting/reports/triage/rules";
import { label } from "@/lib/vocabularies/rules";
import { agoText, momentText } from "../when";

interface Props {
  rows: QueueRow[];
  now: Date;
  locale: Locale;
  chosen: string | null;
  addressOf: (reportId: string) => string;
}

/** Reports as rows: who, since when, whose, what marks them and what is missing. Urgent ones bear a rule and the word. */
export function QueueRows({ rows, now, locale, chosen, addressOf }: Props) {
  const t = translator(locale, "desk");
  const q = translator(locale, "desk-queue");
  return (
    <ol className="queue">
      {rows.map((row) => (
        <li key={row.id} className={row.urgent ? "urgent" : undefined}>
          <div className="line">
            <h2>
              <a
                href={addressOf(row.id)}
                aria-current={row.id === chosen ? "true" : undefined}
                data-row={q("row", { name: row.name, n: row.gaps.length })}
              >
                {row.name}
              </a>
            </h2>
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
              <Whose row={row} now={now} locale={locale} />
            </span>
          </div>
          <Marks row={row} now={now} locale={locale} />
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

/** Who holds a report and since when. */
function Whose({ row, now, locale }: { row: QueueRow; now: Date; locale: Locale }) {
  const t = translator(locale, "desk");
  if (row.stage === "in_review") return t("queue.inReview");
  if (row.assignedTo === null) return t("queue.unassigned");
  if (row.assignedAt === null) return t("queue.assigned", { who: row.assignedTo });
  const ago = agoText(row.assignedAt, now, locale);
  return translator(locale, "desk-queue")("takenBy", { who: row.assignedTo, ago });
}

function Marks({ row, now, locale }: { row: QueueRow; now: Date; locale: Locale }) {
  const q = translator(locale, "desk-queue");
  const marks = [
    row.hasNews && translator(locale, "desk-news")("mark"),
    row.under18 && q("under18"),
    row.missingSince && missingText(row.missingSince, now, locale),
    row.answered ? q("answered") : row.askedAt && q("asked", { ago: agoText(row.askedAt, now, locale) }),
    row.snoozedUntil &&
      row.snoozedUntil > now &&
      q("snoozedUntil", { moment: momentText(row.snoozedUntil, locale) }),
    ...row.suspicions.map((one) => q(`suspicions.${one}`)),
  ].filter((one) => typeof one === "string");
  return marks.length === 0 ? null : <p className="marks">{marks.join(" · ")}</p>;
}

/** For how long nobody has said where somebody is, with the last term passed. */
export function missingText(since: Date, now: Date, locale: Locale): string {
  const q = translator(locale, "desk-queue");
  const { hours, days, mark } = missingFor(since, now);
  const said = q("missing", { days, hours });
  return mark === null ? said : `${said}, ${q(`marks.${mark}`)}`;
}
