import type { Claim } from "../schema";
import type { Bound, Difference, Gap, Interval, Trait } from "./schema";

const noDate: Bound = { date: null, time: null, precision: "unknown" };

/** Where a window begins. A stock has no beginning. */
export const startOf = (claim: Claim): Bound =>
  claim.periodStart
    ? { date: claim.periodStart, time: null, precision: claim.startPrecision ?? "unknown" }
    : noDate;

/** Where a window ends, or the moment of a stock. The day a stock was merely talked about is `nominal`: no cut-off was given. */
export function endOf(claim: Claim): Bound {
  const [date, time = null] = (claim.asOf ?? "").split("T");
  if (claim.kind === "stock" || claim.measure.endsWith("_now")) {
    if (date) return { date, time, precision: time ? "exact" : "day" };
    return claim.statedOn ? { date: claim.statedOn, time: null, precision: "nominal" } : noDate;
  }
  const end = claim.periodEnd ?? (date || null);
  if (!end) return noDate;
  const hour = claim.endPrecision === "exact" && date === end ? time : null;
  return { date: end, time: hour, precision: claim.endPrecision ?? "unknown" };
}

const exactEnough = (bound: Bound): boolean => bound.precision === "day" || bound.precision === "exact";
const sameBound = (a: Bound, b: Bound): boolean =>
  a.date === b.date && a.time === b.time && (exactEnough(a) ? exactEnough(b) : a.precision === b.precision);

function traitsOf(claim: Claim): [Trait, string][] {
  const release = claim.measure === "released_in_period";
  return [
    ["measure", claim.measure],
    ["kind", claim.kind],
    ["stage", claim.stage],
    ["population", claim.population],
    ["scope", claim.releaseScope ?? (release ? "unspecified" : "none")],
    ["unit", claim.unit],
    ["houseArrest", claim.houseArrestCounted],
  ];
}
const saysNothing = (value: string): boolean => value === "unknown" || value === "unspecified";

/**
 * All that keeps two figures from measuring the same thing, in the order a reader needs it (R9). Things that do not say what
 * they count (`unknown`, `unspecified`) equal nothing, not even each other. Never empty by oversight: what is not listed is equal.
 */
export function differences(a: Claim, b: Claim): Difference[] {
  const found: Difference[] = [];
  const others = new Map(traitsOf(b));
  const sameMeasure = a.measure === b.measure;
  for (const [code, value] of traitsOf(a)) {
    const other = others.get(code) ?? "unknown";
    if (!sameMeasure && (code === "scope" || code === "houseArrest")) continue;
    if (value !== other) found.push({ code, a: value, b: other, unknown: false });
    else if (saysNothing(value)) found.push({ code, a: value, b: other, unknown: true });
  }
  found.push(...boundDifferences(a, b));
  for (const [which, claim] of [["a", a] as const, ["b", b] as const]) {
    if (claim.conflicts.length > 0) found.push({ code: "conflict", which, about: claim.conflicts });
    if (claim.qualifier === "about" || claim.qualifier === "vague" || claim.value === null) {
      found.push({ code: "inexact", which });
    }
  }
  if (a.namesPublished !== b.namesPublished || a.namesPublished !== "full_list") {
    found.push({ code: "names", a: a.namesPublished, b: b.namesPublished });
  }
  return found;
}

function boundDifferences(a: Claim, b: Claim): Difference[] {
  const ends = { a: endOf(a), b: endOf(b) };
  const windows = a.kind !== "stock" && b.kind !== "stock";
  const found: Difference[] = [];
  if (windows) {
    const starts = { a: startOf(a), b: startOf(b) };
    if (!sameBound(starts.a, starts.b)) found.push({ code: "start", ...starts, unknown: false });
    else if (!exactEnough(starts.a)) found.push({ code: "start", ...starts, unknown: true });
  }
  const code = windows ? "end" : "date";
  if (!sameBound(ends.a, ends.b)) found.push({ code, ...ends, unknown: false });
  else if (!exactEnough(ends.a)) found.push({ code, ...ends, unknown: true });
  return found;
}

/** What keeps a gap from being computed; whether names were published is told, but does not by itself forbid it. */
export const obstacles = (a: Claim, b: Claim): Difference[] =>
  differences(a, b).filter((difference) => difference.code !== "names");

/**
 * True only when measure, kind, stage, population, release scope, unit, house arrest and both bounds match and are known, the
 * sources of neither disagree, and both are quantities. Everything else is set side by side and never subtracted.
 */
export const mayCompute = (a: Claim, b: Claim): boolean =>
  a.kind !== "announcement" && b.kind !== "announcement" && obstacles(a, b).length === 0;

/** What the wording lets a number be: "at least 80" is 80 or more, "more than 400" 401 or more, "nearly 2,000" 1,999 or less (R9). */
export function intervalOf({ value, qualifier }: Pick<Claim, "value" | "qualifier">): Interval {
  if (value === null) return { least: null, most: null };
  if (qualifier === "exact") return { least: value, most: value };
  if (qualifier === "at_least") return { least: value, most: null };
  if (qualifier === "more_than") return { least: value + 1, most: null };
  if (qualifier === "nearly") return { least: null, most: value - 1 };
  if (qualifier === "at_most") return { least: null, most: value };
  return { least: null, most: null };
}

/** One interval less another; a side without bound stays without bound. */
export const subtract = (a: Interval, b: Interval): Interval => ({
  least: a.least === null || b.most === null ? null : a.least - b.most,
  most: a.most === null || b.least === null ? null : a.most - b.least,
});

const told = (gap: Interval): Gap =>
  gap.least === null && gap.most === null ? { computable: false } : { computable: true, gap };

/** The gap between two figures, or that there is none to compute. */
export const gapBetween = (a: Claim, b: Claim): Gap =>
  mayCompute(a, b) ? told(subtract(intervalOf(a), intervalOf(b))) : { computable: false };

/**
 * Whether two figures are running totals of one series: same claimant, same thing counted, same known beginning, later end.
 * Rules that the claimant never states (house arrest, unit) are taken as unchanged unless one figure states them and the other not.
 */
export function sameSeries(earlier: Claim, later: Claim): boolean {
  if (earlier.claimant !== later.claimant || earlier.kind !== "flow" || later.kind !== "flow") return false;
  const before = new Map(traitsOf(earlier));
  const start = startOf(earlier);
  const [from, to] = [endOf(earlier), endOf(later)];
  return (
    traitsOf(later).every(([code, value]) => before.get(code) === value) &&
    exactEnough(start) &&
    sameBound(start, startOf(later)) &&
    exactEnough(from) &&
    exactEnough(to) &&
    `${from.date}T${from.time ?? "24:00"}` < `${to.date}T${to.time ?? "24:00"}` &&
    earlier.conflicts.length + later.conflicts.length === 0
  );
}

/** How much a running total grew between two cut-offs of one series. Counted then, which is not the same as happened then. */
export const growth = (earlier: Claim, later: Claim): Gap =>
  sameSeries(earlier, later) ? told(subtract(intervalOf(later), intervalOf(earlier))) : { computable: false };
