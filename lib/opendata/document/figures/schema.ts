import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { embedViews } from "../../figures/embeds/rules";
import { placesQuery } from "../../figures/places/schema";
import { drawingQuery, figure, figureNames, figurePaths, figureQuery } from "../../figures/schema";
import { seriesDrawingQuery, seriesOfBalance, seriesViewQuery } from "../../figures/series/schema";
import type { Operation } from "../operation/schema";

const named = z.strictObject({
  figure: z.enum(figureNames.map((name) => paths[figurePaths[name]].es.slice("cifras/".length))),
});
const svg = "image/svg+xml";

/** Figures, the series and places at their own addresses, beside their pages; below /en the same under English names. */
export const figureOperations: readonly Operation[] = [
  {
    path: "/cifras/{figure}.json",
    summary:
      "One figure of a balance, whole: its number with the sense in which it was published, its parts or why there are none, and its " +
      "history. Of the latest balance when none is named; a balance named answers the same for ever, unless what is known today is asked",
    query: figureQuery,
    parameters: named,
    answer: figure,
  },
  {
    path: "/cifras/{figure}.csv",
    summary: "The same figure as one file",
    query: figureQuery,
    parameters: named,
    answer: null,
  },
  {
    path: "/cifras/{figure}.svg",
    summary: "The same figure drawn: its parts when it is divided, otherwise its history",
    query: drawingQuery,
    parameters: named,
    answer: null,
    file: svg,
  },
  {
    path: "/serie.json",
    summary:
      "The series as a balance has it: each publication moment as published and as known, what moved, and what authorities said " +
      "meanwhile, as the ledger was known at that balance",
    query: seriesViewQuery,
    answer: seriesOfBalance,
  },
  { path: "/serie.csv", summary: "The same series as one file", query: seriesViewQuery, answer: null },
  {
    path: "/serie.svg",
    summary: "The series drawn, or what moved between publications",
    query: seriesDrawingQuery,
    answer: null,
    file: svg,
  },
  {
    path: "/lugares/mapa.svg",
    summary:
      "The states drawn in shades, without a number. Their numbers are /cifras/detenidas.json?by=stateHeld and ?by=stateOfDetention",
    query: placesQuery,
    answer: null,
    file: svg,
  },
  {
    path: "/e/{view}",
    summary:
      "A view made to be set into another page, as HTML without script: of the latest balance, or for ever of the one named by ?balance=",
    parameters: z.strictObject({ view: z.enum(embedViews) }),
    answer: null,
    file: "text/html",
  },
];
