import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { findComparison, officialComparisons } from "@/lib/opendata/claims/answers/queries";
import { comparisonsCsv, pairsOf } from "@/lib/opendata/claims/answers/rules";
import { viewAnswered } from "@/lib/opendata/claims/moment/queries";
import { comparisonsQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** The same as one file: a row a pair, ours among them where a balance has a number for those days. */
export const GET = openRoute(async (request) => {
  const { id, ...asked } = readQuery(request, comparisonsQuery);
  const view = await viewAnswered(asked, id?.split("--"));
  if (!view) throw new Problem(404, "not-found", "No balance was published under this id");
  const one = id === undefined ? null : await findComparison(id, view.known);
  if (id !== undefined && !one) throw new Problem(404, "not-found", "No figure bears this id");
  const found = one ? [one] : await officialComparisons(view.known);
  return {
    csv: comparisonsCsv(found.flatMap((each) => pairsOf(each, view.balance))),
    filename: `vigilia-${id ?? "comparisons"}.csv`,
  };
});
