import { endOf } from "../../compare/rules";
import type { Interval } from "../../compare/schema";
import type { Claim } from "../../schema";
import { oneStop } from "../../sentences/rules";
import { boundAt, dayWords, figure, issuerWords, type Words, when } from "../../sentences/words/rules";
import type { Account } from "../schema";

/** The figures of an account by id. */
export type Figures = ReadonlyMap<string, Claim>;

/** A figure an account names; an account without its figures is broken. */
export function figureIn(figures: Figures, id: string): Claim {
  const found = figures.get(id);
  if (!found) throw new Error(`an account names ${id}, which the ledger does not hold`);
  return found;
}

const isZero = ({ least, most }: Interval): boolean => least === 0 && most === 0;

/** A difference as it may be said: signed where it is one number, as a bound where the sources give one. */
export function differenceWords(words: Words, { least, most }: Interval): string {
  const n = (value: number) =>
    `${value < 0 ? "−" : "+"}${new Intl.NumberFormat(words.tag).format(Math.abs(value))}`;
  if (least === most && least !== null) return least === 0 ? "0" : n(least);
  if (least !== null && most !== null)
    return words.say("accounts.between", { least: n(least), most: n(most) });
  if (least !== null) return words.say("accounts.atLeast", { n: n(least) });
  return words.say("accounts.atMost", { n: n(most ?? 0) });
}

/** A figure inside a sum, with its qualifier; here nothing is a bare 0. */
export const amountWords = (words: Words, claim: Claim): string =>
  claim.value === 0 ? "0" : figure(words, claim);

/** The account in one line, such as "893 + 10 − 1 = 902". What does not close is never given a sum of its own. */
export function arithmetic(words: Words, account: Account, figures: Figures): string {
  const amount = (id: string) => amountWords(words, figureIn(figures, id));
  const sum = [
    amount(account.opening.claimId),
    ...account.movements.map(({ sign, claimId }) => `${sign === 1 ? "+" : "−"} ${amount(claimId)}`),
  ].join(" ");
  const closing = amount(account.closing.claimId);
  if (isZero(account.unexplained)) return `${sum} = ${closing}`;
  return words.say("accounts.leaves", { sum, closing, n: differenceWords(words, account.unexplained) });
}

/** The days an account goes over, as a heading. */
export const accountDays = (words: Words, account: Account, figures: Figures): string =>
  words.say("accounts.days", {
    from: boundAt(words, endOf(figureIn(figures, account.opening.claimId))),
    to: boundAt(words, endOf(figureIn(figures, account.closing.claimId))),
  });

/** What must be read with an account: what the flows leave out, which hours or rules differ, what stands beside and is not added. */
export function accountNotes(words: Words, account: Account, figures: Figures): string[] {
  const { say } = words;
  const [opening, closing] = [account.opening, account.closing].map(({ claimId }) =>
    figureIn(figures, claimId),
  );
  const moved = account.movements.map(({ claimId }) => figureIn(figures, claimId));
  if (!opening || !closing) return [];
  const claimant = issuerWords(words, closing);
  const notes: string[] = [];
  if (isZero(account.unexplained)) notes.push(say("accounts.closes"));
  if (!account.complete) {
    const missing = moved.some(({ measure }) => measure === "released_in_period") ? "detained" : "released";
    notes.push(say(`accounts.without.${missing}`, { claimant }));
  }
  if (account.coveredFrom) {
    const on = endOf(opening).date ?? account.coveredFrom;
    notes.push(
      say("accounts.coveredFrom", { from: dayWords(words, account.coveredFrom), on: dayWords(words, on) }),
    );
  }
  notes.push(...hourNotes(words, closing, moved), ...ruleNotes(words, [opening, closing, ...moved]));
  if (opening.conflicts.length + closing.conflicts.length > 0) notes.push(say("accounts.settled"));
  notes.push(...account.beside.map((id) => besideWords(words, figureIn(figures, id))));
  if (!isZero(account.unexplained)) notes.push(say("accounts.may"));
  return notes.map(oneStop);
}

/** A figure told beside an account and never added to it. */
export const besideWords = (words: Words, claim: Claim): string =>
  words.say("accounts.beside", {
    claimant: issuerWords(words, claim),
    n: figure(words, claim),
    when: when(words, claim),
  });

function hourNotes(words: Words, closing: Claim, moved: readonly Claim[]): string[] {
  const hours = new Set([...moved, closing].map((claim) => boundAt(words, endOf(claim))));
  if (hours.size < 2) return [];
  return [words.say("accounts.hours", { list: new Intl.ListFormat(words.tag).format(hours) })];
}

function ruleNotes(words: Words, claims: readonly Claim[]): string[] {
  const stated = claims.filter(({ houseArrestCounted }) => houseArrestCounted !== "unknown");
  if (stated.length === 0 || stated.length === claims.length) return [];
  return stated.map((claim) =>
    words.say("accounts.houseArrest", {
      figure: figure(words, claim),
      rule: words.say(`houseArrestWords.${claim.houseArrestCounted}`),
    }),
  );
}
