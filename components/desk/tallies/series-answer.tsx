import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";
import type { Series, SeriesPoint } from "@/lib/tallies/series/schema";
import { Caveats } from "./caveats";
import { momentWords } from "./moment-words";

interface SeriesAnswerProps {
  locale: Locale;
  series: Series;
  now: Date;
}

/** The total at every cut-off, newest first, with what it moved since the one before. */
export function SeriesAnswer({ locale, series, now }: SeriesAnswerProps) {
  const t = translator(locale, "tallies");
  const words = wordsOf(locale, "tallies");
  const { items, kind, step, method } = series;
  const rows = items
    .map((point, index) => ({
      ...point,
      moved: index === 0 ? null : point.held - (items[index - 1]?.held ?? 0),
    }))
    .reverse();
  const columns: Column<SeriesPoint & { moved: number | null }>[] = [
    { key: "at", head: t("cutOff"), cell: ({ at }) => momentWords(locale, at) },
    { key: "held", head: t("heldColumn"), numeric: true, cell: ({ held }) => number(locale, held) },
    {
      key: "change",
      head: t("change"),
      numeric: true,
      cell: ({ moved }) => (moved === null ? "—" : signedNumber(words, moved)),
    },
  ];
  const [newest] = rows;
  return (
    <section className="entry flow">
      <h2>{t("answerTitle")}</h2>
      {newest && <Caveats locale={locale} at={newest.at} known={[newest.known]} now={now} />}
      <Table
        caption={t("seriesCaption", {
          step,
          kind,
          known: momentWords(locale, newest?.known ?? series.to),
          points: items.length,
        })}
        columns={columns}
        rows={rows}
        rowKey={({ at }) => at}
      />
      <p className="note">{t("method", { version: method })}</p>
    </section>
  );
}
