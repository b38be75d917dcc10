import { balanceNotAfter, findBalance, latestBalance, type PublishedBalance } from "../balances/queries";
import { joinSteps } from "./joins/rules";
import type { JoinedChange } from "./joins/schema";
import { balanceMark } from "./rules";
import type { ChangeQuery, TallyQuery } from "./schema";
import { seriesPoints } from "./series/rules";
import { findMarks, markBefore, markNotAfter, stepsBetween } from "./steps/queries";
import type { Mark } from "./steps/schema";

/** The balance a question is answered from; null when there was none yet, or none by that name. */
export function findTally({ balance, at, known }: TallyQuery): Promise<PublishedBalance | null> {
  if (balance) return findBalance(balance);
  if (!at && !known) return latestBalance();
  return balanceNotAfter(at ? new Date(at) : endOfTime, known ? new Date(known) : endOfTime);
}

/** What was found between two publication moments; `from` is null before the first, `joined` when there is no step between. */
export interface FoundChange {
  from: Mark | null;
  to: Mark;
  joined: JoinedChange | null;
}

/**
 * The account from one publication moment to a later one, or up to one balance from the one before it; null where a named balance
 * does not exist, or none was published by `to`.
 */
export async function findChange({ balance, since, from, to }: ChangeQuery): Promise<FoundChange | null> {
  if (balance) return changeUpTo(balance, since);
  const last = await markNotAfter(to ? new Date(to) : endOfTime);
  if (!last) return null;
  return joinedBetween(from ? await markNotAfter(new Date(from)) : await markBefore(last), last);
}

async function changeUpTo(balance: string, since: string | undefined): Promise<FoundChange | null> {
  const marks = await findMarks(since ? [balance, since] : [balance]);
  const named = (name: string) => marks.find(({ slug, id }) => slug === name || id === name) ?? null;
  const [last, first] = [named(balance), since ? named(since) : null];
  if (!last || (since && !first)) return null;
  return joinedBetween(first ?? (await markBefore(last)), last);
}

/** The joined account between two moments, whichever stand between them. */
export async function joinedBetween(from: Mark | null, to: Mark): Promise<FoundChange> {
  const steps = from ? await stepsBetween(from, to) : [];
  return { from, to, joined: from && joinSteps(from.total, steps) };
}

/** One point a weekly cut-off, oldest first. */
export async function findSeries(kind: "published" | "restated") {
  const latest = await latestBalance();
  if (!latest) return null;
  const items = seriesPoints(latest.content).flatMap(({ at, known, slug, published, restated, ...more }) => {
    if (kind === "restated") return [{ at, known, total: restated, slug, published, ...more }];
    return published === null ? [] : [{ at, total: published, slug }];
  });
  return { kind, balance: balanceMark(latest), items, next: null };
}

/** Whether anything has been published at all: before, number addresses answer `not-yet-published`. */
export const anyPublished = async (): Promise<boolean> => (await latestBalance()) !== null;

const endOfTime = new Date("9999-01-01T00:00:00Z");
