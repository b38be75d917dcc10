import { z } from "zod";
import { balanceContent, printedFlows, saidFigure, seriesPoint } from "@/lib/balances/schema";
import { tableColumns } from "@/lib/balances/tables/rules";
import { columns as ledgerColumns } from "@/lib/claims/file/schema";
import { claim, partNames } from "@/lib/claims/schema";
import { reconciliationTerms } from "@/lib/tallies/schema";
import { csvColumns, namedRow } from "../cases/schema";
import { balanceLineShape } from "../document/numbers/schema";
import { figureColumns } from "../figures/files/rules";
import { dimensions, figureNames, senses, withheldReasons } from "../figures/schema";
import { seriesRow } from "../figures/series/schema";
import { changeColumns } from "../tallies/answers/rules";
import { restatedColumns } from "../tallies/series/rules";

/** A file of rows, and what may stand in each of its columns, in their order. */
export interface DescribedFile {
  /** Its name in the dictionary, and its anchor. */
  name: FileName;
  /** Where it is; for a file of a balance only its name there. */
  at: string;
  /** `live` changes with what it lists, `moment` with each balance, `frozen` never. */
  state: "live" | "moment" | "frozen";
  /** Names are shown by permission and are under no licence. */
  licence: "cc-by" | "terms" | "facts";
  columns: Readonly<Record<string, z.ZodType>>;
}

const text = z.string();
const whole = z.int();
const date = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const { shape } = claim;

const said = (name: string): z.ZodType => shape[camel(name) as keyof typeof shape] ?? text;
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const ledger: Record<string, z.ZodType> = {
  ...Object.fromEntries(ledgerColumns.map((name) => [name, said(name)])),
  ...Object.fromEntries(partNames.map((name) => [name, whole.nullable()])),
  claim_id: shape.id,
  source_title: shape.source.shape.title,
  source_outlet: shape.source.shape.outlet,
  source_url: shape.source.shape.url,
  source_published_on: shape.source.shape.publishedOn,
  relates_to: text,
  conflict: text,
};

const flowNames = [
  ...Object.keys(printedFlows.shape).filter((name) => name !== "releases"),
  ...Object.keys(printedFlows.shape.releases.shape).map((name) => `releases.${name}`),
];
const accountLines = z.enum(["opening", ...reconciliationTerms, "closing", "residual"]);
const of = <Column extends string>(columns: readonly Column[], kinds: Record<Column, z.ZodType>) =>
  Object.fromEntries(columns.map((name) => [name, kinds[name]]));

const cells = {
  at: moment,
  known: moment,
  method: balanceContent.shape.method,
  dimension: text,
  cell: text,
  value: whole.nullable(),
  at_least: z.union([z.literal(0), z.literal(1)]),
  less_than: whole.nullable(),
};
const change = { from: text.nullable(), to: text, line: text, value: whole.nullable() };
const ownSide = {
  ours_detentions: whole,
  ours_release_events: whole,
  ours_released_persons: whole,
  ours_deaths: whole,
};
const accounts = {
  account: text,
  claimant: shape.claimant,
  line: text,
  claim_id: shape.id.nullable(),
  sign: z.union([z.literal(-1), z.literal(1)]).nullable(),
  least: whole.nullable(),
  most: whole.nullable(),
};
const restated = {
  at: moment,
  known: moment,
  total: whole,
  slug: text.nullable(),
  published: whole.nullable(),
  difference: whole.nullable(),
  ...seriesPoint.shape.learned.unwrap().shape,
};

const figure = {
  line: z.enum(["value", "today", "cell", "history"]),
  figure: z.enum(figureNames),
  balance: text.nullable(),
  at: moment,
  known: moment.nullable(),
  method: text.nullable(),
  house: z.enum(["with", "without"]),
  by: z.enum(dimensions).nullable(),
  cell: text.nullable(),
  named: whole.nullable(),
  value: whole.nullable(),
  sense: z.enum([...senses, "notPublished", ...withheldReasons.map((why) => `withheld: ${why}`)]),
  restated: whole.nullable(),
};

export const fileNames = [
  "tallies",
  "figure",
  "figure-series",
  "flows",
  "reconciliation",
  "series",
  "series-restated",
  "balances",
  "claims",
  "accounts",
  "cases",
  "zip-tables",
  "zip-flows",
  "zip-reconciliation",
  "zip-series",
  "zip-claims",
] as const;
export type FileName = (typeof fileNames)[number];

const api = (name: string) => `/api/v1/${name}.csv`;

/** Every file of rows that is published, each column with the shape the code itself writes. A test compares both with the files. */
export const describedFiles: readonly DescribedFile[] = [
  { name: "tallies", at: api("tallies"), state: "moment", licence: "cc-by", columns: cells },
  {
    name: "figure",
    at: "/cifras/detenidas.csv",
    state: "moment",
    licence: "cc-by",
    columns: of(figureColumns, figure),
  },
  {
    name: "figure-series",
    at: "/serie.csv",
    state: "moment",
    licence: "cc-by",
    columns: seriesRow.shape,
  },
  {
    name: "flows",
    at: api("flows"),
    state: "moment",
    licence: "cc-by",
    columns: of(changeColumns, change),
  },
  {
    name: "reconciliation",
    at: api("reconciliation"),
    state: "moment",
    licence: "cc-by",
    columns: of(changeColumns, { ...change, line: accountLines, value: whole }),
  },
  {
    name: "series",
    at: `${api("series")}?kind=published`,
    state: "moment",
    licence: "cc-by",
    columns: { at: moment, total: whole, slug: text },
  },
  {
    name: "series-restated",
    at: `${api("series")}?kind=restated`,
    state: "moment",
    licence: "cc-by",
    columns: of(restatedColumns, restated),
  },
  {
    name: "balances",
    at: api("balances"),
    state: "moment",
    licence: "cc-by",
    columns: balanceLineShape.shape,
  },
  { name: "claims", at: api("claims"), state: "live", licence: "facts", columns: ledger },
  { name: "accounts", at: api("claims/accounts"), state: "live", licence: "facts", columns: accounts },
  {
    name: "cases",
    at: api("cases"),
    state: "live",
    licence: "terms",
    columns: of(csvColumns, namedRow.shape),
  },
  {
    name: "zip-tables",
    at: "tables.csv",
    state: "frozen",
    licence: "cc-by",
    columns: of(tableColumns.tables, cells),
  },
  {
    name: "zip-flows",
    at: "flows.csv",
    state: "frozen",
    licence: "cc-by",
    columns: of(tableColumns.flows, { flow: z.enum(flowNames), value: whole }),
  },
  {
    name: "zip-reconciliation",
    at: "reconciliation.csv",
    state: "frozen",
    licence: "cc-by",
    columns: of(tableColumns.reconciliation, { line: accountLines, value: whole }),
  },
  {
    name: "zip-series",
    at: "series.csv",
    state: "frozen",
    licence: "cc-by",
    columns: of(tableColumns.series, seriesPoint.shape),
  },
  {
    name: "zip-claims",
    at: "claims.csv",
    state: "frozen",
    licence: "cc-by",
    columns: { claim: shape.id, from: date, to: date, ...saidFigure.shape, ...ownSide },
  },
];

/** Columns that mean something else in this file than in others. */
export const ownMeanings: Readonly<Record<string, readonly string[]>> = {
  balances: ["kind", "slug"],
  figure: ["line", "value", "named", "restated"],
  "figure-series": ["kind", "restated"],
  claims: ["value"],
  accounts: ["line"],
  reconciliation: ["value"],
  "zip-flows": ["value"],
  "zip-reconciliation": ["value"],
  "zip-claims": ["from", "to", "value"],
};
