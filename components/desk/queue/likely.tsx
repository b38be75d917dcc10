import { COMPARED } from "@/lib/cases/opening/alike/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type Likely, WAITING_COMPARED } from "@/lib/vetting/reports/likely/queries";

/** Who a report may be about already, as links to look at; or that nobody was found. */
export function LikelyPeople({ likely, locale }: { likely: Likely; locale: Locale }) {
  const q = translator(locale, "desk-queue");
  const { caseReference, reportId, everybody } = likely;
  const compared = !everybody && (
    <p className="note">{q("pane.likeliest", { n: COMPARED, waiting: WAITING_COMPARED })}</p>
  );
  if (caseReference === null && reportId === null) {
    return (
      <>
        <p>{q(everybody ? "pane.noneLikely" : "pane.noneAmong")}</p>
        {compared}
      </>
    );
  }
  return (
    <>
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
      {compared}
    </>
  );
}
