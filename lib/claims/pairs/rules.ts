import { endOf, startOf } from "../compare/rules";
import type { Claim } from "../schema";

const day = 86_400_000;
const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / day;

/** How far from each other two cut-offs may lie and still speak of the same period. */
export const daysApart = 4;
/** Share of the two windows together that both cover; below it they speak of different times. */
const leastShared = 0.1;
const sharedForSecond = 0.3;
/** A stock last told this many days before a window began is what readers tend to subtract from. */
const daysBefore = 14;

/** Why two figures stand beside each other. */
export type Beside = "same_period" | "related" | "stock_before";
export interface Pairing {
  claim: Claim;
  because: Beside;
}

const isOfficial = (claim: Claim): boolean => claim.claimantKind === "government";
const isFlow = (claim: Claim): boolean => claim.kind !== "stock";
const anchor = (claim: Claim): string | null => endOf(claim).date ?? claim.statedOn ?? startOf(claim).date;

/** The day by which figures are put in order, newest first: what they speak of, else when they were said. */
export const orderDate = (claim: Claim): string | null => anchor(claim) ?? claim.source.publishedOn;

/**
 * The figures to read beside each figure, always the same for the same ledger: those it is related to, then for each other
 * organisation the one or two of the same thing with the nearest cut-off and an overlapping window. Authorities are never
 * set against authorities. Nobody's figures are added up or averaged (R8).
 */
export function pairings(ledger: readonly Claim[]): Map<string, Pairing[]> {
  const beside = new Map(ledger.map((claim) => [claim.id, besideOne(claim, ledger)]));
  for (const subject of ledger.filter((claim) => isOfficial(claim) || !isFlow(claim))) {
    for (const { claim, because } of beside.get(subject.id) ?? []) {
      const back = beside.get(claim.id);
      if (!back || back.some((pairing) => pairing.claim.id === subject.id)) continue;
      if (isOfficial(subject)) back.unshift({ claim: subject, because });
      else back.push({ claim: subject, because });
    }
  }
  return beside;
}

function besideOne(subject: Claim, ledger: readonly Claim[]): Pairing[] {
  const related = relatedTo(subject, ledger);
  const taken = new Set(related.map(({ id }) => id));
  const nearest = [...groupByClaimant(candidates(subject, ledger))]
    .flatMap(([, claims]) => closest(subject, claims, ledger))
    .filter(({ id }) => !taken.has(id));
  const before = stocksBefore(subject, ledger).filter(({ id }) => !taken.has(id));
  return [
    ...related
      .concat(nearest)
      .sort(byNearness(subject))
      .map((claim): Pairing => ({ claim, because: taken.has(claim.id) ? "related" : "same_period" })),
    ...before.map((claim): Pairing => ({ claim, because: "stock_before" })),
  ];
}

/** Figures that this one names or is named by, and, where a figure it names was replaced, the one that replaced it. */
function relatedTo(subject: Claim, ledger: readonly Claim[]): Claim[] {
  const targets = new Set(subject.relations.map(({ target }) => target));
  for (const claim of ledger) {
    if (claim.relations.some(({ target }) => target === subject.id)) targets.add(claim.id);
  }
  if (isOfficial(subject)) {
    for (const claim of ledger) {
      if (claim.relations.some(({ relation, target }) => relation === "supersedes" && targets.has(target))) {
        targets.add(claim.id);
      }
    }
  }
  return ledger.filter(
    (other) =>
      targets.has(other.id) &&
      other.claimant !== subject.claimant &&
      !(isOfficial(subject) && isOfficial(other)),
  );
}

function candidates(subject: Claim, ledger: readonly Claim[]): Claim[] {
  return ledger.filter(
    (other) =>
      !isOfficial(other) &&
      other.claimant !== subject.claimant &&
      other.measure === subject.measure &&
      other.kind !== "announcement" &&
      isFlow(other) === isFlow(subject) &&
      speaksOfSamePeriod(subject, other),
  );
}

function speaksOfSamePeriod(a: Claim, b: Claim): boolean {
  const [from, to] = [anchor(a), anchor(b)];
  if (!from || !to) return false;
  const apart = Math.abs(daysBetween(from, to));
  if (!isFlow(a)) return apart <= (a.measure === "restricted_now" ? daysBefore : daysApart);
  const [startA, startB] = [startOf(a).date, startOf(b).date];
  const open = !a.periodEnd || !b.periodEnd;
  if (open && startA && startB && Math.abs(daysBetween(startA, startB)) <= 1) return apart <= 31;
  if (!isOfficial(a) && (!startA || !startB)) return false;
  return apart <= (isOfficial(a) ? daysApart : 1) && shared(a, b) >= leastShared;
}

/** Days that both windows cover, as a share of those that either covers. A beginning nobody told is taken as the other's. */
function shared(a: Claim, b: Claim): number {
  const [endA, endB] = [anchor(a), anchor(b)];
  const startA = startOf(a).date ?? startOf(b).date ?? endA;
  const startB = startOf(b).date ?? startA;
  if (!startA || !startB || !endA || !endB) return 0;
  const both = daysBetween(max(startA, startB), min(endA, endB)) + 1;
  const either = daysBetween(min(startA, startB), max(endA, endB)) + 1;
  return Math.max(0, both) / either;
}
const min = (a: string, b: string): string => (a < b ? a : b);
const max = (a: string, b: string): string => (a > b ? a : b);

function groupByClaimant(claims: Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) groups.set(claim.claimant, [...(groups.get(claim.claimant) ?? []), claim]);
  return groups;
}

const apartFrom = (subject: Claim, claim: Claim): number =>
  Math.abs(daysBetween(anchor(subject) ?? "", anchor(claim) ?? ""));

/** Nearest cut-off first, then the most shared window, then not yet replaced, then the later hour, then the id: never a tie. */
const byNearness =
  (subject: Claim) =>
  (a: Claim, b: Claim): number =>
    order(apartFrom(subject, a), apartFrom(subject, b)) ||
    order(shared(subject, b), shared(subject, a)) ||
    order(minutesApart(subject, a), minutesApart(subject, b)) ||
    order(b.asOf ?? "", a.asOf ?? "") ||
    order(a.id, b.id);
const order = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Within one day, how far the clock times lie apart, where both were published. */
function minutesApart(a: Claim, b: Claim): number {
  const [one, other] = [a, b].map(({ asOf, statedAtLocal }) => [asOf, statedAtLocal].find(hasHour));
  return one && other ? Math.abs(daysBetween(`${one}Z`, `${other}Z`)) * 1440 : 0;
}
const hasHour = (moment: string | null): moment is string => moment?.includes("T") ?? false;

function closest(subject: Claim, claims: Claim[], ledger: readonly Claim[]): Claim[] {
  const replaced = new Set(
    ledger.flatMap(({ relations }) =>
      relations.filter(({ relation }) => relation === "supersedes").map(({ target }) => target),
    ),
  );
  const sorted = claims.sort(
    (a, b) =>
      order(apartFrom(subject, a), apartFrom(subject, b)) ||
      order(Number(replaced.has(a.id)), Number(replaced.has(b.id))) ||
      byNearness(subject)(a, b),
  );
  const [first, ...rest] = sorted;
  if (!first) return [];
  const begins = startOf(first).date;
  const second = rest.find(
    (claim) =>
      isFlow(subject) &&
      startOf(claim).date !== begins &&
      !replaced.has(claim.id) &&
      apartFrom(subject, claim) <= apartFrom(subject, first) + 1 &&
      shared(subject, claim) >= sharedForSecond,
  );
  return second ? [first, second] : [first];
}

/** What the same organisation last said was held before its releases began to count: printed beside them, never less them. */
function stocksBefore(subject: Claim, ledger: readonly Claim[]): Claim[] {
  const begins = startOf(subject);
  if (subject.measure !== "released_in_period" || isOfficial(subject)) return [];
  if (!begins.date || subject.kind !== "flow") return [];
  const since = begins.date;
  return ledger
    .filter(({ claimant, measure }) => claimant === subject.claimant && measure === "held_now")
    .filter((claim) => {
      const told = endOf(claim).date;
      return told !== null && told < since && daysBetween(told, since) <= daysBefore;
    })
    .sort((a, b) => order(endOf(b).date ?? "", endOf(a).date ?? "") || order(a.id, b.id));
}

/** Two figures in the order they are always told in: an authority's first, then one verified case by case, else by id. */
export function inOrder<Figure extends Claim>(a: Figure, b: Figure): [Figure, Figure] {
  const rank = (claim: Claim) => (isOfficial(claim) ? 0 : claim.stage === "verified" ? 1 : 2);
  return (rank(a) - rank(b) || order(a.id, b.id)) <= 0 ? [a, b] : [b, a];
}

/** The address of a pair, the same whichever figure one starts from: both ids in that order, two hyphens between. */
export const pairId = (a: Claim, b: Claim): string =>
  inOrder(a, b)
    .map(({ id }) => id)
    .join("--");

/** The two figures a pair's address names, in their order whichever came first in it; null when it does not name two. */
export function readPair<Figure extends Claim>(
  id: string,
  ledger: readonly Figure[],
): [Figure, Figure] | null {
  const [one, other, ...rest] = id.split("--");
  const a = ledger.find((claim) => claim.id === one);
  const b = ledger.find((claim) => claim.id === other);
  return a && b && a.id !== b.id && rest.length === 0 ? inOrder(a, b) : null;
}
