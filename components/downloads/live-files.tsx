import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { Weighed } from "@/lib/opendata/dictionary/queries";
import { type DescribedFile, describedFiles, type FileName } from "@/lib/opendata/dictionary/schema";

interface LiveFilesProps {
  locale: Locale;
  /** Rows of each file now; absent where it depends on what is asked. */
  rows: Partial<Record<FileName, number>>;
  /** Bytes and hash of each file that changes only with a balance. */
  weights: Partial<Record<FileName, Weighed>>;
}

/** The files of today with their rows, columns and licence, each beside its JSON and its place in the dictionary. */
export function LiveFiles({ locale, rows, weights }: LiveFilesProps) {
  const t = translator(locale, "data");
  const files = describedFiles.filter(({ state }) => state !== "frozen");
  const columns: Column<DescribedFile>[] = [
    { key: "file", head: t("colFile"), cell: ({ name }) => t(`files.${name}.title`) },
    { key: "what", head: t("colWhat"), cell: ({ name }) => t(`files.${name}.what`) },
    {
      key: "rows",
      head: t("colRows"),
      numeric: true,
      cell: ({ name }) => {
        const counted = rows[name];
        return counted === undefined ? t("rowsUnknown") : number(locale, counted);
      },
    },
    {
      key: "columns",
      head: t("colColumns"),
      numeric: true,
      cell: ({ name, columns: held }) => (
        <a href={`${pathTo(locale, "/datos/diccionario")}#${name}`}>{Object.keys(held).length}</a>
      ),
    },
    {
      key: "size",
      head: t("colSize"),
      numeric: true,
      cell: ({ name }) => {
        const weight = weights[name];
        return weight ? number(locale, weight.size) : t("sizeLive");
      },
    },
    {
      key: "sha256",
      head: t("colHash"),
      cell: ({ name }) => {
        const weight = weights[name];
        return weight ? <code className="digest">{weight.sha256}</code> : t("hashLive");
      },
    },
    { key: "licence", head: t("colLicence"), cell: ({ licence }) => t(`licences.${licence}`) },
    {
      key: "links",
      head: "CSV · JSON",
      cell: ({ at }) => (
        <>
          <a href={at}>CSV</a> · <a href={at.replace(".csv", at.startsWith("/api/") ? "" : ".json")}>JSON</a>
        </>
      ),
    },
  ];
  return (
    <Table caption={t("liveCaption")} columns={columns} rows={files} rowKey={({ name }) => name} cards />
  );
}
