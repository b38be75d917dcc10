import { type DeskFact, statusOf } from "../rules";

/** What came of a fact: its correction, the correction of that, and so on, those put aside left out; the last one holds or waits. */
export function successorsOf(facts: readonly DeskFact[], id: string): DeskFact[] {
  const next = facts.find((fact) => fact.supersedesId === id && statusOf(fact) !== "dropped");
  return next ? [next, ...successorsOf(facts, next.id)] : [];
}
