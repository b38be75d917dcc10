import { type OrderedFact, type OrderProblem, orderProblems } from "../facts/rules";
import { isHeldState } from "../facts/schema";

/** What of a fact decides when it counts, its bounds and since when it is known. */
export interface Dated {
  track: string;
  state: string;
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
  knownFrom: Date | null;
}

/**
 * The bounds of a fact written down anew elsewhere. An open side counts from the moment a fact was known (method 1.0), and the copy is
 * known later: the open side then bears that first moment, so that no number moves because two cases became one.
 */
export function boundsCarried<Fact extends Dated>(fact: Fact): Omit<Dated, "track" | "state" | "knownFrom"> {
  const { earliest, earliestByDay, latest, latestByDay, knownFrom, track, state } = fact;
  const written = { earliest, earliestByDay, latest, latestByDay };
  if (knownFrom === null || track === "vetting" || track === "remedy") return written;
  if (track === "custody" && !isHeldState(state)) {
    const isOpen = earliest === null && (latest === null || latest >= knownFrom);
    return isOpen ? { ...written, earliest: knownFrom, earliestByDay: false } : written;
  }
  const isOpen = latest === null && (earliest === null || earliest <= knownFrom);
  return isOpen ? { ...written, latest: knownFrom, latestByDay: false } : written;
}

/** The first contradiction among facts in force that was not there before. */
export function problemBrought(
  before: readonly OrderedFact[],
  after: readonly OrderedFact[],
): OrderProblem | null {
  const name = ({ code, fact, other }: OrderProblem) => `${code} ${fact} ${other}`;
  const known = new Set(orderProblems(before).map(name));
  return orderProblems(after).find((problem) => !known.has(name(problem))) ?? null;
}

interface Told {
  id: string;
  track: string;
  state: string;
  episode: number | null;
  earliest: Date | null;
  latest: Date | null;
}

/** Of the facts of one case, those that another does not tell already: the same state of the same detention, on days that can be one. */
export function untold<Fact extends Told>(facts: readonly Fact[], told: readonly Told[]): Fact[] {
  return facts.filter(
    (fact) =>
      !told.some(
        (other) =>
          other.track === fact.track &&
          other.state === fact.state &&
          (other.episode ?? 1) === (fact.episode ?? 1) &&
          canBeOne(fact, other),
      ),
  );
}

/** Whether two bounds share a moment; an open side reaches any. */
export const canBeOne = (
  a: Pick<Told, "earliest" | "latest">,
  b: Pick<Told, "earliest" | "latest">,
): boolean =>
  (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
  (b.earliest === null || a.latest === null || b.earliest <= a.latest);
