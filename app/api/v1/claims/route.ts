import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { listClaims } from "@/lib/opendata/claims/queries";
import { claimQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";

/** The ledger of published figures, newest first: `{items, next}`, `next` being the cursor of the following page. */
export const GET = openRoute(async (request) => {
  const { cursor, limit, known = null, ...filters } = readQuery(request, claimQuery);
  const page = await listClaims(filters, cursor, limit, known);
  if (!page) throw new Problem(400, "bad-cursor", "The cursor names no figure");
  return { json: page };
});
