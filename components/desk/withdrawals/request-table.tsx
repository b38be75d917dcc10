import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { OpenRequest } from "@/lib/vetting/withdrawals/schema";
import { momentText } from "../when";

interface Props {
  rows: OpenRequest[];
  total: number;
  now: Date;
  locale: Locale;
}

/** Requests that two people must decide, with what is left of their time. */
export function RequestTable({ rows, total, now, locale }: Props) {
  const t = translator(locale, "withdrawals");
  if (rows.length === 0) return <p className="empty">{t("requests.empty")}</p>;
  return (
    <Table
      cards
      caption={t("requests.caption", { n: total })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "what",
          head: t("requests.what"),
          cell: (row) => <a href={`/equipo/retiros/${row.id}`}>{kindText(row.kind, locale)}</a>,
        },
        {
          key: "case",
          head: t("requests.case"),
          cell: (row) =>
            row.reference === null ? (
              t("requests.noCase")
            ) : (
              <a href={`/equipo/casos/${row.reference}`}>{row.reference}</a>
            ),
        },
        { key: "asked", head: t("requests.asked"), cell: (row) => momentText(row.askedAt, locale) },
        {
          key: "due",
          head: t("requests.due"),
          cell: (row) => <Due at={row.dueAt} now={now} locale={locale} />,
        },
        {
          key: "by",
          head: t("requests.by"),
          cell: (row) =>
            row.recordedBy === "family"
              ? t("requests.withCode")
              : t("requests.noted", { who: row.recordedBy }),
        },
        {
          key: "state",
          head: t("requests.state"),
          cell: ({ proposed }) =>
            proposed
              ? t("requests.waitsSecond", { granted: String(proposed.granted), who: proposed.by })
              : t("requests.waitsFirst"),
        },
      ]}
    />
  );
}

/** What is asked for, in words. */
export function kindText(kind: string, locale: Locale): string {
  const t = translator(locale, "withdrawals");
  return t(`kinds.${kind as "count"}`);
}

/** Hours left, or how many it is late: said in words and in weight, never by colour alone. */
export function Due({ at, now, locale }: { at: Date; now: Date; locale: Locale }) {
  const t = translator(locale, "withdrawals");
  const hours = Math.ceil((at.getTime() - now.getTime()) / 3_600_000);
  return hours > 0 ? (
    t("requests.dueIn", { n: hours })
  ) : (
    <strong className="waits">{t("requests.late", { n: Math.max(1, -hours) })}</strong>
  );
}
