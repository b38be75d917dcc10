import type { EvidenceItem } from "@/lib/evidence/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";
import { dayText } from "../when";
import { originText } from "../words";

/** What an item is, where it comes from in the end, its words, and since when it is more than a lead, or nothing any more. */
export function ItemHead({ item, locale }: { item: EvidenceItem; locale: Locale }) {
  const t = translator(locale, "evidence");
  const desk = translator(locale, "desk");
  const said = (one: { by: string; at: Date; why: string }) => ({
    ...{ who: one.by, day: dayText(one.at, locale), why: one.why },
  });
  return (
    <section className="entry" id="que-es">
      <p>
        {item.lead && <strong className="waits">{desk("evidence.leadMark")} · </strong>}
        {label("source_kind", item.kind, locale)} · {originText(item.origin, locale)} ·{" "}
        {desk("evidence.addedBy", { who: item.addedBy, day: dayText(item.receivedAt, locale) })}
      </p>
      {item.words.quotation && <p className="words breakable">{item.words.quotation}</p>}
      {item.words.place && (
        <p className="note breakable">
          {t("page.place")}: {item.words.place}
        </p>
      )}
      {item.promoted && <p className="note breakable">{t("promoted", said(item.promoted))}</p>}
      {item.withdrawn && (
        <p className="problems breakable">{desk("evidence.withdrawn", said(item.withdrawn))}</p>
      )}
    </section>
  );
}
