import { momentText } from "@/components/desk/when";
import { Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { SheetLine } from "@/lib/vetting/night/sheets/queries";

/** Sheets with how far each has come. Never a name. */
export function SheetRows({ locale, sheets }: { locale: Locale; sheets: readonly SheetLine[] }) {
  const t = translator(locale, "night");
  return (
    <Table
      cards
      caption={t("sheets")}
      columns={[
        {
          key: "at",
          head: t("recordedAt"),
          cell: (row) => <a href={`/equipo/noche/${row.id}`}>{momentText(row.recordedAt, locale)}</a>,
        },
        { key: "by", head: t("recordedBy"), cell: (row) => row.recordedBy },
        { key: "waiting", head: t("waiting"), numeric: true, cell: (row) => number(locale, row.waiting) },
        { key: "known", head: t("known"), numeric: true, cell: (row) => number(locale, row.known) },
      ]}
      rows={sheets}
      rowKey={(row) => row.id}
    />
  );
}
