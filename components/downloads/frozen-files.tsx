import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { TableFile } from "@/lib/opendata/balances/files/queries";
import { fileAddress } from "@/lib/opendata/tallies/rules";

interface FrozenFilesProps {
  locale: Locale;
  slug: string;
  files: readonly TableFile[];
}

/** The signed files of one balance: rows, bytes and hash of each, by which anybody sees that they hold the very same. */
export function FrozenFiles({ locale, slug, files }: FrozenFilesProps) {
  const t = translator(locale, "data");
  const columns: Column<TableFile>[] = [
    { key: "name", head: t("colFile"), cell: ({ name }) => <a href={fileAddress(slug, name)}>{name}</a> },
    {
      key: "rows",
      head: t("colRows"),
      numeric: true,
      cell: ({ rows }) => (rows === null ? t("notRows") : number(locale, rows)),
    },
    { key: "size", head: t("colSize"), numeric: true, cell: ({ size }) => number(locale, size) },
    { key: "licence", head: t("colLicence"), cell: () => t("licences.cc-by") },
    { key: "sha256", head: t("colHash"), cell: ({ sha256 }) => <code className="digest">{sha256}</code> },
  ];
  return (
    <Table caption={t("frozenCaption")} columns={columns} rows={files} rowKey={({ name }) => name} cards />
  );
}
