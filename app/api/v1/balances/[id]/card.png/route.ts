import { openRoute, readQuery } from "@/lib/core/answer";
import { origin } from "@/lib/core/env";
import { cardQuery } from "@/lib/opendata/balances/card/schema";
import { findBalance } from "@/lib/opendata/balances/queries";
import { findSite } from "@/lib/opendata/site/queries";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { drawn } from "./drawn";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** A balance as a picture, 1080 by 1350. */
export const GET = openRoute<Context>(async (request, { params }) => {
  const { language: locale } = readQuery(request, cardQuery);
  const { slug, content: balance } = await orProblem(findBalance((await params).id));
  const demonstration = (await findSite())?.demonstration ?? false;
  const host = (origin("PUBLIC") ?? "").replace(/^https?:\/\//, "");
  const bytes = await drawn({ locale, balance, host, demonstration });
  return { shown: bytes, filename: `vigilia-${slug}-${locale}.png` };
});
