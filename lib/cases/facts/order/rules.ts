import { type OrderedFact, type OrderProblem, orderProblems } from "../rules";
import { isHeldState } from "../schema";

/** A stored custody fact with its place. */
export interface PlacedFact extends OrderedFact {
  position: number;
  recordedAt: Date;
}

/**
 * The place proposed for a new custody fact: within its episode before every fact that is later for certain, and a held state before
 * the out state; after the others, in the order they came; between the episodes before and after it. Corrections do not come here:
 * they keep the place of what they replace.
 */
export function proposePosition(
  facts: readonly PlacedFact[],
  fact: Pick<PlacedFact, "state" | "episode" | "earliest" | "latest" | "recordedAt">,
): number {
  const ordered = [...facts].sort((a, b) => a.position - b.position);
  const ends = fact.latest ?? fact.earliest ?? fact.recordedAt;
  const goesBefore = (other: PlacedFact) => {
    if (other.episode !== fact.episode) return other.episode > fact.episode;
    if (isHeldState(fact.state) && !isHeldState(other.state)) return true;
    return (other.earliest ?? other.latest ?? other.recordedAt) >= ends;
  };
  const index = ordered.findIndex(goesBefore);
  if (index < 0) return (ordered.at(-1)?.position ?? 0) + 1;
  const after = ordered[index]?.position ?? 1;
  const before = ordered[index - 1]?.position ?? after - 1;
  return (before + after) / 2;
}

/** The first contradiction that `fact` brings into the facts it would stand among; facts that contradicted each other before are not its fault. */
export function problemWith(facts: readonly PlacedFact[], fact: PlacedFact): OrderProblem | null {
  const before = new Set(problemsOf(facts).map(name));
  return problemsOf([...facts, fact]).find((problem) => !before.has(name(problem))) ?? null;
}

/** The first contradiction among facts once one of them is taken away. */
export function problemWithout(facts: readonly PlacedFact[], label: string): OrderProblem | null {
  const before = new Set(problemsOf(facts).map(name));
  return (
    problemsOf(facts.filter((fact) => fact.label !== label)).find((problem) => !before.has(name(problem))) ??
    null
  );
}

const name = ({ code, fact, other }: OrderProblem) => `${code} ${fact} ${other}`;
const problemsOf = (facts: readonly PlacedFact[]) =>
  orderProblems([...facts].sort((a, b) => a.position - b.position));
