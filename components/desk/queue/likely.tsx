import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Likely } from "@/lib/vetting/reports/likely/queries";

/** Who a report may be about already, as links to look at; or that nobody was found. */
export function LikelyPeople({ likely, locale }: { likely: Likely; locale: Locale }) {
  const q = translator(locale, "desk-queue");
  const { caseReference, reportId, isReading } = likely;
  if (caseReference === null && reportId === null)
    return <p>{q(isReading ? "pane.reading" : "pane.noneLikely")}</p>;
  return (
    <ul>
      {caseReference !== null && (
        <li>
          <a href={`/equipo/casos/${caseReference}`}>{caseReference}</a>
        </li>
      )}
      {reportId !== null && (
        <li>
          <a href={`/equipo/reportes/${reportId}`}>{q("pane.sameReport")}</a>
        </li>
      )}
    </ul>
  );
}
