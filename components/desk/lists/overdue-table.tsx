import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { OverdueRow } from "@/lib/vetting/lists/overdue/schema";
import { agoText, momentText } from "../when";

/** What waits too long, each row with since when and the way to where it is dealt with. */
export function OverdueTable({ rows, now, locale }: { rows: OverdueRow[]; now: Date; locale: Locale }) {
  const t = translator(locale, "lists");
  return (
    <Table
      cards
      caption={t("overdue.caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "who",
          head: t("overdue.who"),
          cell: (row) => (
            <>
              <a href={placeOf(row)} data-row={row.name ?? undefined}>
                {row.name ?? t("erased")}
              </a>
              {row.caseReference && <span className="note"> {row.caseReference}</span>}
            </>
          ),
        },
        {
          key: "since",
          head: t("overdue.since"),
          cell: (row) => (
            <>
              <strong>{agoText(row.since, now, locale)}</strong>
              <span className="note"> {momentText(row.since, locale)}</span>
            </>
          ),
        },
        {
          key: "next",
          head: t("overdue.next"),
          cell: (row) => (
            <>
              <a href={placeOf(row)}>{t(`overdue.do.${row.kind}`)}</a>
              {row.who && (
                <span className="note">
                  {" "}
                  {t(row.reportId ? "overdue.heldBy" : "overdue.by", { who: row.who })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** Where a thing is dealt with. */
function placeOf({ kind, caseReference, reportId, batchId }: OverdueRow): string {
  if (reportId !== null) return `/equipo/reportes/${reportId}`;
  if (batchId !== null) return `/equipo/importaciones/${batchId}`;
  if (kind === "sheets") return "/equipo/planilla#papeles";
  const isDecided = ["decisions", "must_review", "reviews_due", "untaken"].includes(kind);
  return `/equipo/casos/${caseReference}#${isDecided ? "decision" : "hechos"}`;
}
