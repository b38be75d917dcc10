import { StatusMark } from "@/components/ui/status-mark";
import { type Column, Table } from "@/components/ui/table";
import { monthName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { markOf, type NamedRow } from "@/lib/opendata/cases/schema";
import { label } from "@/lib/vocabularies/rules";
import { custodyWords } from "./state-words";

/** Named people by surname: a table whose rows become cards on a narrow screen. */
export function CaseList({ locale, rows }: { locale: Locale; rows: readonly NamedRow[] }) {
  const t = translator(locale, "cases");
  const unknown = translator(locale, "common")("unknown");
  const columns: Column<NamedRow>[] = [
    {
      key: "name",
      head: t("colName"),
      cell: (row) => (
        <a className="serif" href={pathTo(locale, `/casos/${row.reference}`)}>
          {row.name}
        </a>
      ),
    },
    {
      key: "state",
      head: t("colState"),
      cell: (row) => (
        <>
          <StatusMark mark={markOf(row.state)} />
          {custodyWords(locale, row.state, row.sex)}
        </>
      ),
    },
    {
      key: "since",
      head: t("colSince"),
      cell: (row) => (row.since ? monthName(locale, row.since) : unknown),
    },
    {
      key: "entity",
      head: t("colEntity"),
      cell: (row) => (row.entity ? label("entity", row.entity, locale) : unknown),
    },
  ];
  return <Table cards caption={t("caption")} columns={columns} rows={rows} rowKey={(row) => row.reference} />;
}
