import { stringify } from "csv-stringify/sync";
import { partitionCells } from "@/lib/balances/schema";
import { reconciliationTerms } from "@/lib/tallies/schema";
import type { BalanceContent, PublishedBalance } from "../balances/queries";

/** How a balance is named wherever its numbers are quoted. */
export const balanceMark = (balance: PublishedBalance) => ({
  id: balance.id,
  slug: balance.slug,
  kind: balance.content.kind,
  publishedAt: balance.publishedAt.toISOString(),
});

/** The tally of a balance, with what was asked for when the answer had to step back to a publication moment. */
export function tallyAnswer(balance: PublishedBalance, asked: { at?: string; known?: string }) {
  const { at, known, method, held, partitions, disclosure, restricted, shortDetentions, pending } =
    balance.content;
  const snapped = [asked.at, asked.known].some((moment) => moment !== undefined);
  return {
    balance: balanceMark(balance),
    at,
    known,
    ...(snapped && {
      asked,
      note: "Public numbers exist only at publication moments: this is the latest not after what was asked.",
    }),
    method,
    held,
    partitions,
    disclosure,
    restricted,
    shortDetentions,
    pending,
  };
}

/** A balance in a list: where it is and its total, the rest one request away. */
export const balanceLine = (balance: PublishedBalance) => ({
  ...balanceMark(balance),
  at: balance.content.at,
  known: balance.content.known,
  method: balance.content.method,
  total: balance.content.held.total,
  contentHash: balance.contentHash,
});

/** A balance whole: exactly what was signed, with the hash and the signatures over it. */
export const balanceAnswer = (balance: PublishedBalance) => ({
  ...balanceMark(balance),
  content: balance.content,
  contentHash: balance.contentHash,
  signatures: balance.signatures,
});

/** The account from one publication moment to a later one: each step's terms added up; `null` where a step is missing. */
export function joinChanges(steps: BalanceContent[]) {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first?.change || !last?.change) return null;
  const changes = steps.flatMap((step) => (step.change ? [step.change] : []));
  const sum = (pick: (change: (typeof changes)[number]) => number) =>
    changes.reduce((total, change) => total + pick(change), 0);
  const { releases, ...flat } = last.change.flows;
  const flowKeys = Object.keys(flat) as (keyof typeof flat)[];
  const releaseKeys = Object.keys(releases) as (keyof typeof releases)[];
  const opening = first.change.reconciliation.opening;
  const closing = last.change.reconciliation.closing;
  const terms = Object.fromEntries(
    reconciliationTerms.map((term) => [term, sum((change) => change.reconciliation.terms[term])]),
  );
  const explained = Object.values(terms).reduce((total, term) => total + term, opening);
  return {
    flows: {
      ...Object.fromEntries(flowKeys.map((key) => [key, sum((change) => change.flows[key])])),
      releases: Object.fromEntries(
        releaseKeys.map((key) => [key, sum((change) => change.flows.releases[key])]),
      ),
    },
    reconciliation: { opening, terms, closing, residual: closing - explained },
  };
}

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
  const lines = Object.entries(content.held.ofWhich).map(([line, value]) =>
    typeof value === "number"
      ? row("ofWhich", line, value, least)
      : row("ofWhich", line, "", 0, value.lessThan),
  );
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
  return [
    row("held", "total", content.held.total, 0),
    ...lines,
    ...cells,
    ...ages,
    ...places,
    row("restricted", "total", content.restricted.total, 0),
    row("shortDetentions", "total", content.shortDetentions, 0),
    row("pending", "rounded to 10", content.pending.total, 0),
  ];
}

/** Rows as a file with a head; formulas are inert. */
export const csvOf = (rows: readonly object[]): string =>
  stringify([...rows], { header: true, escape_formulas: true, record_delimiter: "windows" });
