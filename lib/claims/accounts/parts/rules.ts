import { endOf, startOf } from "../../compare/rules";
import type { Claim } from "../../schema";
import type { Movement } from "../schema";

/** A published total and the day of its cut-off. */
export interface Total {
  claim: Claim;
  on: string;
}

/** A published flow, the days it covers and its sign. */
export interface Flow {
  claim: Claim;
  measure: Movement["measure"];
  sign: Movement["sign"];
  from: string;
  to: string;
}

const signs = {
  detained_in_period: 1,
  newly_reported_in_period: 1,
  released_in_period: -1,
} as const satisfies Record<Movement["measure"], Movement["sign"]>;
/** Movements in the order they are printed: what adds, then what takes away. */
export const measures = Object.keys(signs) as Movement["measure"][];
const isMovement = (measure: Claim["measure"]): measure is Movement["measure"] => measure in signs;

/** Figures whose own author gave another in their place. */
export const replacedIn = (ledger: readonly Claim[]): ReadonlySet<string> =>
  new Set(
    ledger.flatMap(({ relations }) =>
      relations.filter(({ relation }) => relation === "supersedes").map(({ target }) => target),
    ),
  );

/**
 * Whether the sources agree on a figure. A total is sound all the same when what contradicts it was since replaced by its own
 * author: then one number is left.
 */
export function isSound(claim: Claim, ledger: readonly Claim[], replaced: ReadonlySet<string>): boolean {
  if (claim.conflicts.length === 0) return true;
  if (claim.kind !== "stock" || claim.conflicts.some((kind) => kind !== "value")) return false;
  const against = [
    ...claim.relations.filter(({ relation }) => relation === "contradicts").map(({ target }) => target),
    ...ledger.filter(({ relations }) => contradicts(relations, claim.id)).map(({ id }) => id),
  ];
  return against.length > 0 && against.every((id) => replaced.has(id));
}

const contradicts = (relations: Claim["relations"], id: string): boolean =>
  relations.some(({ relation, target }) => relation === "contradicts" && target === id);

/** A figure as a total of people held on a known day; nothing when it is none. */
export function totalOf(claim: Claim): Total[] {
  const { date, precision } = endOf(claim);
  const isTotal = claim.kind === "stock" && claim.measure === "held_now" && claim.unit === "persons";
  return isTotal && date && known(precision) && claim.value !== null ? [{ claim, on: date }] : [];
}

/** A figure as a flow of people between two known days; a release count of only some releases is none. */
export function flowOf(claim: Claim): Flow[] {
  const [start, end] = [startOf(claim), endOf(claim)];
  const { measure } = claim;
  if (claim.kind !== "flow" || claim.unit !== "persons" || claim.value === null || !isMovement(measure))
    return [];
  if (measure === "released_in_period" && claim.releaseScope !== "any_exit") return [];
  if (!start.date || !end.date || !known(start.precision) || !known(end.precision)) return [];
  return [{ claim, measure, sign: signs[measure], from: start.date, to: end.date }];
}

const known = (precision: string): boolean => precision === "day" || precision === "exact";

/** Same claimant, counted population, stage; and no two rules on house arrest that contradict each other. */
export function alike(a: Claim, b: Claim): boolean {
  const rules = [a.houseArrestCounted, b.houseArrestCounted];
  return (
    a.claimant === b.claimant &&
    a.population === b.population &&
    a.stage === b.stage &&
    (rules.includes("unknown") || (a.kind === b.kind ? rules[0] === rules[1] : rules[0] !== rules[1]))
  );
}

/** A day without an hour is taken whole: it ends after every hour of it. */
export function moment(claim: Claim): string {
  const { date, time } = endOf(claim);
  return `${date}T${time ?? "24:00"}`;
}
