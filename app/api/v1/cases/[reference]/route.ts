import { openRoute, Problem } from "@/lib/core/answer";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { standsAt } from "@/lib/opendata/known/queries";

export const dynamic = "force-dynamic";

/**
 * One named person, as their page prints them: under the reference asked for, or the one of the page that it was joined with. Unknown,
 * withdrawn and never issued answer alike.
 */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ reference: string }> }) => {
  const reference = await standsAt((await params).reference);
  const named = reference === null ? null : await findNamedCase(reference);
  if (!named) throw new Problem(404, "not-found", "Nothing is published at this reference");
  return { json: named };
});
