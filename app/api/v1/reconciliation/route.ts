import { openRoute, readQuery } from "@/lib/core/answer";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findChange } from "@/lib/opendata/tallies/queries";
import { changeQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** How one published total became the other, term by term, to residual zero. */
export const GET = openRoute(async (request) => {
  const { from, to, asked, reconciliation } = await orProblem(findChange(readQuery(request, changeQuery)));
  return { json: { from, to, asked, reconciliation } };
});
