import { openRoute, readQuery } from "@/lib/core/answer";
import { flowsCsv } from "@/lib/opendata/tallies/answers/rules";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findChange } from "@/lib/opendata/tallies/queries";
import { changeQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The same flows, one number a row. */
export const GET = openRoute(async (request) => {
  const found = await orProblem(findChange(readQuery(request, changeQuery)));
  return { csv: flowsCsv(found), filename: `vigilia-flows-${found.to.slug}.csv` };
});
