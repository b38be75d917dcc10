import { dateInCaracas, endOfDay, startOfDay } from "@/lib/core/clock";
import { type FactInput, isHeldState, type Whereabouts, type WrittenBounds } from "./schema";

/** Bounds as instants. `…ByDay` keeps that a bare date was written, so that what was written can be given back. */
export interface Bounds {
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
}

const bareDate = (written: string) => !written.includes("T");
const starts = new Map<string, number>();
const ends = new Map<string, number>();

/** Midnights of a day in Caracas, computed once per day: an import asks for the same few thousand days a million times. */
function midnight(day: string, known: Map<string, number>, compute: (day: string) => Date): Date {
  let instant = known.get(day);
  if (instant === undefined) {
    if (known.size > 50_000) known.clear();
    instant = compute(day).getTime();
    known.set(day, instant);
  }
  return new Date(instant);
}

/** A bare date as `earliest` is its 00:00 and as `latest` the next day's 00:00, in Caracas; a moment is itself; null stays open. */
export function toBounds(written: WrittenBounds): Bounds {
  const { earliest, latest } = written;
  const earliestByDay = earliest !== null && bareDate(earliest);
  const latestByDay = latest !== null && bareDate(latest);
  return {
    earliest:
      earliest === null ? null : earliestByDay ? midnight(earliest, starts, startOfDay) : new Date(earliest),
    earliestByDay,
    latest: latest === null ? null : latestByDay ? midnight(latest, ends, endOfDay) : new Date(latest),
    latestByDay,
  };
}

/** Whether everything a latest bound allows lies before a moment. The midnight that ends a whole day is no part of that day. */
function endsBefore({ latest, latestByDay }: Pick<Bounds, "latest" | "latestByDay">, moment: Date): boolean {
  return latest !== null && (latestByDay ? latest <= moment : latest < moment);
}

/** Whether what was written as earliest comes after what was written as latest, as days or as moments. */
export function isReversed({ earliest, latest, latestByDay }: Bounds): boolean {
  return earliest !== null && endsBefore({ latest, latestByDay }, earliest);
}

/** Whether both bounds lie in one day of Caracas. */
export const isOneDay = ({
  earliest,
  latest,
  latestByDay,
}: Pick<Bounds, "earliest" | "latest" | "latestByDay">): boolean =>
  earliest !== null &&
  latest !== null &&
  dateInCaracas(earliest) === dateInCaracas(new Date(latest.getTime() - (latestByDay ? 1 : 0)));

/** What an absent `whereabouts` means for a held state: the state itself says whether the place is known. */
export function defaultWhereabouts(state: string): Whereabouts {
  if (state === "whereabouts_concealed") return "denied";
  const located = ["hospital_custody", "house_arrest", "release_ordered_not_executed"];
  return state.startsWith("located_") || located.includes(state) ? "known" : "not_recorded";
}

/** The stored whereabouts of a fact: as written or by default on a held custody fact, nothing on any other. */
export function whereaboutsOf(fact: Pick<FactInput, "track" | "state" | "whereabouts">): Whereabouts | null {
  if (fact.track !== "custody" || !isHeldState(fact.state)) return null;
  return fact.whereabouts ?? defaultWhereabouts(fact.state);
}

const toldToNobody = new Set(["not_told_to_family", "denied"]);

/** Whether a custody fact says that nobody is told where the person is. */
export const isDisappearance = (fact: { state: string; whereabouts: string | null }): boolean =>
  fact.state === "whereabouts_concealed" || toldToNobody.has(fact.whereabouts ?? "");

/** A custody fact as its order is judged. `label` is what a refusal calls it: a line's place or a date, never a person. */
export interface OrderedFact {
  label: string;
  state: string;
  episode: number;
  earliest: Date | null;
  latest: Date | null;
  latestByDay: boolean;
  /** Null: to be known from now on. */
  knownFrom: Date | null;
  knownTo: Date | null;
}

export type OrderProblem = {
  code: "facts_out_of_order" | "held_after_release" | "nothing_after_death" | "episode_still_open";
  fact: string;
  other: string;
};

const never = Number.POSITIVE_INFINITY;

/** Whether there is a moment at which both were held to be true: only such facts can contradict each other. */
export function knownTogether(a: OrderedFact, b: OrderedFact): boolean {
  const from = Math.max(a.knownFrom?.getTime() ?? never, b.knownFrom?.getTime() ?? never);
  const to = Math.min(a.knownTo?.getTime() ?? never, b.knownTo?.getTime() ?? never);
  if (a.knownFrom === null || b.knownFrom === null) return to === never;
  return from < to;
}

/**
 * Every contradiction in a person's custody facts, given in their stored order, comparing only facts known together: a date
 * before that of a fact ordered earlier, held after out in one episode, anything after death, a new episode while the last
 * fact (never superseded) of the one before is held. Names both facts.
 */
export function orderProblems(facts: readonly OrderedFact[]): OrderProblem[] {
  const problems: OrderProblem[] = [];
  facts.forEach((fact, index) => {
    for (const before of facts.slice(0, index)) {
      if (!knownTogether(before, fact)) continue;
      const problem = contradiction(before, fact);
      if (problem) problems.push({ code: problem, fact: fact.label, other: before.label });
    }
    const open = leftOpen(facts, index);
    if (open) problems.push({ code: "episode_still_open", fact: fact.label, other: open.label });
  });
  return problems;
}

function contradiction(before: OrderedFact, fact: OrderedFact): OrderProblem["code"] | null {
  if (before.state === "died_in_custody") return "nothing_after_death";
  if (isHeldState(fact.state) && !isHeldState(before.state) && fact.episode === before.episode) {
    return "held_after_release";
  }
  if (before.earliest && endsBefore(fact, before.earliest)) return "facts_out_of_order";
  return null;
}

/**
 * The held fact with which the episode before ends for good, where `facts[index]` begins a new episode; null when it ended. Asked
 * of facts that stand, like every act at the desk: withdrawing a fact never makes a history that was accepted one that is refused.
 */
function leftOpen(facts: readonly OrderedFact[], index: number): OrderedFact | null {
  const fact = facts[index];
  const last = facts.slice(0, index).findLast((before) => before.knownTo === null);
  if (!fact || fact.knownTo !== null || !last) return null;
  if (last.episode === fact.episode || !isHeldState(last.state)) return null;
  return knownTogether(last, fact) ? last : null;
}
