import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";
import type { Tally } from "@/lib/tallies/schema";
import { momentWords } from "./moment-words";

/** A line of a tally, as known at each of the two moments. */
export interface ComparedLine {
  key: string;
  words: string;
  first: number;
  second: number;
}

interface ComparedTableProps {
  locale: Locale;
  caption: string;
  head: string;
  lines: readonly ComparedLine[];
  first: Tally;
  /** Null when there is one moment of knowledge alone. */
  second: Tally | null;
}

/** Lines of a tally as known at one moment and, beside, at another, with what changed. */
export function ComparedTable({ locale, caption, head, lines, first, second }: ComparedTableProps) {
  const t = translator(locale, "tallies");
  const words = wordsOf(locale, "tallies");
  const known = (tally: Tally) => momentWords(locale, tally.known);
  const columns: Column<ComparedLine>[] = [
    { key: "words", head, cell: (line) => line.words },
    { key: "first", head: t("firstHead"), numeric: true, cell: (line) => number(locale, line.first) },
  ];
  if (second) {
    columns.push(
      {
        key: "second",
        head: t("secondHead"),
        numeric: true,
        cell: (line) => number(locale, line.second),
      },
      {
        key: "change",
        head: t("change"),
        numeric: true,
        cell: (line) => signedNumber(words, line.second - line.first),
      },
    );
  }
  return (
    <Table
      caption={
        second ? `${caption} ${t("bothKnown", { first: known(first), second: known(second) })}` : caption
      }
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      cards
      isTotal={(line) => line.key === "held"}
    />
  );
}
