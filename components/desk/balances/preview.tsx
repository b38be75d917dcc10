import { placeName } from "@/components/tally/places";
import { type Column, Table } from "@/components/ui/table";
import type { DraftView } from "@/lib/balances/drafts/list/queries";
import { partitionCells } from "@/lib/balances/schema";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface Row {
  key: string;
  words: string;
  cell: { total: number; named: number };
  printed: string;
}

/** Every line of a draft twice: what was counted, and what the public will read of it. For those who may read exact numbers. */
export function Preview({ locale, draft }: { locale: Locale; draft: DraftView }) {
  const t = translator(locale, "balances");
  const columns: Column<Row>[] = [
    { key: "line", head: t("desk.colLine"), cell: (row) => row.words },
    { key: "exact", head: t("desk.colExact"), numeric: true, cell: (row) => number(locale, row.cell.total) },
    { key: "named", head: t("desk.colNamed"), numeric: true, cell: (row) => number(locale, row.cell.named) },
    {
      key: "unnamed",
      head: t("desk.colUnnamed"),
      numeric: true,
      cell: (row) => number(locale, row.cell.total - row.cell.named),
    },
    { key: "printed", head: t("desk.colPrinted"), numeric: true, cell: (row) => row.printed },
  ];
  return (
    <Table
      caption={t("desk.previewCaption")}
      columns={columns}
      rows={rowsOf(locale, draft)}
      rowKey={(row) => row.key}
    />
  );
}

function rowsOf(locale: Locale, { content, exact }: DraftView): Row[] {
  const t = translator(locale, "balances");
  const home = translator(locale, "home");
  const { cells } = exact;
  const least = content.disclosure.cells === "atLeast" ? "desk.atLeast" : "desk.exactly";
  const row = (key: string, words: string, cell: Row["cell"], printed: string): Row => ({
    key,
    words,
    cell,
    printed,
  });
  const lines = (Object.keys(cells.ofWhich) as (keyof typeof cells.ofWhich)[]).map((line) => {
    const said = content.held.ofWhich[line];
    const printed =
      typeof said === "number"
        ? t(least, { n: number(locale, said) })
        : t("desk.lessThan", { n: number(locale, said.lessThan) });
    return row(`ofWhich.${line}`, home(`ofWhich.${line}`), cells.ofWhich[line], printed);
  });
  const parts = (Object.keys(partitionCells) as (keyof typeof partitionCells)[]).flatMap((name) => {
    const shown: Record<string, number | undefined> | null = content.partitions[name];
    return partitionCells[name].map((value) => {
      const cell = cells.partitions[name][value] ?? { total: 0, named: 0 };
      const printed = shown?.[value];
      const words = `${home(`partitions.${name}`)}: ${home(`cells.${name}.${value}` as "cells.sex.man")}`;
      if (!shown) return row(`${name}.${value}`, words, cell, t("desk.notPrinted"));
      return row(
        `${name}.${value}`,
        words,
        cell,
        printed === undefined ? t("desk.folded") : t(least, { n: number(locale, printed) }),
      );
    });
  });
  const places = (["stateHeld", "stateOfDetention"] as const).flatMap((name) =>
    Object.entries(cells.places[name]).flatMap(([code, cell]) => {
      const shown = content.partitions[name][code];
      if (cell.total === 0 || !shown) return [];
      const values = { named: number(locale, shown.named), n: number(locale, shown.unnamedAtLeast) };
      const printed = t(shown.unnamedAtLeast > 0 ? "desk.placeFloor" : "desk.placeNamed", values);
      return [row(`${name}.${code}`, `${t(name)}: ${placeName(locale, code)}`, cell, printed)];
    }),
  );
  return [
    row("held", t("desk.dimensions.held"), cells.held, number(locale, content.held.total)),
    ...lines,
    ...parts,
    ...places,
  ];
}
