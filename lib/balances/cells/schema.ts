import { z } from "zod";
import type { ExactCells, Floors } from "../disclosure/schema";

/** One line of the exact count: a value of a dimension, how many are in it and how many of them have a public page. */
export const cellRow = z.object({
  dimension: z.string(),
  value: z.string(),
  total: z.int(),
  named: z.int(),
});
export type CellRow = z.infer<typeof cellRow>;

const cell = z.strictObject({ total: z.int(), named: z.int() });
const cells = z.record(z.string(), cell);

/** What a draft keeps for the desk and for the next disclosure decision. Never published. */
export const exactSide = z.strictObject({
  cells: z.looseObject({ held: cell, ofWhich: cells, partitions: z.record(z.string(), cells) }),
  floors: z.record(z.string(), z.strictObject({ floor: z.int(), moved: z.int() })),
  /** Events and changes since the publication moment before; decides whether a partial publication may be made. */
  changes: z.int(),
});
export interface ExactSide {
  cells: ExactCells;
  floors: Floors;
  changes: number;
}
