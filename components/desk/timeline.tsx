import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import { conflictsOf, type TimelineOrder, timelineOf } from "@/lib/vetting/cases/timeline/rules";
import { label } from "@/lib/vocabularies/rules";
import { boundsText, dayText } from "./when";
import { originText, stateText } from "./words";

interface TimelineProps {
  facts: readonly DeskFact[];
  order: TimelineOrder;
  locale: Locale;
}

/** Every fact in one of two orders, in the lane of its track: when it happened, since when it is known, on whose word, what disagrees. */
export function Timeline({ facts, order, locale }: TimelineProps) {
  const t = translator(locale, "desk");
  const conflicts = conflictsOf(facts);
  const placeOf = (fact: DeskFact) =>
    [
      fact.facility && label("facility", fact.facility, locale),
      fact.entity && label("entity", fact.entity, locale),
    ]
      .filter(Boolean)
      .join(", ");
  const known = (fact: DeskFact) => {
    const status = statusOf(fact);
    if (status === "waiting") return <strong className="waits">{t("fact.waits")}</strong>;
    if (status === "dropped" || !fact.knownFrom) return t("fact.dropped");
    const from = dayText(fact.knownFrom, locale);
    return fact.knownTo
      ? t("fact.ended", { from, to: dayText(fact.knownTo, locale) })
      : t("fact.knownFrom", { day: from });
  };
  return (
    <Table
      cards
      caption={t(`timeline.orders.${order}`)}
      rows={timelineOf(facts, order)}
      rowKey={(fact) => fact.id}
      columns={[
        { key: "when", head: t("timeline.happened"), cell: (fact) => boundsText(fact, locale) },
        { key: "known", head: t("fact.known"), cell: known },
        { key: "lane", head: t("fact.track"), cell: (fact) => t(`case.tracks.${fact.track}`) },
        {
          key: "what",
          head: t("fact.what"),
          cell: (fact) => (
            <>
              <b>{stateText(fact.track, fact.state, locale)}</b>
              {placeOf(fact) && <span className="note">{placeOf(fact)}</span>}
              {conflicts.some(({ a, b }) => a === fact.id || b === fact.id) && (
                <strong className="waits"> {t("fact.conflict")}</strong>
              )}
            </>
          ),
        },
        {
          key: "sources",
          head: t("fact.sources"),
          cell: (fact) =>
            fact.sources
              .map(
                ({ kind, origin }) => `${label("source_kind", kind, locale)} (${originText(origin, locale)})`,
              )
              .join(", "),
        },
      ]}
    />
  );
}
