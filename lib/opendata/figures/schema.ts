import { z } from "zod";
import type { PathName } from "@/lib/i18n/paths";

/** Every figure that has a page of its own, in the order they are listed, and where that page is. */
export const figurePaths = {
  held: "cifras/detenidas",
  whereaboutsUnknown: "cifras/paradero-desconocido",
  houseArrest: "cifras/detencion-domiciliaria",
  releaseOrderedNotExecuted: "cifras/orden-sin-cumplir",
  sentenceServed: "cifras/pena-cumplida",
  amnestied: "cifras/amnistiadas",
  confirmed: "cifras/confirmadas",
  restricted: "cifras/con-medidas",
  pending: "cifras/pendientes",
  releases: "cifras/excarcelaciones",
  detentions: "cifras/detenciones",
  deaths: "cifras/muertes",
  shortDetentions: "cifras/detenciones-cortas",
} as const satisfies Record<string, PathName>;
export type FigureName = keyof typeof figurePaths;
export const figureNames = Object.keys(figurePaths) as FigureName[];

/** Movements between two publication moments; all others are stocks at a moment. */
export const flowNames = ["releases", "detentions", "deaths"] as const satisfies FigureName[];

/** By what a figure may be divided, one way at a time. Whatever is not here is never published divided. */
export const dimensionsOf: Partial<Record<FigureName, readonly Dimension[]>> = {
  held: [
    ...["sex", "civilMilitary", "ageGroup", "convicted", "nationality", "whereabouts"],
    ...["stateHeld", "stateOfDetention"],
  ] as Dimension[],
  releases: ["kind"],
  detentions: ["kind"],
};
export const dimensions = [
  ...(["sex", "civilMilitary", "ageGroup", "convicted", "nationality", "whereabouts"] as const),
  ...(["stateHeld", "stateOfDetention", "kind"] as const),
] as const;
export type Dimension = (typeof dimensions)[number];

/** What is asked of a figure, at its page and at its files alike. `known=today`: beside the balance named, what is known by now. */
export const figureQuery = z.strictObject({
  balance: z
    .string()
    .regex(/^[0-9a-f-]{10,36}$/, "the id or slug of a balance")
    .optional(),
  by: z.enum(dimensions).optional(),
  house: z.enum(["with", "without"]).default("with"),
  known: z.enum(["today"]).optional(),
});
export type FigureQuery = z.infer<typeof figureQuery>;

/** The same for a drawing, which has one of two widths. */
export const drawingQuery = figureQuery.extend({ width: z.enum(["360", "720"]).default("720") });

/** A number and how to read it: the true one is this, not below, below, not above, or this rounded to ten. */
export interface Amount {
  n: number;
  sense: "exactly" | "atLeast" | "fewerThan" | "atMost" | "rounded";
}

/** One row of a table. Of places, `named` is exact and `value` is what those without a public page reach; null says nothing of them. */
export interface FigureRow {
  cell: string;
  named: number | null;
  value: Amount | null;
}

/** A publication moment in the history of a figure. `restated`: the same cut-off as known by the balance that is shown. */
export interface FigurePoint {
  slug: string | null;
  kind: "weekly" | "partial";
  at: string;
  method: string | null;
  value: Amount | null;
  restated: number | null;
}

/** Why a division is not there: never an empty table. */
export type Withheld = "protects" | "crossing" | "notDivided";

/** One figure of one balance, whole: what every page, file and drawing of it says. */
export interface Figure {
  name: FigureName;
  unit: "persons" | "events";
  balance: { id: string; slug: string; kind: "weekly" | "partial"; publishedAt: string };
  /** The publication moment before, where a flow begins. */
  since: string | null;
  at: string;
  known: string;
  method: string;
  coverage: { since: string; until: string | null };
  house: "with" | "without";
  by: Dimension | null;
  /** Null where this balance does not have it. */
  value: Amount | null;
  /** The total it is a part of; null where it is part of none. */
  of: number | null;
  rows: FigureRow[] | null;
  withheld: Withheld | null;
  /** The same cut-off as the latest balance knows it; only when asked, and only of the total. */
  today: { slug: string; known: string; value: Amount } | null;
  history: FigurePoint[];
}
