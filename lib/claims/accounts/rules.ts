import { intervalOf, subtract } from "../compare/rules";
import type { Interval } from "../compare/schema";
import { daysApart } from "../pairs/rules";
import type { Claim } from "../schema";
import {
  alike,
  type Flow,
  flowOf,
  isSound,
  measures,
  moment,
  replacedIn,
  type Total,
  totalOf,
} from "./parts/rules";
import type { Account } from "./schema";

const day = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;

/** Bulletins are weekly: an opening total older than this before the flows begin is of another week. */
const openingWithin = 7;

/**
 * Every account that the ledger allows (R5): two totals of one claimant, population, stage and unit, and flows of that same claimant,
 * population, stage and unit with known days. The closing total is of the day the flows end; the opening one is of the day they
 * begin, or the last of the week before it if the flows still cover most of the days between, which is then said. Never across
 * claimants, never from a figure that its author replaced or whose own sources disagree, never with a release count that is only of
 * some releases, and never one-sided where the other side was published but is in dispute. Newest first.
 */
export function accountsOf(ledger: readonly Claim[]): Account[] {
  const replaced = replacedIn(ledger);
  const sound = ledger.filter((claim) => !replaced.has(claim.id) && isSound(claim, ledger, replaced));
  const totals = sound.flatMap(totalOf);
  const flows = sound.flatMap(flowOf);
  const disputed = ledger
    .filter((claim) => !replaced.has(claim.id) && !sound.includes(claim))
    .flatMap(flowOf);
  return totals
    .flatMap((closing) => accountsTo(closing, totals, flows, disputed))
    .sort((a, b) => (closingDay(b, totals) + b.id < closingDay(a, totals) + a.id ? -1 : 1));
}

const closingDay = (account: Account, totals: readonly Total[]): string =>
  totals.find(({ claim }) => claim.id === account.closing.claimId)?.on ?? "";

function accountsTo(
  closing: Total,
  totals: readonly Total[],
  flows: readonly Flow[],
  disputed: readonly Flow[],
): Account[] {
  const ending = flows.filter(
    ({ claim, measure, to }) =>
      to === closing.on && measure !== "newly_reported_in_period" && alike(claim, closing.claim),
  );
  const beginnings = [...new Set(ending.map(({ from }) => from))];
  return beginnings.flatMap((from) => {
    const opening = openingOf(from, closing, totals);
    const ofTheseDays = (flow: Flow) =>
      flow.from === from && flow.to === closing.on && alike(flow.claim, closing.claim);
    if (disputed.some(ofTheseDays)) return [];
    const taken = oneEach(flows.filter(ofTheseDays), closing);
    if (!opening || !taken || taken.some(({ claim }) => !alike(claim, opening.claim))) return [];
    return accountFrom(opening, closing, taken, flows);
  });
}

/** The total of the day the flows begin; else the last of the week before it, if fewer days are left out than covered. */
function openingOf(from: string, closing: Total, totals: readonly Total[]): Total | null {
  const covered = daysBetween(from, closing.on) + 1;
  const before = totals
    .filter(({ claim, on }) => {
      const leftOut = daysBetween(on, from) - 1;
      const near = on <= from && on < closing.on && leftOut < openingWithin && leftOut < covered;
      return near && alike(claim, closing.claim);
    })
    .sort((a, b) => (moment(a.claim) < moment(b.claim) ? 1 : -1));
  const [last, other] = before;
  return last && !(other && moment(other.claim) === moment(last.claim)) ? last : null;
}

/** One flow of each measure: of several on the same days, the last told before the closing total; null when that is not one. */
function oneEach(flows: readonly Flow[], closing: Total): Flow[] | null {
  const taken: Flow[] = [];
  for (const measure of measures) {
    const same = flows
      .filter((flow) => flow.measure === measure && moment(flow.claim) <= moment(closing.claim))
      .sort((a, b) => (moment(a.claim) < moment(b.claim) ? 1 : -1));
    const [last, other] = same;
    if (other && last && moment(other.claim) === moment(last.claim)) return null;
    if (last) taken.push(last);
  }
  return taken.some(({ measure }) => measure !== "newly_reported_in_period") ? taken : null;
}

function accountFrom(
  opening: Total,
  closing: Total,
  taken: readonly Flow[],
  flows: readonly Flow[],
): Account[] {
  const movements = taken.map(({ claim, measure, sign }) => ({
    claimId: claim.id,
    measure,
    sign,
    amount: intervalOf(claim),
  }));
  const unexplained = movements.reduce(
    (left, { sign, amount }) => (sign === 1 ? subtract(left, amount) : add(left, amount)),
    subtract(intervalOf(closing.claim), intervalOf(opening.claim)),
  );
  if (unexplained.least === null && unexplained.most === null) return [];
  const from = taken[0]?.from ?? opening.on;
  const measures = new Set(movements.map(({ measure }) => measure));
  return [
    {
      id: `${opening.claim.id}--${closing.claim.id}`,
      claimant: closing.claim.claimant,
      opening: endOfAccount(opening),
      closing: endOfAccount(closing),
      complete: measures.has("detained_in_period") && measures.has("released_in_period"),
      coveredFrom: from === opening.on ? null : from,
      movements,
      unexplained,
      beside: lateCases(opening, closing, taken, flows)
        .map(({ claim }) => claim.id)
        .sort(),
    },
  ];
}

const endOfAccount = ({ claim }: Total) => ({ claimId: claim.id, amount: intervalOf(claim) });

/** Cases of before that the organisation said it verified since the opening total, up to a few days after the closing one. */
function lateCases(opening: Total, closing: Total, taken: readonly Flow[], flows: readonly Flow[]): Flow[] {
  return flows.filter(
    (flow) =>
      flow.measure === "newly_reported_in_period" &&
      !taken.includes(flow) &&
      alike(flow.claim, closing.claim) &&
      flow.from >= opening.on &&
      flow.from <= closing.on &&
      daysBetween(closing.on, flow.to) <= daysApart,
  );
}

const add = (a: Interval, b: Interval): Interval => ({
  least: a.least === null || b.least === null ? null : a.least + b.least,
  most: a.most === null || b.most === null ? null : a.most + b.most,
});
