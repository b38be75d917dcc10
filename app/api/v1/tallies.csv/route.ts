import { openRoute, readQuery } from "@/lib/core/answer";
import { csvOf } from "@/lib/core/csv";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findTally } from "@/lib/opendata/tallies/queries";
import { tallyRows } from "@/lib/opendata/tallies/rules";
import { tallyQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The same numbers, one a row. */
export const GET = openRoute(async (request) => {
  const { content } = await orProblem(findTally(readQuery(request, tallyQuery)));
  return { csv: csvOf(tallyRows(content)), filename: `vigilia-${content.slug}.csv` };
});
