import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import type { Likely } from "@/lib/vetting/reports/likely/queries";
import type { OpenedReport } from "@/lib/vetting/reports/schema";
import { Key } from "../keys/key";
import { PermissionStrip } from "../permission-strip";
import { ReportAccount } from "../report-account";
import { LikelyPeople } from "./likely";

interface Props {
  report: OpenedReport;
  visit: DeskVisit;
  closed: string;
  /** Asks for the comparison; what it found, once asked. */
  compare: string;
  likely: Likely | null;
  children: React.ReactNode;
}

/** The reading pane: who it is about, what may be done with it, what is missing, who it may be already, and the report itself. */
export function ReportPane({ report, visit, closed, compare, likely, children }: Props) {
  const { locale } = visit;
  const t = translator(locale, "desk");
  const q = translator(locale, "desk-queue");
  return (
    <section className="pane" aria-label={q("pane.label")}>
      <p className="line">
        <a href={closed} data-key="Escape">
          {q("pane.close")} <Key of="Esc" />
        </a>
        <a href={`/equipo/reportes/${report.id}`} data-key="1">
          {q("acts.verify")} <Key of="1" />
        </a>
      </p>
      <h2 id="reporte" tabIndex={-1} data-focus>
        {fullName(report.payload.person)}
        {report.urgent && <strong className="mark-urgent"> {t("queue.urgent")}</strong>}
      </h2>
      {report.snoozedFor !== null && <p className="note">{report.snoozedFor}</p>}
      <PermissionStrip answers={report.payload.permissions} locale={locale} />
      {report.stage === "waiting" ? children : <p>{t("report.alreadyOpen")}</p>}
      <h3>{q("pane.missing")}</h3>
      {report.gaps.length === 0 ? (
        <p>{q("pane.nothingMissing")}</p>
      ) : (
        <p>{report.gaps.map((gap) => t(`gaps.${gap}`)).join(", ")}</p>
      )}
      <h3>{q("pane.likely")}</h3>
      {likely === null ? (
        <p>
          <a href={compare} data-key="2">
            {q("acts.duplicate")} <Key of="2" />
          </a>
        </p>
      ) : (
        <LikelyPeople likely={likely} locale={locale} />
      )}
      <h3>{t("report.account")}</h3>
      <ReportAccount report={report} locale={locale} />
    </section>
  );
}
