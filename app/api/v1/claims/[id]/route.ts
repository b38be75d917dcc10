import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { findClaim } from "@/lib/opendata/claims/queries";
import { knownQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** One published figure, as it is read today or was at a moment. */
export const GET = openRoute(async (request, { params }: { params: Promise<{ id: string }> }) => {
  const { known = null } = readQuery(request, knownQuery);
  const claim = await findClaim((await params).id, known);
  if (!claim) throw new Problem(404, "not-found", "No figure bears this id");
  return { json: claim };
});
