import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { readFile, ZIP } from "@/lib/opendata/balances/files/queries";
import { noQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** A balance as one zip, in the bytes two coordinators' signatures stand for. The same for ever. */
export const GET = openRoute<Context>(async (request, { params }) => {
  readQuery(request, noQuery);
  const file = await readFile((await params).id, ZIP);
  if (!file) throw new Problem(404, "not-found", "No balance bears this name, or it has no zip");
  return { file: file.bytes, filename: `vigilia-${file.slug}.zip` };
});
