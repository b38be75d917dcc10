import { Table } from "@/components/ui/table";
import type { GapKind } from "@/lib/cases/marks/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { placeToMend, whereToMend } from "@/lib/vetting/lists/quality/rules";
import type { QualityRow } from "@/lib/vetting/lists/quality/schema";

interface Props {
  rows: QualityRow[];
  kind: GapKind;
  locale: Locale;
}

/** Cases with one gap, what else each lacks, and the way to where it is mended. */
export function QualityTable({ rows, kind, locale }: Props) {
  const t = translator(locale, "lists");
  return (
    <Table
      cards
      caption={t("quality.caption")}
      rows={rows}
      rowKey={(row) => row.reference}
      columns={[
        {
          key: "case",
          head: t("quality.case"),
          cell: (row) => (
            <>
              <a href={whereToMend(row.reference, kind)} data-row={row.name ?? undefined}>
                {row.name ?? t("erased")}
              </a>
              <span className="note"> {row.reference}</span>
            </>
          ),
        },
        {
          key: "also",
          head: t("quality.also"),
          cell: (row) =>
            row.gaps
              .filter((one) => one !== kind)
              .map((one) => t(`quality.kinds.${one}`))
              .join(", ") || t("quality.nothing"),
        },
        {
          key: "mend",
          head: t("quality.mend"),
          cell: (row) => (
            <a href={whereToMend(row.reference, kind)}>{t(`quality.place.${placeToMend(kind)}`)}</a>
          ),
        },
      ]}
    />
  );
}
