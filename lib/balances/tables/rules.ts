import { reconciliationTerms } from "@/lib/tallies/schema";
import { type BalanceContent, type OfWhichLine, partitionCells, saidFigure } from "../schema";

/** One row a number: for spreadsheets. `least` says that the true value lies a little above. */
export function tallyRows(content: BalanceContent): Record<string, string | number>[] {
  const least = content.disclosure.cells === "atLeast" ? 1 : 0;
  const row = (
    dimension: string,
    cell: string,
    value: number | "",
    atLeast: number,
    lessThan: number | "" = "",
  ) => ({
    at: content.at,
    known: content.known,
    method: content.method,
    dimension,
    cell,
    value,
    at_least: atLeast,
    less_than: lessThan,
  });
  const lineRow = (dimension: string, line: string, value: OfWhichLine) =>
    typeof value === "number"
      ? row(dimension, line, value, least)
      : row(dimension, line, "", 0, value.lessThan);
  const lines = Object.entries(content.held.ofWhich).map(([line, value]) => lineRow("ofWhich", line, value));
  const cells = Object.keys(partitionCells).flatMap((name) => {
    const partition: Record<string, number | undefined> | null =
      content.partitions[name as keyof typeof partitionCells];
    return Object.entries(partition ?? {}).map(([cell, value]) =>
      row(name, cell, value ?? 0, cell === "othersOrUnknown" ? 0 : least),
    );
  });
  const places = (["stateOfDetention", "stateHeld"] as const).flatMap((name) =>
    Object.entries(content.partitions[name]).flatMap(([code, cell]) => [
      row(`${name}.named`, code, cell.named, 0),
      row(`${name}.unnamed`, code, cell.unnamedAtLeast, 1),
    ]),
  );
  const ages = Object.entries(content.partitions.ageGroup ?? {}).map(([age, value]) =>
    row("ageGroup", age, value, 0),
  );
  const confirmed = content.confirmed;
  const lately = confirmed ? [lineRow("confirmed", `within ${confirmed.days} days`, confirmed.held)] : [];
  return [
    row("held", "total", content.held.total, 0),
    ...lines,
    ...lately,
    ...cells,
    ...ages,
    ...places,
    row("restricted", "total", content.restricted.total, 0),
    row("shortDetentions", "total", content.shortDetentions, 0),
    row("pending", "rounded to 10", content.pending.total, 0),
  ];
}

/** One row a flow since the publication moment before; none in the first balance. */
export function flowRows({ change }: BalanceContent): { flow: string; value: number }[] {
  if (!change) return [];
  const { releases, ...flat } = change.flows;
  return [
    ...Object.entries(flat).map(([flow, value]) => ({ flow, value })),
    ...Object.entries(releases).map(([kind, value]) => ({ flow: `releases.${kind}`, value })),
  ];
}

/** The account as a column that adds up: opening, each term signed, closing, residual. */
export function reconciliationRows({ change }: BalanceContent): { line: string; value: number }[] {
  if (!change) return [];
  const { opening, terms, closing, residual } = change.reconciliation;
  return [
    { line: "opening", value: opening },
    ...reconciliationTerms.map((term) => ({ line: term, value: terms[term] })),
    { line: "closing", value: closing },
    { line: "residual", value: residual },
  ];
}

/** One row a figure of others, with what this registry counts for the very same days beside it. */
export const claimRows = ({ claims }: BalanceContent) =>
  claims.map(({ claimId, from, to, flows, said }) => ({
    claim: claimId,
    from,
    to,
    ...Object.fromEntries(saidKeys.map((key) => [key, said?.[key] ?? null])),
    ours_detentions: flows.detentions,
    ours_release_events: flows.releases.events,
    ours_released_persons: flows.releases.persons,
    ours_deaths: flows.deaths,
  }));

const saidKeys = Object.keys(saidFigure.shape) as (keyof typeof saidFigure.shape)[];

/** The columns of every table in the zip of a balance. They are part of format 2: whoever needs others makes a format 3. */
export const tableColumns = {
  tables: ["at", "known", "method", "dimension", "cell", "value", "at_least", "less_than"],
  flows: ["flow", "value"],
  reconciliation: ["line", "value"],
  series: ["at", "slug", "published", "restated"],
  claims: [
    ...["claim", "from", "to"],
    ...saidKeys,
    ...["ours_detentions", "ours_release_events", "ours_released_persons", "ours_deaths"],
  ],
} as const;
