import { open } from "@/lib/db/open";
import { listBalances } from "../balances/queries";
import { namedCount } from "../cases/queries";
import { listAccounts } from "../claims/accounts/queries";
import { countClaims } from "../claims/queries";
import { findSeries } from "../tallies/queries";
import { tallyRows } from "../tallies/rules";
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
    balances,
    claims,
    accounts: accounts.reduce((lines, account) => lines + account.movements.length + 3, 0),
    cases: named.people,
  };
}
