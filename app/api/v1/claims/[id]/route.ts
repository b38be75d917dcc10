import { openRoute, Problem } from "@/lib/core/answer";
import { findClaim } from "@/lib/opendata/claims/queries";

export const dynamic = "force-dynamic";

/** One published figure. */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ id: string }> }) => {
  const claim = await findClaim((await params).id);
  if (!claim) throw new Problem(404, "not-found", "No figure bears this id");
  return { json: claim };
});
