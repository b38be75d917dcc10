import { figureDrawing } from "@/components/chart/figure-drawing";
import { openRoute, Problem, readQuery } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { figureNamed } from "@/lib/opendata/figures/addresses/rules";
import { figureCsv } from "@/lib/opendata/figures/files/rules";
import { findFigure } from "@/lib/opendata/figures/queries";
import { drawingQuery, type FigureName, figureQuery } from "@/lib/opendata/figures/schema";
import { orProblem } from "@/lib/opendata/tallies/problems/queries";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ locale: string; indicador: string; forma: string }>;
}

/** A figure as `.csv`, `.json` or `.svg` at its own address, with the query of its page: the same answer in another form. */
export const GET = openRoute<Context>(async (request, { params }) => {
  const { locale, indicador, forma } = await params;
  const name = figureNamed(indicador);
  if (name && forma === "json") return { json: await figure(name, readQuery(request, figureQuery)) };
  if (name && forma === "csv") {
    const found = await figure(name, readQuery(request, figureQuery));
    return { csv: figureCsv(found), filename: `vigilia-${indicador}-${found.balance.slug}.csv` };
  }
  if (name && forma === "svg") {
    const { width, ...asked } = readQuery(request, drawingQuery);
    const found = await figure(name, asked);
    const shown = figureDrawing(localeOf(locale), found, width === "360" ? 360 : 720);
    return { shown, filename: `vigilia-${indicador}-${found.balance.slug}.svg` };
  }
  throw new Problem(404, "not-found", "There is no figure of this name and form");
});

const figure = (name: FigureName, asked: Parameters<typeof findFigure>[1]) =>
  orProblem(findFigure(name, asked));
