import { Table } from "@/components/ui/table";
import { typedOf } from "@/lib/claims/entries/rules";
import { rowOf } from "@/lib/claims/entries/schema";
import { type Column, columns } from "@/lib/claims/file/schema";
import type { Claim } from "@/lib/claims/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { labelsOf } from "./words";

const cellsOf = (claim: Claim) => rowOf(typedOf(claim), claim.id);

/** What an entry would change of what the ledger says, cell by cell; nothing else of it changes. */
export function Changes({ before, after, locale }: { before: Claim; after: Claim; locale: Locale }) {
  const t = translator(locale, "ledger");
  const labels = labelsOf(locale);
  const [was, is] = [cellsOf(before), cellsOf(after)];
  const name = (column: Column) =>
    labels[column] ?? (column === "relates_to" ? t("groups.relations") : column.replaceAll("_", " "));
  return (
    <Table
      cards
      caption={t("waiting.changes")}
      rows={columns.filter((column) => was[column] !== is[column])}
      rowKey={(column) => column}
      columns={[
        { key: "name", head: t("waiting.box"), cell: name },
        { key: "was", head: t("waiting.was"), cell: (column) => <Cell text={was[column]} /> },
        { key: "is", head: t("waiting.is"), cell: (column) => <Cell text={is[column]} /> },
      ]}
    />
  );
}

const Cell = ({ text }: { text: string }) => <span className="breakable">{text || "—"}</span>;
