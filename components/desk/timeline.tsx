import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import { conflictsOf, type Lane, momentsOf, type TimelineOrder } from "@/lib/vetting/cases/timeline/rules";
import { label } from "@/lib/vocabularies/rules";
import { boundsText, dayText, endOf } from "./when";
import { originText, stateText } from "./words";

interface TimelineProps {
  facts: readonly DeskFact[];
  lanes: readonly Lane[];
  order: TimelineOrder;
  locale: Locale;
}

/**
 * The facts of the chosen lanes, moment by moment: side by side where there is room, one list below one another where there is not. When
 * it happened is large, since when it is known is small.
 */
export function Timeline({ facts, lanes, order, locale }: TimelineProps) {
  const t = translator(locale, "desk");
  const conflicts = conflictsOf(facts);
  const shown = facts.filter(({ track }) => lanes.includes(track));
  const when = (fact: DeskFact) =>
    order === "effective" ? boundsText(fact, locale) : dayText(fact.knownFrom ?? fact.recordedAt, locale);
  return (
    <div className={`lanes lanes-${lanes.length}`}>
      <p className="lane-heads" aria-hidden="true">
        <span>{t(`timeline.orders.${order}`)}</span>
        {lanes.map((lane) => (
          <span key={lane}>{t(`case.tracks.${lane}`)}</span>
        ))}
      </p>
      <ol>
        {momentsOf(shown, order, when).map(({ text, facts: together }) => (
          <li key={together[0]?.id} className="moment">
            <h3 className={order === "effective" ? "big" : undefined}>{text}</h3>
            {lanes.map((lane) => (
              <div key={lane} className="lane">
                {together
                  .filter(({ track }) => track === lane)
                  .map((fact) => (
                    <LaneFact
                      key={fact.id}
                      fact={fact}
                      order={order}
                      isDisputed={conflicts.some(({ a, b }) => a === fact.id || b === fact.id)}
                      locale={locale}
                    />
                  ))}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface LaneFactProps {
  fact: DeskFact;
  order: TimelineOrder;
  isDisputed: boolean;
  locale: Locale;
}

function LaneFact({ fact, order, isDisputed, locale }: LaneFactProps) {
  const t = translator(locale, "desk");
  const l = translator(locale, "desk-lanes");
  const status = statusOf(fact);
  const end = endOf(fact);
  const place = [
    fact.facility && label("facility", fact.facility, locale),
    fact.entity && label("entity", fact.entity, locale),
  ].filter(Boolean);
  const sources = fact.sources.map(
    ({ kind, origin }) => `${label("source_kind", kind, locale)} (${originText(origin, locale)})`,
  );
  return (
    <article id={`hecho-${fact.id}`} className={status}>
      <span className="lane-name">{t(`case.tracks.${fact.track}`)}</span>
      <b>{stateText(fact.track, fact.state, locale)}</b>
      {fact.episode !== null && fact.episode > 1 && (
        <span className="note">{t("decision.episode", { n: fact.episode })}</span>
      )}
      {order === "known" && <span className="big">{boundsText(fact, locale)}</span>}
      {place.length > 0 && <span className="note">{place.join(", ")}</span>}
      {fact.authority && <span className="note">{fact.authority}</span>}
      {fact.result && <span className="note">{label("remedy_result", fact.result, locale)}</span>}
      {(end.earliest || end.latest) && (
        <span className="note">
          {t(fact.track === "remedy" ? "fact.answeredOn" : "fact.endedOn", {
            bounds: boundsText(end, locale),
          })}
        </span>
      )}
      {sources.length > 0 && <span className="note">{sources.join(", ")}</span>}
      {status === "waiting" ? (
        <strong className="waits">{t("fact.waits")}</strong>
      ) : (
        <span className="known">{knownText(fact, locale)}</span>
      )}
      {fact.why && <span className="note">{t("fact.corrects", { why: fact.why })}</span>}
      {isDisputed && <strong className="waits">{l("conflict")}</strong>}
    </article>
  );
}

/** Since when the registry has held it, and until when it did. */
function knownText(fact: DeskFact, locale: Locale): string {
  const t = translator(locale, "desk");
  if (!fact.knownFrom) return t("fact.dropped");
  const from = dayText(fact.knownFrom, locale);
  const day = fact.knownTo
    ? t("fact.ended", { from, to: dayText(fact.knownTo, locale) })
    : t("fact.knownFrom", { day: from });
  return translator(locale, "desk-lanes")("knownSmall", { day });
}
