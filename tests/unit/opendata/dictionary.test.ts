import { describe, expect, it } from "vitest";
import { tableColumns } from "@/lib/balances/tables/rules";
import { csvOf } from "@/lib/core/csv";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import es from "@/lib/i18n/messages/es/data.json";
import { csvHead } from "@/lib/opendata/cases/rules";
import { accountsCsv } from "@/lib/opendata/claims/accounts/rules";
import { claimsCsv } from "@/lib/opendata/claims/rules";
import { kindWords, meaningOf } from "@/lib/opendata/dictionary/rules";
import { describedFiles, type FileName, ownMeanings } from "@/lib/opendata/dictionary/schema";
import { figureColumns } from "@/lib/opendata/figures/files/rules";
import { seriesOfBalanceCsv } from "@/lib/opendata/figures/series/rules";
import { changeColumns } from "@/lib/opendata/tallies/answers/rules";
import { balanceLine, tallyRows } from "@/lib/opendata/tallies/rules";
import { seriesCsv } from "@/lib/opendata/tallies/series/rules";
import { balance } from "../../support/balance";

const whole = {
  id: "019ab3c4-d5e6-7f80-9a1b-2c3d4e5f6abc",
  slug: "2026-01-26",
  publishedAt: new Date(0),
  contentHash: "",
  manifestHash: null,
  signatures: [],
  content: balance(),
};

/** The head of each file, as the code that writes it writes it. */
const heads: Record<FileName, string> = {
  tallies: csvOf(tallyRows(balance())),
  figure: csvOf([], figureColumns),
  "figure-series": seriesOfBalanceCsv({
    balance: { slug: "", at: "", known: "", method: "" },
    rows: [],
    events: [],
  }),
  flows: csvOf([], changeColumns),
  reconciliation: csvOf([], changeColumns),
  series: seriesCsv("published", []),
  "series-restated": seriesCsv("restated", []),
  balances: csvOf([balanceLine(whole)]),
  claims: claimsCsv([]),
  accounts: accountsCsv([]),
  cases: csvHead,
  "zip-tables": csvOf([], tableColumns.tables),
  "zip-flows": csvOf([], tableColumns.flows),
  "zip-reconciliation": csvOf([], tableColumns.reconciliation),
  "zip-series": csvOf([], tableColumns.series),
  "zip-claims": csvOf([], tableColumns.claims),
};

describe.each(describedFiles)("the dictionary of $name", ({ name, columns }) => {
  it("has every column of the file, in its order, and no other", () => {
    const head = heads[name].replace("\uFEFF", "").split("\r\n")[0]?.split(",");
    expect(Object.keys(columns)).toEqual(head);
  });

  it.each(locales)("says in %s what each means and what it may hold", (locale) => {
    const words = wordsOf(locale, "data");
    for (const [column, shape] of Object.entries(columns)) {
      const [meaning, kind] = [meaningOf(words, name, column), kindWords(words, shape)];
      expect(meaning, column).toMatch(/^\S.{5,}\.$|…\.?$/);
      expect(meaning, column).not.toMatch(/^data\./);
      expect(kind, column).not.toMatch(/[{}]|undefined|^$/);
    }
  });
});

it("has no word for a column that no file has", () => {
  const used = new Set(describedFiles.flatMap(({ columns }) => Object.keys(columns)));
  expect(Object.keys(es.columns).filter((column) => !used.has(column))).toEqual([]);
  const own = Object.fromEntries(Object.entries(es.own).map(([file, words]) => [file, Object.keys(words)]));
  expect(ownMeanings).toEqual(own);
});
