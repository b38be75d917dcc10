import { boundsText, dayText, endOf } from "@/components/desk/when";
import { originText, stateText } from "@/components/desk/words";
import { Table } from "@/components/ui/table";
import { isOneDay } from "@/lib/cases/facts/rules";
import type { SheetFact, SheetSource } from "@/lib/filings/sheet/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

type Bounds = Parameters<typeof boundsText>[0];

/** How exact a date is, in words: what nobody knows is said, never filled in. */
export function precisionText(bounds: Bounds, locale: Locale): string {
  const t = translator(locale, "desk-ficha");
  const { earliest, latest, earliestByDay } = bounds;
  if (!earliest && !latest) return t("precision.unknown");
  if (!latest) return t("precision.after");
  if (!earliest) return t("precision.before");
  if (!isOneDay(bounds)) return t("precision.range");
  return t(earliestByDay ? "precision.day" : "precision.moment");
}

export function SourceLines({ sources, locale }: { sources: readonly SheetSource[]; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  if (sources.length === 0) return t("noSources");
  return (
    <ul className="plain">
      {sources.map(({ kind, origin, ofTheFamily }, n) => (
        <li key={n}>
          {label("source_kind", kind, locale)}
          <span className="note">
            {ofTheFamily ? t("sourceFamily") : t("sourceApart", { origin: originText(origin, locale) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SheetFactsProps {
  caption: string;
  facts: readonly SheetFact[];
  locale: Locale;
}

/** Facts of one track: what, when and how exactly, where and by whom, since when known, on whose word. */
export function SheetFacts({ caption, facts, locale }: SheetFactsProps) {
  const t = translator(locale, "desk-ficha");
  if (facts.length === 0) return <p>{t("none")}</p>;
  const where = (fact: SheetFact) =>
    [
      fact.facility && label("facility", fact.facility, locale),
      fact.entity && label("entity", fact.entity, locale),
      fact.whereabouts &&
        fact.whereabouts !== "not_recorded" &&
        label("whereabouts", fact.whereabouts, locale),
      ...fact.forces.map((force) => label("force", force, locale)),
      fact.jurisdiction && label("jurisdiction", fact.jurisdiction, locale),
      fact.basis && label("measure_basis", fact.basis, locale),
      fact.authority && `${t("authority")}: ${fact.authority}`,
      fact.said && `${t("said")}: ${fact.said}`,
      fact.result && `${t("result")}: ${label("remedy_result", fact.result, locale)}`,
    ].filter((one) => typeof one === "string" && one !== "");
  const end = (fact: SheetFact) => {
    if (fact.track !== "measure" && fact.track !== "remedy") return null;
    const isOver = fact.endEarliest !== null || fact.endLatest !== null;
    const bounds = boundsText(endOf(fact), locale);
    if (fact.track === "measure") return isOver ? t("ended", { bounds }) : t("goesOn");
    if (isOver) return t("answered", { bounds });
    return fact.state === "habeas_corpus" || fact.state === "complaint" ? t("notAnswered") : null;
  };
  return (
    <Table
      caption={caption}
      rows={facts}
      rowKey={(fact) => fact.id}
      columns={[
        {
          key: "what",
          head: t("what"),
          cell: (fact) => (
            <>
              {stateText(fact.track, fact.state, locale)}
              {end(fact) && <span className="note">{end(fact)}</span>}
            </>
          ),
        },
        {
          key: "when",
          head: t("when"),
          cell: (fact) => (
            <>
              {boundsText(fact, locale)}
              <span className="note">{precisionText(fact, locale)}</span>
            </>
          ),
        },
        { key: "where", head: t("where"), cell: (fact) => where(fact).join("; ") },
        {
          key: "known",
          head: t("known"),
          cell: (fact) => (
            <>
              {t("knownSince", { day: dayText(fact.knownFrom, locale) })}
              {fact.confirmedBy && (
                <span className="note">
                  {t("confirmedBy", { recorded: fact.recordedBy, confirmed: fact.confirmedBy })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "sources",
          head: t("sources"),
          cell: (fact) => <SourceLines sources={fact.sources} locale={locale} />,
        },
      ]}
    />
  );
}
