import type { PrintedFlows, PrintedReconciliation } from "@/lib/balances/schema";
import { reconciliationTerms } from "@/lib/tallies/schema";
import type { Change, Step } from "../steps/schema";
import type { JoinedChange } from "./schema";

/** What the terms do not explain: closing less opening and every term. Computed anew wherever an account is printed (R5). */
export function residualOf({
  opening,
  terms,
  closing,
}: Pick<PrintedReconciliation, "opening" | "terms" | "closing">): number {
  return closing - reconciliationTerms.reduce((sum, term) => sum + terms[term], opening);
}

/**
 * The account from one published total to a later one: each balance's terms added up, as each was published. What one balance
 * learned of the days of an earlier one stays where it was published, in the terms of what was known late. Opening and closing are the
 * published totals themselves, so that a missing step shows as a residual. Null when there is no step between.
 */
export function joinSteps(opening: number, steps: readonly Step[]): JoinedChange | null {
  const changes = steps.flatMap(({ change }) => (change ? [change] : []));
  const closing = steps.at(-1)?.total;
  const flows = addFlows(changes);
  if (!flows || closing === undefined) return null;
  const terms = Object.fromEntries(
    reconciliationTerms.map((term) => [term, sumOf(changes, (one) => one.reconciliation.terms[term])]),
  ) as PrintedReconciliation["terms"];
  const account = { opening, terms, closing };
  return { steps: steps.length, flows, reconciliation: { ...account, residual: residualOf(account) } };
}

/** The account of one balance, in the same shape as several added up. */
export function ownAccount(change: Change): JoinedChange | null {
  const flows = addFlows([change]);
  const { reconciliation } = change;
  return (
    flows && { steps: 1, flows, reconciliation: { ...reconciliation, residual: residualOf(reconciliation) } }
  );
}

function addFlows(changes: readonly Change[]): JoinedChange["flows"] | null {
  const [first] = changes;
  if (!first) return null;
  const { releases, ...flat } = first.flows;
  const sums = sumsOf(Object.keys(flat) as (keyof typeof flat)[], (key) =>
    sumOf(changes, ({ flows }) => flows[key]),
  );
  const releaseSums = sumsOf(Object.keys(releases) as (keyof PrintedFlows["releases"])[], (key) =>
    sumOf(changes, ({ flows }) => flows.releases[key]),
  );
  const persons = changes.map(({ flows }) => flows.releases.persons);
  const [least, most] = [Math.max(...persons), releaseSums.persons];
  return {
    ...sums,
    releases: {
      ...releaseSums,
      persons: least === most ? most : null,
      personsBetween: { least, most },
    },
  };
}

const sumsOf = <Key extends string>(keys: readonly Key[], sum: (key: Key) => number) =>
  Object.fromEntries(keys.map((key) => [key, sum(key)])) as Record<Key, number>;

const sumOf = (changes: readonly Change[], pick: (change: Change) => number): number =>
  changes.reduce((total, change) => total + pick(change), 0);
