import { z } from "zod";
import { foldedWords } from "@/lib/core/folded";
import { checkRow } from "../file/cells/rules";
import { type Column, columns, type Row } from "../file/schema";
import { type Claim, claimId, relationKinds } from "../schema";

const cell = z.string().trim().max(1000, "too_long").default("");
const cells = Object.fromEntries(
  columns
    .filter((name) => !["claim_id", "relates_to", "conflict"].includes(name))
    .map((name) => [name, cell]),
) as Record<Exclude<Column, "claim_id" | "relates_to" | "conflict">, typeof cell>;

/** Why a figure is entered again, taken out, or an entry set aside. Nobody outside the desk reads it. */
export const claimWhy = z.string().trim().min(3, "required").max(1000, "too_long");

/** A figure as somebody types it, cell by cell, in the words of the ledger's own file. */
export const typedFigure = z.strictObject({
  ...cells,
  // «Comité de Familiares», as anybody writes it, is the ledger's `comite-de-familiares`.
  claimant: cell.transform((name) => foldedWords(name).replaceAll(" ", "-")),
  conflict: z.array(z.string()).default([]),
  relations: z
    .array(z.strictObject({ relation: z.enum(relationKinds), target: z.string().trim().max(80) }))
    .max(8)
    .default([]),
});
export type TypedFigure = z.output<typeof typedFigure>;

/** What was typed as a row of the ledger's own file, so that one set of rules judges both. */
export function rowOf({ relations, conflict, ...cells }: TypedFigure, id: string): Row {
  return {
    ...cells,
    claim_id: id,
    relates_to: relations.map(({ relation, target }) => `${relation}:${target}`).join(";"),
    conflict: conflict.join(";"),
  };
}

/** Far enough for every date to have come; the command looks at the day it is. */
const NO_DAY = "9999-12-31";

/** What is wrong with a figure by itself, each at its box. The rules are those of a file's row. */
function checkFigure(typed: TypedFigure, context: z.RefinementCtx): void {
  const read = checkRow(rowOf(typed, "sin-nombre"), 1, NO_DAY);
  if (!("errors" in read)) return;
  for (const { column, code } of read.errors)
    context.addIssue({ code: "custom", path: [boxOf(column)], message: code });
}

const boxOf = (column: string | null): string =>
  column === "relates_to" ? "relations" : (column ?? "quote");

/** A figure the ledger does not have yet. */
export const newFigure = typedFigure.superRefine(checkFigure);

/** A figure entered again over what the ledger says of it, or over an entry of it that was never published. */
export const figureAgain = typedFigure
  .extend({ id: claimId, over: z.union([z.hex().length(64), z.literal("")]), why: claimWhy })
  .superRefine(({ id: _id, over: _over, why: _why, ...typed }, context) => checkFigure(typed, context));
export type FigureAgain = z.output<typeof figureAgain>;

/** An entry that waits, with what it would put into the ledger. */
export interface WaitingEntry {
  entryId: string;
  claim: Claim;
  /** Empty for a figure the ledger does not have. */
  over: string;
  why: string;
  enteredBy: string;
  enteredAt: Date;
}
