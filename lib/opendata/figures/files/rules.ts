import { csvOf } from "@/lib/core/csv";
import type { Amount, Figure } from "../schema";

/** The columns of a figure's file, in their order. */
export const figureColumns = [
  ...["line", "figure", "balance", "at", "known", "method", "house", "by", "cell"],
  ...["named", "value", "sense", "restated"],
] as const;

/** A figure as a file: its number, its table, and its history, a row each. What is withheld says so instead of leaving a hole. */
export function figureCsv(figure: Figure): string {
  const { name, balance, at, known, method, house, by, value, rows, withheld, history, today } = figure;
  const own = { figure: name, balance: balance.slug, at, known, method, house };
  const said = (amount: Amount | null) => ({
    value: amount?.n ?? null,
    sense: amount?.sense ?? "notPublished",
  });
  return csvOf(
    [
      { line: "value", ...own, ...said(value) },
      ...(today
        ? [{ line: "today", ...own, balance: today.slug, known: today.known, ...said(today.value) }]
        : []),
      ...(rows ?? []).map((row) => ({
        line: "cell",
        ...own,
        ...{ by, cell: row.cell, named: row.named },
        ...said(row.value),
      })),
      ...(withheld ? [{ line: "cell", ...own, by, sense: `withheld: ${withheld}` }] : []),
      ...history.map((point) => ({
        line: "history",
        ...{ figure: name, balance: point.slug, at: point.at, method: point.method, house },
        ...said(point.value),
        restated: point.restated,
      })),
    ],
    figureColumns,
  );
}
