import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { cutOffWords } from "./cut-off";

/** Balances as a table: cut-off, total, and what changed since the one before. */
export function BalanceList({ locale, balances }: { locale: Locale; balances: readonly PublishedBalance[] }) {
  const t = translator(locale, "balances");
  const columns: Column<PublishedBalance>[] = [
    {
      key: "balance",
      head: t("colBalance"),
      cell: ({ slug, content }) => (
        <a href={pathTo(locale, `/balances/${slug}`)}>{cutOffWords(locale, content.at)}</a>
      ),
    },
    { key: "kind", head: t("colKind"), cell: ({ content }) => t(content.kind) },
    {
      key: "total",
      head: t("colTotal"),
      numeric: true,
      cell: ({ content }) => number(locale, content.held.total),
    },
    { key: "change", head: t("colChange"), numeric: true, cell: ({ content }) => changeOf(locale, content) },
  ];
  return (
    <Table caption={t("listCaption")} columns={columns} rows={balances} rowKey={({ slug }) => slug} cards />
  );
}

function changeOf(locale: Locale, { change }: PublishedBalance["content"]): string {
  if (!change) return translator(locale, "balances")("first");
  const difference = change.reconciliation.closing - change.reconciliation.opening;
  return `${difference < 0 ? "−" : "+"}${number(locale, Math.abs(difference))}`;
}
