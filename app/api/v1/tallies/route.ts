import { openRoute, readQuery } from "@/lib/core/answer";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findTally } from "@/lib/opendata/tallies/queries";
import { tallyAnswer } from "@/lib/opendata/tallies/rules";
import { tallyQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The numbers of a balance after disclosure control; of the latest when nothing is asked. */
export const GET = openRoute(async (request) => {
  const asked = readQuery(request, tallyQuery);
  const { at, known } = asked;
  return { json: tallyAnswer(await orProblem(findTally(asked)), { at, known }) };
});
