import type { TypedFigure } from "@/lib/claims/entries/schema";
import { typedFigure } from "@/lib/claims/entries/schema";

/** A figure as somebody at the desk would type it: an invented body says on 26 January that 300 people left prison since the 8th. */
export const figureTyped = (changes: Partial<TypedFigure> = {}): TypedFigure =>
  typedFigure.parse({
    ...{ stated_on: "2026-01-26", claimant: "comite-inventado", claimant_kind: "ngo" },
    ...{ measure: "released_in_period", kind: "flow", stage: "verified", population: "political_prisoners" },
    ...{ period_start: "2026-01-08", period_end: "2026-01-26", start_precision: "day", end_precision: "day" },
    ...{ value: "300", qualifier: "exact", unit: "persons", release_scope: "any_exit" },
    ...{ names_published: "full_list", house_arrest_counted: "out" },
    ...{
      source_title: "Balance",
      source_outlet: "Comité Inventado",
      source_url: "https://comite.invalid/26",
    },
    ...{ quote: "trescientas personas excarceladas desde el 8 de enero", note: "" },
    ...changes,
  });
