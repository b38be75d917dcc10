import { isHeldState } from "@/lib/cases/facts/schema";
import type { CustodyFact, Moment } from "../schema";

/**
 * The instant of each custody fact known together, given in their order (R1; doubt adds nobody, R2). Held: its latest bound, never after the fact that
 * follows. Out: its earliest bound, never before the earliest of a fact ordered before it. An open bound is the moment the fact
 * was known. Where that would put an exit after the detention that follows, the exit is placed at that detention: nobody is
 * detained again before being out.
 */
export function instantsOf(facts: readonly CustodyFact[]): Moment[] {
  const floors = earliestBefore(facts);
  const instants = new Array<Moment>(facts.length);
  /** The least instant so far of each episode, walking backwards. */
  const least = new Map<number, Moment>();
  let next = Number.POSITIVE_INFINITY;
  for (let index = facts.length - 1; index >= 0; index--) {
    const fact = facts[index];
    if (!fact) continue;
    const instant = isHeldState(fact.state)
      ? Math.min(fact.latest ?? fact.knownFrom, next)
      : Math.min(
          Math.max(fact.earliest ?? fact.knownFrom, floors[index] ?? Number.NEGATIVE_INFINITY),
          leastOfOthers(least, fact.episode),
        );
    instants[index] = instant;
    least.set(fact.episode, Math.min(least.get(fact.episode) ?? instant, instant));
    next = instant;
  }
  return instants;
}

function earliestBefore(facts: readonly CustodyFact[]): Moment[] {
  let greatest = Number.NEGATIVE_INFINITY;
  return facts.map((fact) => {
    const before = greatest;
    greatest = Math.max(greatest, fact.earliest ?? Number.NEGATIVE_INFINITY);
    return before;
  });
}

function leastOfOthers(least: ReadonlyMap<number, Moment>, episode: number): Moment {
  let found = Number.POSITIVE_INFINITY;
  for (const [other, instant] of least) if (other !== episode) found = Math.min(found, instant);
  return found;
}

/** The last fact in order that is in force at `t` (or just after it): held from its instant on, out only after it (R1). −1 when none. */
export function inForce(
  facts: readonly CustodyFact[],
  instants: readonly Moment[],
  t: Moment,
  justAfter = false,
  episode?: number,
): number {
  for (let index = facts.length - 1; index >= 0; index--) {
    const fact = facts[index];
    const instant = instants[index];
    if (!fact || instant === undefined || (episode !== undefined && fact.episode !== episode)) continue;
    if (isHeldState(fact.state) || justAfter ? instant <= t : instant < t) return index;
  }
  return -1;
}
