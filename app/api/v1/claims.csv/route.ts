import { openRoute, readQuery } from "@/lib/core/answer";
import { listClaims } from "@/lib/opendata/claims/queries";
import { claimsCsv } from "@/lib/opendata/claims/rules";
import { claimsFileQuery } from "@/lib/opendata/claims/schema";

export const dynamic = "force-dynamic";
const everything = 20_000;

/** The same figures as one file, in the columns it can be imported with. */
export const GET = openRoute(async (request) => {
  const { known = null, ...filters } = readQuery(request, claimsFileQuery);
  const page = await listClaims(filters, undefined, everything, known);
  return { csv: claimsCsv(page?.items ?? []), filename: "vigilia-claims.csv" };
});
