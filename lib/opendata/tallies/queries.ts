import {
  balanceNotAfter,
  findBalance,
  latestBalance,
  type PublishedBalance,
  stepsBetween,
} from "../balances/queries";
import { balanceMark, joinChanges } from "./rules";
import type { ChangeQuery, TallyQuery } from "./schema";

/** The balance a question is answered from; null when there was none yet, or none by that name. */
export function findTally({ balance, at, known }: TallyQuery): Promise<PublishedBalance | null> {
  if (balance) return findBalance(balance);
  if (!at && !known) return latestBalance();
  return balanceNotAfter(at ? new Date(at) : endOfTime, known ? new Date(known) : endOfTime);
}

/** Flows and reconciliation from one publication moment to a later one; null where either is missing. */
export async function findChange({ balance, from, to }: ChangeQuery) {
  const last = balance ? await findBalance(balance) : await findTally({ at: to });
  if (!last) return null;
  const previous = last.content.change?.from.slug;
  const first = from ? await findTally({ at: from }) : previous ? await findBalance(previous) : null;
  if (!first) return { from: null, to: balanceMark(last), asked: { from, to }, ...nothing };
  const steps = await stepsBetween(first.publishedAt, last.publishedAt);
  return {
    from: balanceMark(first),
    to: balanceMark(last),
    asked: { from, to },
    ...(joinChanges(steps) ?? nothing),
  };
}

/** One point a weekly cut-off, oldest first. */
export async function findSeries(kind: "published" | "restated") {
  const latest = await latestBalance();
  if (!latest) return null;
  const { series, known } = latest.content;
  const items = series.flatMap(({ slug, at, published, restated }) => {
    if (kind === "restated") return [{ at, known, total: restated, slug }];
    return published === null ? [] : [{ at, total: published, slug }];
  });
  return { kind, balance: balanceMark(latest), items, next: null };
}

/** Whether anything has been published at all: before, number addresses answer `not-yet-published`. */
export const anyPublished = async (): Promise<boolean> => (await latestBalance()) !== null;

const nothing = { flows: null, reconciliation: null };
const endOfTime = new Date("9999-01-01T00:00:00Z");
