import { type Column, Table } from "@/components/ui/table";
import { dateInCaracas } from "@/lib/core/clock";
import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";

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
          <a href={pathTo(locale, `/balances/${point.slug}`)}>{closeOf(locale, point.at)}</a>
        ) : (
          closeOf(locale, point.at)
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

/** The day a weekly cut-off closes. */
const closeOf = (locale: Locale, at: string): string =>
  dayName(locale, dateInCaracas(new Date(Date.parse(at) - 1)));
