import { type Group, TRAITS, type unfold } from "../rules";
import type { Tally } from "../schema";
import type { Seen, Unmoved } from "./schema";

/** The groups in which the rows of one person stand, from the number the database writes for each. */
export const groupsOf = (cells: readonly number[]): Group[] =>
  cells.flatMap((cell) => [
    { traits: cell & TRAITS, taken: null, held: null, n: 1 },
    { traits: null, taken: (cell >> 12) & 31, held: null, n: 1 },
    { traits: null, taken: null, held: (cell >> 17) & 31, n: 1 },
  ]);

/** What one person adds to a tally: the stock in which they stand alone, and what is counted beside it. */
export interface Share extends ReturnType<typeof unfold> {
  restricted: number;
  shortDetentions: number;
  pending: number;
}

type Numbers = { [name: string]: number | Numbers };

/** The national stock once one person's share of it has changed, line by line; no other line moves. */
export function withShare(tally: Tally, before: Share, after: Share): Tally {
  const held = { total: tally.held.total, ofWhich: tally.held.ofWhich };
  const moved = (all: unknown, was: unknown, is: unknown): Numbers[string] =>
    typeof all === "number"
      ? all + Number(is) - Number(was)
      : Object.fromEntries(
          Object.entries(all as Numbers).map(([name, value]) => [
            name,
            moved(value, (was as Numbers)[name], (is as Numbers)[name]),
          ]),
        );
  const move = <Part>(all: Part, was: Part, is: Part): Part => moved(all, was, is) as Part;
  return {
    ...tally,
    held: {
      total: move(held.total, before.total, after.total),
      ofWhich: move(held.ofWhich, before.ofWhich, after.ofWhich),
    },
    partitions: move(tally.partitions, before.partitions, after.partitions),
    restricted: { total: move(tally.restricted.total, before.restricted, after.restricted) },
    shortDetentions: move(tally.shortDetentions, before.shortDetentions, after.shortDetentions),
    pending: { total: move(tally.pending.total, before.pending, after.pending) },
  };
}

/** How a person stands at the moment asked about, once the verdict were known. */
export interface Standing {
  counted: boolean;
  held: boolean;
  verified: boolean;
  permitted: boolean;
}

/** Why the total does not move; null when it does. */
export function unmovedBy(
  isVerdictPositive: boolean,
  before: number,
  after: number,
  standing: Standing | null,
): Unmoved | null {
  if (before !== after) return null;
  if (after > 0) return "already_counted";
  if (!isVerdictPositive) return "verdict_counts_nobody";
  if (!standing) return "not_yet";
  if (!standing.permitted) return "not_permitted";
  if (!standing.verified) return "other_detention";
  return standing.held ? "not_yet" : "not_held";
}

/** What of the person the public may come to see. */
export function seenAfter(
  counted: boolean,
  page: { before: boolean; after: boolean },
  namePermitted: boolean,
): Seen {
  if (page.after) return "page_stays";
  if (page.before) return "page_goes";
  if (!counted) return "nothing";
  return namePermitted ? "total_name_permitted" : "total";
}
