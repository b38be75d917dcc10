import { z } from "zod";
import type { FoundCase } from "../cases/list/queries";

/** What somebody types into the search. */
export const searchForm = z.strictObject({
  buscar: z.string().trim().min(1, "required").max(200),
});

export interface FoundReport {
  id: string;
  name: string;
  receivedAt: Date;
  urgent: boolean;
  assignedTo: string | null;
}

/** One find: a person's case, or a report that waits. */
export type Found = { kind: "case"; case: FoundCase } | { kind: "report"; report: FoundReport };

/** The best finds in order, and how many there were. */
export interface Finds {
  finds: Found[];
  total: number;
}
