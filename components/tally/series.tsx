import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";
import { differenceWords } from "@/lib/opendata/tallies/series/rules";
import type { SeriesPoint } from "@/lib/opendata/tallies/series/schema";
import { closeOf } from "./cut-off-day";

interface SeriesProps {
  locale: Locale;
  points: readonly SeriesPoint[];
  /** The balance whose page this is: it does not point to itself. */
  here?: string;
  /** Where the public pages are, when this is shown elsewhere. */
  site?: string;
  children?: React.ReactNode;
}

/** Each weekly cut-off twice, as published then and as known by a later balance, newest first, with how far apart they are and why. */
export function Series({ locale, points, here, site = "", children }: SeriesProps) {
  const t = translator(locale, "changes");
  const words = wordsOf(locale, "changes");
  if (points.length === 0) return null;
  const columns: Column<SeriesPoint>[] = [
    {
      key: "at",
      head: t("restated.cutOff"),
      cell: ({ slug, at }) =>
        slug && slug !== here ? (
          <a href={site + pathTo(locale, `/balances/${slug}`)}>{closeOf(locale, at)}</a>
        ) : (
          closeOf(locale, at)
        ),
    },
    {
      key: "published",
      head: t("restated.published"),
      numeric: true,
      cell: ({ published }) => (published === null ? t("restated.none") : number(locale, published)),
    },
    {
      key: "restated",
      head: t("restated.restated"),
      numeric: true,
      cell: ({ restated }) => number(locale, restated),
    },
    {
      key: "difference",
      head: t("restated.difference"),
      numeric: true,
      cell: ({ difference }) => (difference === null ? "" : signedNumber(words, difference)),
    },
    { key: "why", head: t("restated.why"), cell: (point) => differenceWords(words, point) },
  ];
  return (
    <section className="entry" id="series">
      <h2>{t("restated.title")}</h2>
      <p className="note mt-2 mb-3">{t("restated.note")}</p>
      <Table
        caption={t("restated.title")}
        columns={columns}
        rows={[...points].reverse()}
        rowKey={(point) => point.at}
        cards
      />
      {children}
    </section>
  );
}
