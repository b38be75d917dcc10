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

export const senses = ["exactly", "atLeast", "fewerThan", "atMost", "rounded"] as const;
const whole = z.int();
const moment = z.iso.datetime({ offset: true });
const balanceKind = z.enum(["weekly", "partial"]);

/** A number and how to read it: the true one is this, not below, below, not above, or this rounded to ten. */
export const amount = z.strictObject({ n: whole, sense: z.enum(senses) });
export type Amount = z.infer<typeof amount>;

/** One row of a table. Of places, `named` is exact and `value` is what those without a public page reach; null says nothing of them. */
export const figureRow = z.strictObject({
  cell: z.string(),
  named: whole.nullable(),
  value: amount.nullable(),
});
export type FigureRow = z.infer<typeof figureRow>;

/** A publication moment in the history of a figure. `restated`: the same cut-off as known by the balance that is shown. */
export const figurePoint = z.strictObject({
  slug: z.string().nullable(),
  kind: balanceKind,
  at: moment,
  method: z.string().nullable(),
  value: amount.nullable(),
  restated: whole.nullable(),
});
export type FigurePoint = z.infer<typeof figurePoint>;

/** Why a division is not there: never an empty table. */
export const withheldReasons = ["protects", "crossing", "notDivided"] as const;
export type Withheld = (typeof withheldReasons)[number];

/** One figure of one balance, whole: what every page, file and drawing of it says. */
export const figure = z.strictObject({
  name: z.enum(figureNames),
  unit: z.enum(["persons", "events"]),
  balance: z.strictObject({ id: z.uuid(), slug: z.string(), kind: balanceKind, publishedAt: moment }),
  /** The publication moment before, where a flow begins. */
  since: moment.nullable(),
  at: moment,
  known: moment,
  method: z.string(),
  coverage: z.strictObject({ since: z.iso.date(), until: z.iso.date().nullable() }),
  house: z.enum(["with", "without"]),
  by: z.enum(dimensions).nullable(),
  /** Null where this balance does not have it. */
  value: amount.nullable(),
  /** The total it is a part of; null where it is part of none. */
  of: whole.nullable(),
  rows: z.array(figureRow).nullable(),
  withheld: z.enum(withheldReasons).nullable(),
  /** The same cut-off as the latest balance knows it; only when asked, and only of the total. */
  today: z.strictObject({ slug: z.string(), known: moment, value: amount }).nullable(),
  history: z.array(figurePoint),
});
export type Figure = z.infer<typeof figure>;
