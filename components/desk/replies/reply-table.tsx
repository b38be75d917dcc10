import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReplyRow } from "@/lib/vetting/replies/schema";
import { agoText } from "../when";
import { Due } from "../withdrawals/request-table";

interface Props {
  rows: ReplyRow[];
  now: Date;
  locale: Locale;
}

/** What waits for an answer: danger first, each with what is left of its time. */
export function ReplyTable({ rows, now, locale }: Props) {
  const t = translator(locale, "replies");
  if (rows.length === 0) return <p className="empty">{t("empty")}</p>;
  return (
    <Table
      cards
      caption={t("caption", { n: rows.length })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "asks",
          head: t("asks"),
          cell: (row) => (
            <>
              {row.urgent && <strong className="mark-urgent">{t("urgent")} </strong>}
              <a href={`/equipo/replicas/${row.id}`}>{t(`kinds.${row.asks}`)}</a>
            </>
          ),
        },
        {
          key: "page",
          head: t("page"),
          cell: (row) => `${row.reference} · ${t(row.isPublished ? "published" : "unpublished")}`,
        },
        { key: "speaks", head: t("speaks"), cell: (row) => t(`speakers.${row.speaks}`) },
        { key: "received", head: t("received"), cell: (row) => agoText(row.receivedAt, now, locale) },
        { key: "due", head: t("due"), cell: (row) => <Due at={row.dueAt} now={now} locale={locale} /> },
      ]}
    />
  );
}
