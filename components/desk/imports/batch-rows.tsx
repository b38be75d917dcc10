import { dayText } from "@/components/desk/when";
import { type Column, Table } from "@/components/ui/table";
import type { BatchRow } from "@/lib/cases/exchange/batches/list/queries";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** How far a batch has come, in a sentence. */
export function batchState(batch: BatchRow, locale: Locale): string {
  const t = translator(locale, "imports");
  const { state, staged, lines, confirmedBy, confirmedAt, discardedBy, discardedAt } = batch;
  const at = confirmedAt ?? discardedAt;
  return t(`desk.states.${state}`, {
    staged: number(locale, staged),
    lines: number(locale, lines),
    who: confirmedBy ?? discardedBy ?? "",
    day: at ? dayText(at, locale) : "",
  });
}

/** Batches with where they come from, what they bring and how far they have come. Never a name. */
export function BatchRows({ locale, batches }: { locale: Locale; batches: readonly BatchRow[] }) {
  const t = translator(locale, "imports");
  const columns: Column<BatchRow>[] = [
    {
      key: "source",
      head: t("desk.source"),
      cell: (row) => <a href={`/equipo/importaciones/${row.id}`}>{row.source}</a>,
    },
    { key: "kind", head: t("desk.kind"), cell: (row) => t(`desk.kinds.${row.kind}`) },
    { key: "lines", head: t("desk.lines"), cell: (row) => number(locale, row.lines) },
    {
      key: "by",
      head: t("desk.by"),
      cell: (row) => `${row.importedBy} · ${dayText(row.importedAt, locale)}`,
    },
    { key: "state", head: t("desk.state"), cell: (row) => batchState(row, locale) },
  ];
  return (
    <Table cards caption={t("desk.caption")} columns={columns} rows={batches} rowKey={(row) => row.id} />
  );
}
