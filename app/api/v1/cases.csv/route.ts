import { openRoute, readQuery } from "@/lib/core/answer";
import { fileOfCases } from "@/lib/opendata/cases/file/queries";
import { namedCount } from "@/lib/opendata/cases/queries";
import { caseFilters } from "@/lib/opendata/cases/schema";

export const dynamic = "force-dynamic";

/** The same people as one file, with the same filters, sent as it is read. */
export const GET = openRoute(async (request) => {
  const filters = readQuery(request, caseFilters);
  const { changes } = await namedCount();
  return {
    rows: fileOfCases(filters),
    mark: `cases.csv ${changes}`,
    filename: "vigilia-cases.csv",
  };
});
