import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type Reconciliation, reconciliationTerms } from "@/lib/tallies/schema";
import { signedNumber } from "./moment-words";

/** The terms that moved anything. */
export const movedTerms = ({ terms }: Reconciliation) =>
  reconciliationTerms.filter((term) => terms[term] !== 0);

interface AccountProps {
  locale: Locale;
  caption: string;
  head: string;
  account: Reconciliation;
  opening: string;
  closing: string;
}

interface Line {
  key: string;
  words: string;
  value: string;
}

/** A reconciliation as a sum in a column: opening, each movement signed, closing. A residual is printed, never hidden (R5). */
export function Account({ locale, caption, head, account, opening, closing }: AccountProps) {
  const t = translator(locale, "tallies");
  const words = translator(locale, "changes");
  const lines: Line[] = [
    { key: "opening", words: opening, value: number(locale, account.opening) },
    ...movedTerms(account).map((term) => ({
      key: term,
      words: words(`terms.${term}`),
      value: signedNumber(locale, account.terms[term]),
    })),
    { key: "residual", words: t("residual"), value: signedNumber(locale, account.residual) },
    { key: "closing", words: closing, value: number(locale, account.closing) },
  ];
  const columns: Column<Line>[] = [
    { key: "words", head, cell: (line) => line.words },
    { key: "value", head: t("people"), numeric: true, cell: (line) => line.value },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      isTotal={(line) => line.key === "closing"}
    />
  );
}
