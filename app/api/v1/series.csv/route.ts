import { openRoute, readQuery } from "@/lib/core/answer";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findSeries } from "@/lib/opendata/tallies/queries";
import { seriesCsv } from "@/lib/opendata/tallies/series/rules";
import { seriesQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The same series as one file. */
export const GET = openRoute(async (request) => {
  const { kind } = readQuery(request, seriesQuery);
  const { items } = await orProblem(findSeries(kind));
  return { csv: seriesCsv(kind, items), filename: `vigilia-series-${kind}.csv` };
});
