import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import {
  flowsFinding,
  seriesAddress,
  seriesFile,
  shownRows,
  totalFinding,
} from "@/lib/opendata/figures/series/rules";
import type { SeriesOfBalance, SeriesRow, SeriesViewQuery } from "@/lib/opendata/figures/series/schema";
import { shortDay } from "@/lib/opendata/figures/words/rules";
import { Cite } from "../cite";
import { CutOff } from "../cut-off";
import { Drawing } from "./figure-image";
import { SeriesEvents } from "./series-events";

const OPEN_UP_TO = 30;

interface SeriesViewProps {
  locale: Locale;
  series: SeriesOfBalance;
  balance: PublishedBalance;
  asked: SeriesViewQuery;
  ignored: boolean;
  site: string | null;
}

/** The page of the series: one of two totals drawn, chosen by a link; what moved; and every number in a table that is always there. */
export function SeriesView({ locale, series, balance, asked, ignored, site }: SeriesViewProps) {
  const t = translator(locale, "figures");
  const { slug } = balance;
  const rows = shownRows(series.rows);
  const to = (kind: "published" | "restated") =>
    pathTo(locale, `/serie${seriesAddress({ kind, balance: asked.balance })}`);
  const drawn = (kind: "published" | "restated" | "flows") => (width: 360 | 720) =>
    seriesFile(locale, slug, "svg", { kind, width });
  return (
    <div className="sheet pt-8">
      <p className="screen-only">
        <a href={href(locale, "cifras")}>{t("page.back")}</a>
      </p>
      <h1 className="mt-3">{t("series.title")}</h1>
      {ignored && <Notice kind="care">{t("series.ignored")}</Notice>}
      <p className="mt-3">{t("series.lead")}</p>
      <p className="note mt-2">
        <CutOff locale={locale} at={series.balance.at} />
      </p>
      <section className="entry">
        <h2>{t("series.stockTitle")}</h2>
        <ul className="choices screen-only">
          {(["published", "restated"] as const).map((kind) => (
            <li key={kind}>
              <a href={to(kind)} aria-current={asked.kind === kind ? "true" : undefined}>
                {t(`series.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
        <p className="note">{t(`series.${asked.kind}Note`)}</p>
        <p className="mt-3">{totalFinding(locale, rows, asked.kind)}</p>
        <Drawing at={drawn(asked.kind)} height={260} alt={totalFinding(locale, rows, asked.kind)} />
        <SeriesEvents locale={locale} events={series.events} />
      </section>
      <section className="entry">
        <h2>{t("series.flowsTitle")}</h2>
        <p>{flowsFinding(locale, rows)}</p>
        <Drawing at={drawn("flows")} height={240} alt={flowsFinding(locale, rows)} />
        <p className="note mt-2">{t("series.flowsNote")}</p>
      </section>
      <section className="entry">
        <h2>{t("series.tableTitle")}</h2>
        <details open={rows.length <= OPEN_UP_TO} className="unfolded">
          <summary>{t("page.historyTable")}</summary>
          <Table
            caption={t("series.caption", { slug })}
            columns={columnsIn(locale, slug)}
            rows={[...rows].reverse()}
            rowKey={({ at, slug: own }) => `${at} ${own}`}
          />
        </details>
        {series.rows.length > rows.length && (
          <p className="note mt-2">{t("page.historyMore", { n: rows.length })}</p>
        )}
        <p className="screen-only mt-3">
          <a href={seriesFile(locale, slug, "csv")}>CSV</a> ·{" "}
          <a href={seriesFile(locale, slug, "json")}>JSON</a> ·{" "}
          <a href={seriesFile(locale, slug, "svg", { kind: asked.kind })}>{t("page.svg")}</a> ·{" "}
          <a href={href(locale, "cambios")}>{translator(locale, "changes")("allChanges")}</a>
        </p>
      </section>
      <Cite
        {...{ locale, balance, site }}
        subject={`${t("series.title")}: ${t(`series.${asked.kind}`)}`}
        path={`/serie${seriesAddress({ kind: asked.kind, balance: slug })}`}
      />
    </div>
  );
}

function columnsIn(locale: Locale, here: string): Column<SeriesRow>[] {
  const t = translator(locale, "figures");
  const count = (n: number | null, none = "") => (n === null ? none : number(locale, n));
  const flow = (key: "detentions" | "releases" | "deaths", head: string): Column<SeriesRow> => ({
    key,
    head,
    numeric: true,
    cell: (row) => count(row[key]),
  });
  return [
    {
      key: "at",
      head: t("page.colCutOff"),
      cell: ({ slug, at }) =>
        slug && slug !== here ? (
          <a href={pathTo(locale, `/balances/${slug}`)}>{shortDay(locale, at)}</a>
        ) : (
          shortDay(locale, at)
        ),
    },
    {
      key: "published",
      head: t("page.colPublished"),
      numeric: true,
      cell: ({ published }) => count(published, t("series.noBalance")),
    },
    {
      key: "restated",
      head: t("page.colRestated"),
      numeric: true,
      cell: ({ restated }) => count(restated),
    },
    flow("detentions", t("series.colDetentions")),
    flow("releases", t("series.colReleases")),
    flow("deaths", t("series.colDeaths")),
  ];
}
