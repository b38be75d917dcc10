import { openRoute, readQuery } from "@/lib/core/answer";
import { listNamedCases } from "@/lib/opendata/cases/queries";
import { csvHead, csvRows } from "@/lib/opendata/cases/rules";
import { caseFilters } from "@/lib/opendata/cases/schema";

export const dynamic = "force-dynamic";
const AT_ONCE = 2000;

/** The same people as one file, with the same filters. */
export const GET = openRoute(async (request) => {
  const filters = readQuery(request, caseFilters);
  let csv = csvHead;
  let after: string | undefined;
  do {
    const page = await listNamedCases(filters, after, AT_ONCE);
    csv += csvRows(page.items);
    after = page.next ?? undefined;
  } while (after);
  return { csv, filename: "vigilia-cases.csv" };
});
