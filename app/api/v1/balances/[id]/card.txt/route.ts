import { openRoute, readQuery } from "@/lib/core/answer";
import { origin } from "@/lib/core/env";
import { translator } from "@/lib/i18n/messages";
import { bulletin } from "@/lib/opendata/balances/card/rules";
import { cardQuery } from "@/lib/opendata/balances/card/schema";
import { findBalance } from "@/lib/opendata/balances/queries";
import { findSite } from "@/lib/opendata/site/queries";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** A balance as one message for a telephone. */
export const GET = openRoute<Context>(async (request, { params }) => {
  const { language } = readQuery(request, cardQuery);
  const { slug, content } = await orProblem(findBalance((await params).id));
  const site = await findSite();
  return {
    shown: `${site?.demonstration ? `${translator(language, "card")("demonstration")}\n` : ""}${bulletin(language, content, origin("PUBLIC"))}\n`,
    filename: `vigilia-${slug}-${language}.txt`,
  };
});
