import { stringify } from "csv-stringify/sync";
import { partitionCells } from "@/lib/balances/schema";
import type { BalanceContent, PublishedBalance } from "../balances/queries";
import type { Mark } from "./steps/schema";

/** How a balance is named wherever its numbers are quoted. */
export const markAnswer = ({
  id,
  slug,
  kind,
  publishedAt,
}: Pick<Mark, "id" | "slug" | "kind" | "publishedAt">) => ({
  id,
  slug,
  kind,
  publishedAt: publishedAt.toISOString(),
});
export const balanceMark = (balance: PublishedBalance) =>
  markAnswer({ ...balance, kind: balance.content.kind });

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

/** Rows as a file with a head, also when there is none; formulas are inert. */
export const csvOf = (rows: readonly object[], columns?: readonly string[]): string =>
  stringify([...rows], {
    header: true,
    escape_formulas: true,
    record_delimiter: "windows",
    ...(columns && { columns: [...columns] }),
  });
