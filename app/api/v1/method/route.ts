import { openRoute, readQuery } from "@/lib/core/answer";
import { quoteMethod } from "@/lib/opendata/method/rules";
import { noQuery } from "@/lib/opendata/tallies/schema";

export const dynamic = "force-dynamic";

/** The method of counting, whole: each rule with its words, its source and its parameters. Answers before any balance too. */
export const GET = openRoute(async (request) => {
  readQuery(request, noQuery);
  return { json: quoteMethod() };
});
