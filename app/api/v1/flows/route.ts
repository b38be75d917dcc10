import { openRoute, readQuery } from "@/lib/core/answer";
import { changeHead } from "@/lib/opendata/tallies/answers/rules";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findChange } from "@/lib/opendata/tallies/queries";
import { changeQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** What happened between two publication moments: detentions, releases by kind, deaths. */
export const GET = openRoute(async (request) => {
  const asked = readQuery(request, changeQuery);
  const found = await orProblem(findChange(asked));
  return { json: { ...changeHead(found, asked), flows: found.joined?.flows ?? null } };
});
