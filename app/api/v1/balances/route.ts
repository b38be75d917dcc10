import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { listBalances } from "@/lib/opendata/balances/queries";
import { notYetPublished } from "@/lib/opendata/tallies/problems/rules";
import { balanceLine } from "@/lib/opendata/tallies/rules";
import { balancesQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** Every balance, newest first, with its total and where the rest of it is. */
export const GET = openRoute(async (request) => {
  const { cursor, limit } = readQuery(request, balancesQuery);
  const page = await listBalances(cursor, limit);
  if (!page) throw new Problem(400, "bad-cursor", "The cursor names no balance");
  if (page.items.length === 0) throw notYetPublished();
  return { json: { items: page.items.map(balanceLine), next: page.next } };
});
