import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { listFiles } from "@/lib/opendata/balances/files/queries";
import { findBalance } from "@/lib/opendata/balances/queries";
import { balanceAnswer } from "@/lib/opendata/tallies/rules";
import { noQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** One balance whole, by id or slug: what was signed, its SHA-256 and the signatures over that. Never changes. */
export const GET = openRoute<Context>(async (request, { params }) => {
  readQuery(request, noQuery);
  const balance = await findBalance((await params).id);
  if (!balance) throw new Problem(404, "not-found", "No balance bears this name");
  return { json: balanceAnswer(balance, await listFiles(balance.id)) };
});
