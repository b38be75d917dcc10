import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";
import { dayText } from "./when";
import { originText } from "./words";

interface EvidenceListProps {
  evidence: EvidenceItem[];
  locale: Locale;
  /** What can be done with an item that stands. */
  acts?: (item: EvidenceItem) => React.ReactNode;
}

/** Each item of evidence: its words, what it is, where it comes from in the end, and whether it is only a lead or was withdrawn. */
export function EvidenceList({ evidence, locale, acts }: EvidenceListProps) {
  const t = translator(locale, "desk");
  if (evidence.length === 0) return <p className="empty">{t("evidence.none")}</p>;
  return (
    <ol className="rows">
      {evidence.map((item) => (
        <li key={item.id} className={item.withdrawn ? "past" : undefined}>
          <b>{item.words.title}</b>
          {item.lead && <strong className="waits"> {t("evidence.leadMark")}</strong>}
          <span className="note">
            {label("source_kind", item.kind, locale)} · {originText(item.origin, locale)} ·{" "}
            {t("evidence.addedBy", { who: item.addedBy, day: dayText(item.receivedAt, locale) })}
          </span>
          {item.words.quotation && <p className="words">{item.words.quotation}</p>}
          {item.words.place && <p className="note">{item.words.place}</p>}
          {item.withdrawn ? (
            <p className="note">
              {t("evidence.withdrawn", {
                who: item.withdrawn.by,
                day: dayText(item.withdrawn.at, locale),
                why: item.withdrawn.why,
              })}
            </p>
          ) : (
            acts?.(item)
          )}
        </li>
      ))}
    </ol>
  );
}
