import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ListedFile } from "@/lib/opendata/balances/files/queries";
import { fileAddress } from "@/lib/opendata/tallies/rules";

/** Every file of a balance with its size and hash, the zip first: a link to the very bytes that were signed. */
export function BalanceFiles({ locale, slug, files }: BalanceFilesProps) {
  const t = translator(locale, "balances");
  const columns: Column<ListedFile>[] = [
    {
      key: "name",
      head: t("colFile"),
      cell: ({ name }) => <a href={fileAddress(slug, name)}>{name}</a>,
    },
    { key: "size", head: t("colSize"), numeric: true, cell: ({ size }) => number(locale, size) },
    {
      key: "sha256",
      head: "SHA-256",
      cell: ({ sha256 }) => <code className="digest">{sha256}</code>,
    },
  ];
  return (
    <div className="mt-6">
      <Table caption={t("filesCaption")} columns={columns} rows={files} rowKey={({ name }) => name} cards />
    </div>
  );
}

interface BalanceFilesProps {
  locale: Locale;
  slug: string;
  files: readonly ListedFile[];
}
