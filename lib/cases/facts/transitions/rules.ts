import { isDisappearance, type OrderedFact } from "../rules";
import { isHeldState } from "../schema";

type Stated = Pick<OrderedFact, "state" | "episode" | "earliest" | "latest"> & { whereabouts: string | null };

/** A new custody fact as its step from the facts before it is judged. */
export interface Step extends Stated {
  facility: string | null;
  entity: string | null;
  sources: readonly unknown[];
  position: number;
}

export type StepRefusal = "release_from_nothing" | "detained_after_amnesty" | "located_nowhere";

/** Whether a fact names no place, or rests on nobody's word. */
export const placeMissing = ({
  facility,
  entity,
  sources,
}: Pick<Step, "facility" | "entity" | "sources">): boolean =>
  (facility === null && entity === null) || sources.length === 0;

/** Whether an apprehension comes after an amnesty on record. */
export const comesAfter = ({ earliest }: Pick<Step, "earliest">, amnesty: Pick<Stated, "latest">): boolean =>
  amnesty.latest !== null && earliest !== null && earliest >= amnesty.latest;

/**
 * Why somebody cannot have come from the facts that stand, given in their order, to this one; null when they can. Nobody is released from a
 * detention that is not on record; an arrest after an amnesty is another detention; and whoever was disappeared is found at a place,
 * on somebody's word, a fellow detainee's included. Asked of new facts at the desk: a correction tells of no step, and an import keeps
 * what its source knew.
 */
export function stepRefusal(
  step: Step,
  standing: readonly (Stated & { position: number })[],
  amnesties: readonly Pick<Stated, "latest">[],
): StepRefusal | null {
  const own = standing.filter(({ episode }) => episode === step.episode);
  if (step.state.startsWith("released_") && !own.some(({ state }) => isHeldState(state)))
    return "release_from_nothing";
  if (step.state === "apprehended" && own.length > 0 && amnesties.some((one) => comesAfter(step, one)))
    return "detained_after_amnesty";
  const last = own.filter(({ position }) => position < step.position).at(-1);
  const found = last && isDisappearance(last) && isHeldState(step.state) && !isDisappearance(step);
  return found && step.whereabouts !== "not_recorded" && placeMissing(step) ? "located_nowhere" : null;
}
