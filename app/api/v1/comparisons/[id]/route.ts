import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { findComparison } from "@/lib/opendata/claims/answers/queries";
import { ownAnswer, pairAnswer } from "@/lib/opendata/claims/answers/rules";
import { viewAnswered } from "@/lib/opendata/claims/moment/queries";
import { comparisonQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** A figure with each of those to read beside it, or one pair by its address: what differs, and the gap where there is one. */
export const GET = openRoute(async (request, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const view = await viewAnswered(readQuery(request, comparisonQuery), id.split("--"));
  if (!view) throw new Problem(404, "not-found", "No balance was published under this id");
  const found = await findComparison(id, view.known);
  if (!found) throw new Problem(404, "not-found", "No figure bears this id");
  const { claim, beside, around } = found;
  const { balance: source } = view;
  const pairs = beside.map(({ other, because }) => ({
    because,
    other,
    ...pairAnswer(claim, other, around),
    own: ownAnswer(source, other),
  }));
  const known = (view.known ?? view.latest)?.toISOString() ?? null;
  return {
    json: { known, balance: source?.slug ?? null, claim, own: ownAnswer(source, claim), pairs },
  };
});
