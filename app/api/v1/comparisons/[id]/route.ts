import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { findBalance, latestBalance } from "@/lib/opendata/balances/queries";
import { findComparison } from "@/lib/opendata/claims/answers/queries";
import { ownAnswer, pairAnswer } from "@/lib/opendata/claims/answers/rules";
import { comparisonQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** A figure with each of those to read beside it, or one pair by its address: what differs, and the gap where there is one. */
export const GET = openRoute(async (request, { params }: { params: Promise<{ id: string }> }) => {
  const { balance } = readQuery(request, comparisonQuery);
  const found = await findComparison((await params).id);
  if (!found) throw new Problem(404, "not-found", "No figure bears this id");
  const { claim, beside, around } = found;
  const source = balance ? await findBalance(balance) : await latestBalance();
  if (balance && !source) throw new Problem(404, "not-found", "No balance was published under this id");
  const pairs = beside.map(({ other, because }) => ({
    because,
    other,
    ...pairAnswer(claim, other, around),
    own: ownAnswer(source, other),
  }));
  return { json: { claim, own: ownAnswer(source, claim), pairs } };
});
