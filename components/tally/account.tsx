import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { cutOffWords } from "./cut-off";

interface Line {
  key: string;
  words: string;
  value: string;
}

/** From the last balance to this one as a sum in a column: opening, each movement signed, closing. A residual is printed, never hidden. */
export function Account({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const { change } = balance;
  if (!change) {
    return (
      <section className="entry">
        <h2>{t("accountTitle")}</h2>
        <p>{t("firstBalance")}</p>
      </section>
    );
  }
  const { opening, terms, closing, residual } = change.reconciliation;
  const moved = (Object.keys(terms) as (keyof typeof terms)[])
    .filter((term) => terms[term] !== 0)
    .map((term) => ({ key: term, words: t(`terms.${term}`), value: signed(locale, terms[term]) }));
  const lines: Line[] = [
    { key: "opening", words: t("opening"), value: number(locale, opening) },
    ...moved,
    ...(residual === 0 ? [] : [{ key: "residual", words: t("residual"), value: signed(locale, residual) }]),
    { key: "closing", words: t("closing"), value: number(locale, closing) },
  ];
  const columns: Column<Line>[] = [
    { key: "words", head: t("accountHead"), cell: (line) => line.words },
    { key: "value", head: t("accountNumber"), numeric: true, cell: (line) => line.value },
  ];
  const { releases } = change.flows;
  return (
    <section className="entry">
      <h2>{t("accountTitle")}</h2>
      <Table
        caption={t("accountCaption", {
          from: lowerFirst(cutOffWords(locale, change.from.at)),
          residual: number(locale, residual),
        })}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.key}
        isTotal={(line) => line.key === "closing"}
      />
      {releases.events > 0 && (
        <p className="note mt-3">
          {t("releasesOf", {
            n: releases.events,
            withMeasures: releases.withMeasures,
            full: releases.full,
            expelled: releases.expelled,
            unspecified: releases.unspecified,
          })}
        </p>
      )}
    </section>
  );
}

/** With its sign always, and a true minus. */
const signed = (locale: Locale, value: number): string =>
  `${value < 0 ? "−" : "+"}${number(locale, Math.abs(value))}`;

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
