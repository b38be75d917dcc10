import { openRoute, Problem } from "@/lib/core/answer";
import { findNamedCase } from "@/lib/opendata/cases/queries";

export const dynamic = "force-dynamic";

/** One named person, as their page prints them. Unknown, withdrawn and never issued answer alike. */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ reference: string }> }) => {
  const named = await findNamedCase((await params).reference);
  if (!named) throw new Problem(404, "not-found", "Nothing is published at this reference");
  return { json: named };
});
