import { cutOffWords } from "@/components/tally/cut-off";
import { type Column, Table } from "@/components/ui/table";
import type { listDrafts } from "@/lib/balances/drafts/list/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

type Row = Awaited<ReturnType<typeof listDrafts>>[number];

/** Drafts and published balances with how far each has come. */
export function DraftRows({ locale, drafts }: { locale: Locale; drafts: readonly Row[] }) {
  const t = translator(locale, "balances");
  const state = (row: Row) => {
    if (row.publishedAt) return t("desk.statePublished");
    return row.discardedAt ? t("desk.stateDiscarded") : t("desk.stateOpen", { n: row.signatures.length });
  };
  const columns: Column<Row>[] = [
    {
      key: "at",
      head: t("desk.colAt"),
      cell: (row) => <a href={`/equipo/balances/${row.id}`}>{cutOffWords(locale, row.at.toISOString())}</a>,
    },
    { key: "kind", head: t("colKind"), cell: (row) => t(row.kind) },
    { key: "by", head: t("desk.colBy"), cell: (row) => row.draftedBy },
    { key: "state", head: t("desk.colState"), cell: state },
  ];
  return <Table caption={t("desk.listTitle")} columns={columns} rows={drafts} rowKey={(row) => row.id} />;
}
