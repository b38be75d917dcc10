import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { findComparison, officialComparisons } from "@/lib/opendata/claims/answers/queries";
import { comparisonsCsv, pairsOf } from "@/lib/opendata/claims/answers/rules";
import { comparisonsQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** The same as one file: a row a pair, ours among them where a balance has a number for those days. */
export const GET = openRoute(async (request) => {
  const { id } = readQuery(request, comparisonsQuery);
  const one = id === undefined ? null : await findComparison(id);
  if (id !== undefined && !one) throw new Problem(404, "not-found", "No figure bears this id");
  const found = one ? [one] : await officialComparisons();
  const balance = await latestBalance();
  return {
    csv: comparisonsCsv(found.flatMap((each) => pairsOf(each, balance))),
    filename: `vigilia-${id ?? "comparisons"}.csv`,
  };
});
