import { type Column, Table } from "@/components/ui/table";
import type { listChanges } from "@/lib/balances/drafts/changes/queries";
import type { ChangeLine, ListedTerm } from "@/lib/balances/drafts/changes/schema";
import type { DraftView } from "@/lib/balances/drafts/list/queries";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { residualOf } from "@/lib/opendata/tallies/joins/rules";
import { signedNumber } from "@/lib/opendata/tallies/sentences/rules";
import { whyChanged } from "./why";

interface ChangedProps {
  locale: Locale;
  draft: DraftView;
  changed: Awaited<ReturnType<typeof listChanges>>;
  /** The page does not begin with the first. */
  isLater: boolean;
  /** May open a case: its reference is then a link. */
  opensCases: boolean;
}

/** Whose changes make the account of a draft, by reference and never by name, so that whoever signs can look into any of them. */
export function Changed({ locale, draft, changed, isLater, opensCases }: ChangedProps) {
  const t = translator(locale, "desk-balances");
  const { change, held } = draft.content;
  return (
    <section className="entry flow" id="cambios">
      <h2>{t("changed.title")}</h2>
      {!change && <p>{t("changed.first", { n: number(locale, held.total) })}</p>}
      {change && changed.terms.length === 0 && (
        <p>{t(draft.exact.beside ? "changed.none" : "changed.old")}</p>
      )}
      {change && changed.terms.length > 0 && (
        <>
          <p className="note">{sumWords(locale, change.reconciliation, changed.terms)}</p>
          <Groups locale={locale} terms={changed.terms} />
          <Lines locale={locale} lines={changed.lines} opensCases={opensCases} />
          {(isLater || changed.next !== null) && (
            <p>
              {isLater && <a href="?#cambios">{t("changed.start")}</a>}
              {isLater && changed.next !== null && " · "}
              {changed.next !== null && <a href={`?desde=${changed.next}#cambios`}>{t("changed.next")}</a>}
            </p>
          )}
        </>
      )}
    </section>
  );
}

type Reconciliation = NonNullable<DraftView["content"]["change"]>["reconciliation"];

function sumWords(locale: Locale, reconciliation: Reconciliation, terms: readonly ListedTerm[]): string {
  const t = translator(locale, "desk-balances");
  const words = wordsOf(locale, "changes");
  return t("changed.sums", {
    opening: number(locale, reconciliation.opening),
    moved: signedNumber(
      words,
      terms.reduce((sum, term) => sum + term.sum, 0),
    ),
    closing: number(locale, reconciliation.closing),
    residual: signedNumber(words, residualOf(reconciliation)),
  });
}

function Groups({ locale, terms }: { locale: Locale; terms: readonly ListedTerm[] }) {
  const t = translator(locale, "desk-balances");
  const columns: Column<ListedTerm>[] = [
    {
      key: "term",
      head: t("changed.term"),
      cell: ({ term, first }) => <a href={`?desde=${first - 1}#cambios`}>{termWords(locale, term)}</a>,
    },
    { key: "rows", head: t("changed.rows"), numeric: true, cell: ({ rows }) => number(locale, rows) },
    {
      key: "sum",
      head: t("changed.sum"),
      numeric: true,
      cell: ({ sum }) => signedNumber(wordsOf(locale, "changes"), sum),
    },
  ];
  return (
    <Table caption={t("changed.groupsCaption")} columns={columns} rows={terms} rowKey={({ term }) => term} />
  );
}

function Lines({
  locale,
  lines,
  opensCases,
}: Pick<ChangedProps, "locale" | "opensCases"> & { lines: ChangeLine[] }) {
  const t = translator(locale, "desk-balances");
  const columns: Column<ChangeLine>[] = [
    {
      key: "reference",
      head: t("changed.reference"),
      cell: ({ reference }) => {
        if (reference === null) return t("changed.nobody");
        return opensCases ? <a href={`/equipo/casos/${reference}`}>{reference}</a> : reference;
      },
    },
    { key: "term", head: t("changed.term"), cell: ({ term }) => termWords(locale, term) },
    { key: "why", head: t("changed.why"), cell: (line) => whyChanged(locale, line) },
    {
      key: "sign",
      head: t("changed.sign"),
      numeric: true,
      cell: ({ sign }) => signedNumber(wordsOf(locale, "changes"), sign),
    },
  ];
  return (
    <Table
      cards
      caption={t("changed.listCaption")}
      columns={columns}
      rows={lines}
      rowKey={({ position }) => String(position)}
    />
  );
}

const termWords = (locale: Locale, term: ListedTerm["term"]): string =>
  term === "restated"
    ? translator(locale, "desk-balances")("changed.restated")
    : translator(locale, "changes")(`terms.${term}`);
