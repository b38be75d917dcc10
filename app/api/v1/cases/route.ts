import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { isCaseNamed, listNamedCases } from "@/lib/opendata/cases/queries";
import { caseQuery } from "@/lib/opendata/cases/schema";

export const dynamic = "force-dynamic";

/** People whose families permitted the name, by surname: `{items, next}`, `next` being the cursor of the following page. */
export const GET = openRoute(async (request) => {
  const { cursor, limit, ...filters } = readQuery(request, caseQuery);
  if (cursor && !(await isCaseNamed(cursor)))
    throw new Problem(400, "bad-cursor", "The cursor stands for nothing published; begin again without it");
  const { items, next } = await listNamedCases(filters, cursor, limit);
  return { json: { items, next } };
});
