import { monthName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { inTime } from "@/lib/opendata/cases/rules";
import type { NamedCase } from "@/lib/opendata/cases/schema";
import { eventWords } from "./state-words";

/** What is known of a person in time, to the month; an unknown month is said, not left out. */
export function CaseTimeline({ locale, named }: { locale: Locale; named: NamedCase }) {
  const t = translator(locale, "cases");
  const counts = new Map<string, number>();
  return (
    <ol className="timeline">
      {inTime(named.events).map((event) => {
        const base = `${event.track} ${event.state} ${event.month}`;
        const times = (counts.get(base) ?? 0) + 1;
        counts.set(base, times);
        return (
          <li key={`${base} ${times}`}>
            {event.month ? (
              <time dateTime={event.month}>{monthName(locale, event.month)}</time>
            ) : (
              <span className="when">{t("monthUnknown")}</span>
            )}
            {eventWords(locale, event, named.sex)}
          </li>
        );
      })}
    </ol>
  );
}
