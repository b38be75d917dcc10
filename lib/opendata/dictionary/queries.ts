import { createHash } from "node:crypto";
import { csvOf } from "@/lib/core/csv";
import { open } from "@/lib/db/open";
import { listBalances } from "../balances/queries";
import { namedCount } from "../cases/queries";
import { listAccounts } from "../claims/accounts/queries";
import { countClaims } from "../claims/queries";
import { figureCsv } from "../figures/files/rules";
import { findFigure, findSeriesOf } from "../figures/queries";
import { seriesOfBalanceCsv } from "../figures/series/rules";
import { flowsCsv, reconciliationCsv } from "../tallies/answers/rules";
import { findChange, findSeries, findTally } from "../tallies/queries";
import { balanceLine, tallyRows } from "../tallies/rules";
import { seriesCsv } from "../tallies/series/rules";
import type { FileName } from "./schema";

/** How many rows each file of today has. What depends on the question asked is not counted. */
export async function countRows(): Promise<Partial<Record<FileName, number>>> {
  const [latest, balances, published, restated, claims, { accounts }, named] = await Promise.all([
    listBalances(undefined, 1),
    open().publishedBalance.count(),
    findSeries("published"),
    findSeries("restated"),
    countClaims({}),
    listAccounts({}),
    namedCount(),
  ]);
  const content = latest?.items[0]?.content;
  return {
    ...(content && { tallies: tallyRows(content).length }),
    ...(published && { series: published.items.length }),
    ...(restated && { "series-restated": restated.items.length }),
    ...(content && {
      figure: 1 + balances,
      "figure-series": balances + content.series.filter((point) => point.published === null).length,
    }),
    balances,
    claims,
    accounts: accounts.reduce((lines, account) => lines + account.movements.length + 3, 0),
    cases: named.people,
  };
}

/** How many bytes a file has and what they hash to. */
export interface Weighed {
  size: number;
  sha256: string;
}

const EVERY_BALANCE = 5_000;

/**
 * The files that change only with a balance, weighed as they answer after this one. What may change any day is not here: its hash
 * would be wrong before it is read, and each download bears its own as its ETag.
 */
export async function weighFiles(slug: string): Promise<Partial<Record<FileName, Weighed>>> {
  const [tally, change, published, restated, balances, held, whole] = await Promise.all([
    findTally({ balance: slug }),
    findChange({ balance: slug }),
    findSeries("published"),
    findSeries("restated"),
    listBalances(undefined, EVERY_BALANCE),
    findFigure("held", { balance: slug, house: "with" }),
    findSeriesOf(slug),
  ]);
  return {
    ...(tally && { tallies: weighed(csvOf(tallyRows(tally.content))) }),
    ...(change && { flows: weighed(flowsCsv(change)), reconciliation: weighed(reconciliationCsv(change)) }),
    ...(published && { series: weighed(seriesCsv("published", published.items)) }),
    ...(restated && { "series-restated": weighed(seriesCsv("restated", restated.items)) }),
    ...(balances && { balances: weighed(csvOf(balances.items.map(balanceLine))) }),
    ...(held && { figure: weighed(figureCsv(held)) }),
    ...(whole && { "figure-series": weighed(seriesOfBalanceCsv(whole.series)) }),
  };
}

function weighed(text: string): Weighed {
  const bytes = Buffer.from(text);
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
