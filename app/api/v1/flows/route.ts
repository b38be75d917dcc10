import { openRoute, readQuery } from "@/lib/core/answer";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findChange } from "@/lib/opendata/tallies/queries";
import { changeQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** What happened between two publication moments: detentions, releases by kind, deaths. */
export const GET = openRoute(async (request) => {
  const { from, to, asked, flows } = await orProblem(findChange(readQuery(request, changeQuery)));
  return { json: { from, to, asked, flows } };
});
