import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantShort, figure } from "@/lib/opendata/claims/rules";
import type { SeriesEvent } from "@/lib/opendata/figures/series/schema";

/** What the numbers above a drawing stand for: who said what on that day, each with its source a link away. Nothing where nobody said anything. */
export function SeriesEvents({ locale, events }: { locale: Locale; events: readonly SeriesEvent[] }) {
  const t = translator(locale, "figures");
  const claims = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  if (events.length === 0) return null;
  return (
    <div className="mt-4">
      <h3>{t("series.eventsTitle")}</h3>
      <ol className="events">
        {events.map((event) => (
          <li key={event.n}>
            <span className="num">{event.n}</span>{" "}
            <span>
              {dayName(locale, event.on)}, {claimantShort(words, event)}:{" "}
              <a href={href(locale, "comparar", event.claim)}>{figure(words, event)}</a>{" "}
              {t("series.eventWhat", {
                stage: claims(`stageWords.${event.stage}`),
                what: claims(`scopeWords.${event.releaseScope ?? "unspecified"}`),
              })}
            </span>
          </li>
        ))}
      </ol>
      <p className="note mt-2">{t("series.eventsNote")}</p>
    </div>
  );
}
