import { z } from "zod";
import { printedFlows, type printedReconciliation } from "@/lib/balances/schema";

export { reconciliationTerms } from "@/lib/tallies/schema";

const count = z.int().nonnegative();
const releases = printedFlows.shape.releases;

/**
 * The flows of several balances added up. Events add; people do not: who left twice, once in each of two windows, is one person, and
 * no balance says who. So `persons` is null unless at most one of the balances has releases, and `personsBetween` says the least and
 * the most it can be.
 */
export const joinedFlows = printedFlows.extend({
  releases: releases.extend({
    persons: releases.shape.persons.nullable(),
    personsBetween: z.strictObject({ least: count, most: count }),
  }),
});
export type JoinedFlows = z.infer<typeof joinedFlows>;

/** The accounts of one or more balances in a row as one account. */
export interface JoinedChange {
  /** How many balances' accounts are added. */
  steps: number;
  flows: JoinedFlows;
  reconciliation: z.infer<typeof printedReconciliation>;
}
