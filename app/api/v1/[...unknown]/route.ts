import { openRoute, Problem } from "@/lib/core/answer";

export const dynamic = "force-dynamic";

/** An address the API does not have answers as the rest of it does, not with a page. */
export const GET = openRoute(async () => {
  throw new Problem(404, "not-found", "The API has nothing at this address");
});
