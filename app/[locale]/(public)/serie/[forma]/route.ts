import { seriesDrawing } from "@/components/chart/series-drawing";
import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { findSeriesOf } from "@/lib/opendata/figures/queries";
import { seriesOfBalanceCsv } from "@/lib/opendata/figures/series/rules";
import { seriesDrawingQuery, seriesViewQuery } from "@/lib/opendata/figures/series/schema";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ locale: string; forma: string }>;
}

/** The series as `.csv`, `.json` or `.svg`, with the query of its page. */
export const GET = openRoute<Context>(async (request, { params }) => {
  const { locale, forma } = await params;
  if (forma === "svg") {
    const { balance, kind, width } = readQuery(request, seriesDrawingQuery);
    const { series } = await orProblem(findSeriesOf(balance));
    const shown = seriesDrawing(localeOf(locale), series, kind, width === "360" ? 360 : 720);
    return { shown, filename: `vigilia-serie-${series.balance.slug}.svg` };
  }
  if (forma !== "csv" && forma !== "json") throw new Problem(404, "not-found", "The series has no such form");
  const { series } = await orProblem(findSeriesOf(readQuery(request, seriesViewQuery).balance));
  if (forma === "json") return { json: series };
  return { csv: seriesOfBalanceCsv(series), filename: `vigilia-serie-${series.balance.slug}.csv` };
});
