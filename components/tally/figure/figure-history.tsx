import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { isFlow } from "@/lib/opendata/figures/rules";
import type { Figure, FigurePoint } from "@/lib/opendata/figures/schema";
import { amountWords, historyFinding, shortDay, shownHistory } from "@/lib/opendata/figures/words/rules";
import { FigureImage } from "./figure-image";

const OPEN_UP_TO = 30;

/** A figure at every publication moment, newest first, as published and, where it is counted anew, as known; then the drawing of it. */
export function FigureHistory({ locale, figure }: { locale: Locale; figure: Figure }) {
  const t = translator(locale, "figures");
  const shown = shownHistory(figure.history);
  const restated = shown.some((point) => point.restated !== null);
  const columns: Column<FigurePoint>[] = [
    {
      key: "at",
      head: t("page.colCutOff"),
      cell: ({ slug, at }) =>
        slug && slug !== figure.balance.slug ? (
          <a href={pathTo(locale, `/balances/${slug}`)}>{shortDay(locale, at)}</a>
        ) : (
          shortDay(locale, at)
        ),
    },
    {
      key: "value",
      head: t("page.colPublished"),
      numeric: true,
      cell: ({ value }) => amountWords(locale, value),
    },
  ];
  const known: Column<FigurePoint> = {
    key: "restated",
    head: t("page.colRestated"),
    numeric: true,
    cell: ({ restated: n }) => (n === null ? "" : number(locale, n)),
  };
  const finding = historyFinding(locale, { name: figure.name, history: shown });
  return (
    <section className="entry" id="historia">
      <h2>{t("page.historyTitle")}</h2>
      <p>{finding}</p>
      <details open={shown.length <= OPEN_UP_TO} className="unfolded">
        <summary>{t("page.historyTable")}</summary>
        <Table
          caption={t("page.historyCaption", { restated: restated ? "yes" : "no", slug: figure.balance.slug })}
          columns={restated ? [...columns, known] : columns}
          rows={[...shown].reverse()}
          rowKey={({ at, slug }) => `${at} ${slug}`}
        />
        {figure.history.length > shown.length && (
          <p className="note mt-2">{t("page.historyMore", { n: shown.length })}</p>
        )}
      </details>
      <FigureImage
        locale={locale}
        figure={figure}
        height={isFlow(figure.name) ? 240 : 260}
        alt={finding}
        undivided
      />
    </section>
  );
}
