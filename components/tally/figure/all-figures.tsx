import { CutOff } from "@/components/tally/cut-off";
import { type Column, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { figureAddress } from "@/lib/opendata/figures/addresses/rules";
import { amountOf } from "@/lib/opendata/figures/rules";
import { dimensionsOf, type FigureName, figureNames, figurePaths } from "@/lib/opendata/figures/schema";
import { amountWords, figureTitle } from "@/lib/opendata/figures/words/rules";

/** All figures of a balance in one table, each a link to its page; then the ways the total is divided. */
export function AllFigures({ locale, balance }: { locale: Locale; balance: PublishedBalance }) {
  const t = translator(locale, "figures");
  const { content, slug } = balance;
  const columns: Column<FigureName>[] = [
    {
      key: "name",
      head: t("index.colFigure"),
      cell: (name) => <a href={href(locale, figurePaths[name])}>{figureTitle(locale, name)}</a>,
    },
    {
      key: "value",
      head: t("index.colValue"),
      numeric: true,
      cell: (name) => amountWords(locale, amountOf(name, content)),
    },
  ];
  return (
    <div className="sheet pt-8">
      <h1>{t("index.title")}</h1>
      <p className="mt-3">{t("index.lead")}</p>
      <p className="note mt-2">
        <CutOff locale={locale} at={content.at} /> ·{" "}
        <a href={pathTo(locale, `/balances/${slug}`)}>{t("page.whole", { slug })}</a>
      </p>
      <div className="mt-6">
        <Table
          caption={t("index.caption", { slug })}
          columns={columns}
          rows={figureNames}
          rowKey={(name) => name}
        />
      </div>
      <section className="entry">
        <h2>{t("index.divided")}</h2>
        <p className="note">{t("index.dividedNote")}</p>
        <ul className="choices">
          {(dimensionsOf.held ?? []).map((by) => (
            <li key={by}>
              <a href={pathTo(locale, `/${figurePaths.held}${figureAddress({ by })}#partes`)}>
                {t(`by.${by}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="entry screen-only">
        <h2>{t("index.more")}</h2>
        <ul className="choices">
          <li>
            <a href={href(locale, "serie")}>{t("index.series")}</a>
          </li>
          <li>
            <a href={href(locale, "lugares")}>{t("index.places")}</a>
          </li>
          <li>
            <a href={href(locale, "incrustar")}>{t("index.embed")}</a>
          </li>
        </ul>
      </section>
    </div>
  );
}
