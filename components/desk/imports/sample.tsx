import { Table } from "@/components/ui/table";
import type { SampleRow } from "@/lib/cases/exchange/batches/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

/** The first rows of a batch as they would come in; names only for who may read cases. */
export function Sample({ locale, rows }: { locale: Locale; rows: readonly SampleRow[] }) {
  const t = translator(locale, "imports");
  const sources = (row: SampleRow) =>
    row.sources.map(({ kind, origin }) => `${label("source_kind", kind, locale)} (${origin})`).join(", ") ||
    t("desk.noSources");
  return (
    <Table
      cards
      caption={t("desk.sampleTitle")}
      columns={[
        { key: "key", head: t("desk.key"), cell: (row) => row.key },
        { key: "name", head: t("desk.name"), cell: (row) => row.name ?? t("desk.hidden") },
        {
          key: "entity",
          head: t("desk.entity"),
          cell: (row) => (row.entity ? label("entity", row.entity, locale) : t("desk.unknown")),
        },
        { key: "facts", head: t("desk.facts"), cell: (row) => row.facts },
        { key: "sources", head: t("desk.sources"), cell: sources },
        { key: "line", head: t("desk.line"), cell: (row) => row.line },
      ]}
      rows={rows}
      rowKey={(row) => String(row.line)}
    />
  );
}
