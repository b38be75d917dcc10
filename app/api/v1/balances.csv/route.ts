import { openRoute, readQuery } from "@/lib/core/answer";
import { csvOf } from "@/lib/core/csv";
import { listBalances } from "@/lib/opendata/balances/queries";
import { notYetPublished } from "@/lib/opendata/tallies/problems/rules";
import { balanceLine } from "@/lib/opendata/tallies/rules";
import { noQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";
const everything = 5000;

/** The same list as one file. */
export const GET = openRoute(async (request) => {
  readQuery(request, noQuery);
  const page = await listBalances(undefined, everything);
  if (!page || page.items.length === 0) throw notYetPublished();
  return { csv: csvOf(page.items.map(balanceLine)), filename: "vigilia-balances.csv" };
});
