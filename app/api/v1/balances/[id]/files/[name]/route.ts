import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { readFile } from "@/lib/opendata/balances/files/queries";
import { noQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string; name: string }>;
}

/** One file of a balance, byte for byte as in its zip. The same for ever. */
export const GET = openRoute<Context>(async (request, { params }) => {
  readQuery(request, noQuery);
  const { id, name } = await params;
  const file = await readFile(id, name);
  if (!file) throw new Problem(404, "not-found", "No balance has a file of this name");
  return { file: file.bytes, filename: `vigilia-${file.slug}-${name}` };
});
