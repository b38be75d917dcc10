import { PICTURE, Picture } from "@/components/tally/card/picture";
import { openRoute, readQuery } from "@/lib/core/answer";
import { origin } from "@/lib/core/env";
import { cardQuery } from "@/lib/opendata/balances/card/schema";
import { findBalance } from "@/lib/opendata/balances/queries";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { drawn } from "./drawn";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** A balance as a picture, 1080 by 1350. */
export const GET = openRoute<Context>(async (request, { params }) => {
  const { language } = readQuery(request, cardQuery);
  const { slug, content } = await orProblem(findBalance((await params).id));
  const host = (origin("PUBLIC") ?? "").replace(/^https?:\/\//, "");
  const bytes = await drawn(`${slug} ${language} ${host}`, PICTURE, () => (
    <Picture locale={language} balance={content} host={host} />
  ));
  return { shown: bytes, filename: `vigilia-${slug}-${language}.png` };
});
