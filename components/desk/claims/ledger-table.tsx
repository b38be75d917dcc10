import { Table } from "@/components/ui/table";
import type { ListedFigure } from "@/lib/claims/ledger/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { claimantWords, figure, when } from "@/lib/opendata/claims/rules";

interface LedgerTableProps {
  rows: ListedFigure[];
  caption: string;
  locale: Locale;
}

/** Figures in a list: how many, who, what, of when, where it was read, and what it still lacks. */
export function LedgerTable({ rows, caption, locale }: LedgerTableProps) {
  const [t, c] = [translator(locale, "ledger"), translator(locale, "claims")];
  const words = wordsOf(locale, "claims");
  return (
    <Table
      cards
      caption={caption}
      rows={rows}
      rowKey={({ claim }) => claim.id}
      columns={[
        {
          key: "figure",
          head: t("head.figure"),
          cell: ({ claim, state }) => (
            <a href={`/equipo/declaraciones/${claim.id}`} data-row={figure(words, claim)}>
              {state === "withdrawn" ? <s>{figure(words, claim)}</s> : figure(words, claim)}
            </a>
          ),
        },
        { key: "who", head: t("head.who"), cell: ({ claim }) => claimantWords(words, claim) },
        {
          key: "what",
          head: t("head.what"),
          cell: ({ claim }) => `${c(`measureShort.${claim.measure}`)}, ${c(`stageShort.${claim.stage}`)}`,
        },
        { key: "when", head: t("head.when"), cell: ({ claim }) => when(words, claim) },
        {
          key: "source",
          head: t("head.source"),
          cell: ({ claim, copies }) => (
            <>
              <span className="breakable">{claim.source.outlet}</span>{" "}
              <span className="note">{copies > 0 ? t("copied", { n: copies }) : t("noCopy")}</span>
            </>
          ),
        },
        {
          key: "state",
          head: t("head.state"),
          cell: ({ claim, state, waits }) => (
            <>
              {t(`state.${state}`)}
              {waits && (
                <>
                  , <strong className="waits">{t("waits")}</strong>
                </>
              )}
              {claim.conflicts.length > 0 && (
                <span className="note">
                  {c("page.conflictOf", {
                    list: claim.conflicts.map((kind) => c(`conflicts.${kind}`)).join(", "),
                  })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
