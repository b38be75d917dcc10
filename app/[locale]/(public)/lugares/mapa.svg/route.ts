import { placesDrawing } from "@/components/chart/places-drawing";
import { openRoute, readQuery } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { placesIn } from "@/lib/opendata/figures/places/rules";
import { placesQuery } from "@/lib/opendata/figures/places/schema";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";
import { findTally } from "@/lib/opendata/tallies/queries";

export const dynamic = "force-dynamic";

/** The states drawn, in the shades of the tiles: an ornament of the page of places, with no number in it. */
export const GET = openRoute(async (request, { params }: { params: Promise<{ locale: string }> }) => {
  const { balance, by } = readQuery(request, placesQuery);
  const { content, slug } = await orProblem(findTally({ balance }));
  const locale = localeOf((await params).locale);
  return {
    shown: placesDrawing(locale, placesIn(locale, content, by), content.disclosure.cells === "exact"),
    filename: `vigilia-lugares-${slug}.svg`,
  };
});
