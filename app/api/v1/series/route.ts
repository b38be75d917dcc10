import { openRoute, readQuery } from "@/lib/core/answer";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findSeries } from "@/lib/opendata/tallies/queries";
import { seriesQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The weekly total: `published`, as each balance said it, or `restated`, as the latest balance knows the same cut-offs. */
export const GET = openRoute(async (request) => ({
  json: await orProblem(findSeries(readQuery(request, seriesQuery).kind)),
}));
