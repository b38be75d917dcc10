import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { cutOffWords } from "./cut-off";

const SHOWN = 30;
type Point = BalanceContent["series"][number];

/** Each weekly cut-off twice: as published then, and as known by this balance. Newest first; the whole series is in the file. */
export function Series({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "balances");
  if (balance.series.length === 0) return null;
  const columns: Column<Point>[] = [
    {
      key: "at",
      head: t("colCutOff"),
      cell: (point) =>
        point.slug && point.slug !== balance.slug ? (
          <a href={pathTo(locale, `/balances/${point.slug}`)}>{cutOffWords(locale, point.at)}</a>
        ) : (
          cutOffWords(locale, point.at)
        ),
    },
    {
      key: "published",
      head: t("colPublished"),
      numeric: true,
      cell: (point) => (point.published === null ? t("notPublished") : number(locale, point.published)),
    },
    {
      key: "restated",
      head: t("colRestated"),
      numeric: true,
      cell: (point) => number(locale, point.restated),
    },
  ];
  return (
    <section className="entry">
      <h2>{t("seriesTitle")}</h2>
      <p className="note mt-2 mb-3">{t("seriesNote")}</p>
      <Table
        caption={t("seriesTitle")}
        columns={columns}
        rows={balance.series.slice(-SHOWN).reverse()}
        rowKey={(point) => point.at}
      />
    </section>
  );
}
