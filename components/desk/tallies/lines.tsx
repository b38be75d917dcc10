import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { ofWhichLines, partitionCells, type Tally } from "@/lib/tallies/schema";
import { type ComparedLine, ComparedTable } from "./compared-table";
import { momentWords } from "./moment-words";

interface LinesProps {
  locale: Locale;
  first: Tally;
  second: Tally | null;
}

const divided = ["sex", "civilMilitary", "ageGroup", "convicted", "nationality", "whereabouts"] as const;

/** Every line of a tally but its places: the total, of which, each partition with its empty cells, and what stands beside. */
export function Lines({ locale, first, second }: LinesProps) {
  const t = translator(locale, "tallies");
  return (
    <section className="entry">
      <h2>{t("linesTitle")}</h2>
      <ComparedTable
        locale={locale}
        caption={t("linesCaption", { at: momentWords(locale, first.at) })}
        head={t("line")}
        lines={linesOf(locale, first, second ?? first)}
        first={first}
        second={second}
      />
    </section>
  );
}

/** Every line but the places, at both moments. */
export function linesOf(locale: Locale, first: Tally, second: Tally): ComparedLine[] {
  const t = translator(locale, "tallies");
  const home = translator(locale, "home");
  const line = (key: string, words: string, of: (tally: Tally) => number): ComparedLine => ({
    key,
    words,
    first: of(first),
    second: of(second),
  });
  return [
    line("held", t("total"), (tally) => tally.held.total),
    ...ofWhichLines.map((name) =>
      line(
        `ofWhich.${name}`,
        t("ofWhich", { line: home(`ofWhich.${name}`) }),
        (tally) => tally.held.ofWhich[name],
      ),
    ),
    ...divided.flatMap((partition) =>
      partitionCells[partition].map((cell) =>
        line(
          `${partition}.${cell}`,
          t("inPartition", {
            partition: home(`partitions.${partition}`),
            cell: home(`cells.${partition}.${cell}` as "cells.sex.man"),
          }),
          (tally) => tally.partitions[partition][cell] ?? 0,
        ),
      ),
    ),
    line("restricted", t("beside.restricted"), (tally) => tally.restricted.total),
    line("shortDetentions", t("beside.shortDetentions"), (tally) => tally.shortDetentions),
    line("pending", t("beside.pending"), (tally) => tally.pending.total),
  ];
}
