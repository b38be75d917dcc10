import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { residualOf } from "@/lib/opendata/tallies/joins/rules";
import type { JoinedChange } from "@/lib/opendata/tallies/joins/schema";
import { personsPhrase, signedNumber } from "@/lib/opendata/tallies/sentences/rules";

interface Account {
  /** Null where knowledge alone moved: then nobody was released in between. */
  flows: Pick<JoinedChange["flows"], "releases"> | null;
  reconciliation: Omit<JoinedChange["reconciliation"], "residual">;
}
export type Term = keyof JoinedChange["reconciliation"]["terms"];
export const termsOf = ({ terms }: Account["reconciliation"]) => Object.keys(terms) as Term[];

interface Line {
  key: string;
  words: React.ReactNode;
  value: string;
  quiet?: boolean;
}

interface AccountTableProps {
  locale: Locale;
  account: Account;
  caption: string;
  opening: string;
  closing: string;
  /** Every line with its sentence, those that did not move quietly among them; otherwise only what moved, the rest named below. */
  whole: boolean;
}

/**
 * How one total became another, as a sum in a column: opening, each movement signed, what is left unexplained, closing. The residual
 * is computed here from the numbers printed and is a line of its own, also when it is 0.
 */
export function AccountTable({ locale, account, caption, opening, closing, whole }: AccountTableProps) {
  const t = translator(locale, "changes");
  const words = wordsOf(locale, "changes");
  const { flows, reconciliation } = account;
  const moved = (term: Term) => reconciliation.terms[term] !== 0;
  const name = (term: Term) =>
    flows && term === "releases" && moved(term)
      ? t("releasesRow", { term: t("terms.releases"), persons: personsPhrase(words, flows.releases) })
      : t(`terms.${term}`);
  const explained = (title: string, sentence: string) =>
    whole ? (
      <>
        {title} <span className="explained">{sentence}</span>
      </>
    ) : (
      title
    );
  const terms = termsOf(reconciliation);
  const lines: Line[] = [
    { key: "opening", words: opening, value: number(locale, reconciliation.opening) },
    ...terms
      .filter((term) => whole || moved(term))
      .map((term) => ({
        key: term,
        words: explained(name(term), t(`explained.${term}`)),
        value: signedNumber(words, reconciliation.terms[term]),
        quiet: !moved(term),
      })),
    {
      key: "residual",
      words: explained(t("residual"), t("residualExplained")),
      value: signedNumber(words, residualOf(reconciliation)),
      quiet: residualOf(reconciliation) === 0,
    },
    { key: "closing", words: closing, value: number(locale, reconciliation.closing) },
  ];
  const columns: Column<Line>[] = [
    { key: "words", head: t("accountHead"), cell: (line) => line.words },
    { key: "value", head: t("accountNumber"), numeric: true, cell: (line) => line.value },
  ];
  const unmoved = whole ? [] : terms.filter((term) => !moved(term));
  return (
    <>
      <Table
        caption={caption}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.key}
        isTotal={(line) => line.key === "closing"}
        isQuiet={(line) => line.quiet ?? false}
      />
      {unmoved.length > 0 && (
        <p className="note mt-2">
          {t("unmoved", { list: unmoved.map((term) => t(`terms.${term}`)).join(", ") })}
        </p>
      )}
      {flows && flows.releases.events > 0 && (
        <p className="note mt-2">
          {t("releasesOf", {
            n: flows.releases.events,
            withMeasures: flows.releases.withMeasures,
            full: flows.releases.full,
            expelled: flows.releases.expelled,
            unspecified: flows.releases.unspecified,
          })}
        </p>
      )}
    </>
  );
}
