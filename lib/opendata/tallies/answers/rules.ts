import { csvOf } from "@/lib/core/csv";
import { reconciliationTerms } from "@/lib/tallies/schema";
import type { JoinedChange } from "../joins/schema";
import type { FoundChange } from "../queries";
import { markAnswer } from "../rules";
import type { ChangeQuery } from "../schema";

/** Said beside numbers of several balances added up: what such a sum can and cannot know. */
const joinedNote =
  "These are the accounts of several balances added up, each as it was published. What a balance learned late of the days of an " +
  "earlier one is in lateRegistrations, lateExits, removals, merges and corrections, not in detentions or releases. Events add up; " +
  "persons do not: who left in two of the windows is one person, and no balance says who, so persons is null and personsBetween " +
  "says the least and the most.";

/** Which moments an answer is about, and what was asked for. */
export function changeHead({ from, to, joined }: FoundChange, asked: ChangeQuery) {
  return {
    from: from && markAnswer(from),
    to: markAnswer(to),
    asked,
    steps: joined?.steps ?? 0,
    ...(joined && joined.steps > 1 && { note: joinedNote }),
  };
}

/** The columns of what changed between two publication moments. */
export const changeColumns = ["from", "to", "line", "value"] as const;

/** Flows one number a row. What cannot be known is an empty cell, never a zero. */
export function flowsCsv({ from, to, joined }: FoundChange): string {
  const { releases, ...flat } = joined?.flows ?? {};
  const lines: [string, number | null][] = Object.entries(flat);
  if (releases) {
    const { personsBetween, ...numbers } = releases;
    for (const [key, value] of Object.entries(numbers)) lines.push([`releases.${key}`, value]);
    for (const [key, value] of Object.entries(personsBetween))
      lines.push([`releases.personsBetween.${key}`, value]);
  }
  return changeCsv(from?.slug, to.slug, lines);
}

/** The account one line a row, in the order it is printed: opening, signed terms, closing, residual. */
export function reconciliationCsv({ from, to, joined }: FoundChange): string {
  return changeCsv(from?.slug, to.slug, joined ? accountLines(joined.reconciliation) : []);
}

const accountLines = ({
  opening,
  terms,
  closing,
  residual,
}: JoinedChange["reconciliation"]): [string, number][] => [
  ["opening", opening],
  ...reconciliationTerms.map((term): [string, number] => [term, terms[term]]),
  ["closing", closing],
  ["residual", residual],
];

const changeCsv = (from: string | undefined, to: string, lines: readonly [string, number | null][]): string =>
  csvOf(
    lines.map(([line, value]) => ({ from, to, line, value })),
    changeColumns,
  );
