import type { OfWhichLine, PartitionName, PrintedTally } from "../schema";
import {
  type Cell,
  type ExactCells,
  FLOOR,
  type Floor,
  type Floors,
  layout,
  type Offsets,
  type OfWhichName,
  type PlaceCell,
  type PlaceDimension,
  partitionNames,
  REMAINDER,
  STEPS,
} from "./schema";

/**
 * Disclosure control, rule 1.0: the one door between exact numbers and everything published.
 *
 * Promise: from everything ever published (every balance, every difference, exact totals and flows, named pages coming and
 * going) nobody derives that the unnamed part of a cell, of-which line or place lies between 1 and 9.
 *
 * How. Every cell has a secret shortfall, drawn once for ever. What is seen of a cell is only its unnamed part *minus* the
 * shortfall, and only from 10 up. Differences between moments are true, but the level is known to ten values at best, however
 * long one watches and whoever takes or withdraws a name: an exact cell of 15 would be a known 9 on the day six of its families
 * publish a name; this one is not. Totals are exact, so the shortfalls of a partition gather in `othersOrUnknown`. There
 * "not recorded" stays for ever unprinted, behind the wide shortfall of the main cell: an increase of the remainder is visible,
 * its level is not. Which cells print depends on nothing but what the printed numbers themselves say.
 *
 * Rejected, because a solver breaks them: exact cells; exact cells above a threshold with the small ones folded (the fold changes
 * from week to week and subtracts; folding at zero otherwise than at three tells three from zero); rounding to five beside an
 * exact total (a remainder of nine names the small cell); thresholds that follow the week's changes (crossing one is an equation).
 */
export function disclose(
  exact: ExactCells,
  offsets: Offsets,
  before: Floors,
): { printed: PrintedTally; floors: Floors } {
  const everybodyNamed = exact.held.total === exact.held.named;
  const floors: Floors = {};
  return {
    printed: {
      held: {
        total: exact.held.total,
        ofWhich: mapValues(exact.ofWhich, (cell, name) =>
          everybodyNamed ? cell.total : ofWhichLine(cell, exact.held, offsetOf(offsets, lineKey(name))),
        ),
      },
      partitions: {
        ...printPartitions(exact, offsets, everybodyNamed),
        ageGroup: exact.ageGroup,
        stateOfDetention: printPlaces("stateOfDetention"),
        stateHeld: printPlaces("stateHeld"),
      },
      disclosure: { rule: "1.0", cells: everybodyNamed ? "exact" : "atLeast" },
      restricted: { total: exact.restricted },
      shortDetentions: exact.shortDetentions,
      pending: { total: Math.round(exact.pending / 10) * 10 },
    },
    floors,
  };

  function printPlaces(dimension: PlaceDimension) {
    return mapValues(exact.places[dimension], (cell, code) => {
      const key = `${dimension}.${code}`;
      const reached = placeFloor(cell, offsetOf(offsets, key), before[key]);
      if (reached.floor > 0) floors[key] = reached;
      return { named: cell.named, unnamedAtLeast: reached.floor };
    });
  }
}

/** The shortfalls still missing for these numbers: `roll(n)` gives 0 … n − 1. Those once drawn are never drawn again. */
export function drawOffsets(exact: ExactCells, known: Offsets, roll: (sides: number) => number): Offsets {
  const dice = (count: number) => Array.from({ length: count }, () => roll(10)).reduce((a, b) => a + b, 0);
  const drawn: Offsets = {};
  const draw = (key: string, value: () => number) => {
    if (known[key] === undefined) drawn[key] = value();
  };
  for (const name of partitionNames) {
    draw(`${name}.${layout[name].main}`, () => dice(6));
    for (const cell of layout[name].others) draw(`${name}.${cell}`, () => dice(1));
  }
  for (const line of Object.keys(exact.ofWhich) as OfWhichName[]) draw(lineKey(line), () => dice(1));
  for (const dimension of ["stateOfDetention", "stateHeld"] as const) {
    for (const code of Object.keys(exact.places[dimension])) draw(`${dimension}.${code}`, () => 5 + dice(1));
  }
  return drawn;
}

function printPartitions(exact: ExactCells, offsets: Offsets, everybodyNamed: boolean) {
  const print = (name: PartitionName) => {
    const cells = exact.partitions[name];
    if (everybodyNamed) return { ...mapValues(cells, (cell) => cell.total), othersOrUnknown: 0 };
    return partition(name, cells, exact.held, offsets);
  };
  return {
    sex: print("sex"),
    civilMilitary: print("civilMilitary"),
    convicted: print("convicted"),
    nationality: print("nationality"),
    whereabouts: print("whereabouts"),
  };
}

/**
 * One partition: cells that are seen, and what they leave of the total. When the unnamed part of what is left would be too small
 * the main cell is not printed either; when even that is not enough, nothing is.
 */
function partition(name: PartitionName, cells: Record<string, Cell>, held: Cell, offsets: Offsets) {
  const { main, others } = layout[name];
  const see = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const cell = cells[key];
      const seen = cell ? seenOf(cell, offsetOf(offsets, `${name}.${key}`)) : 0;
      return cell && seen >= FLOOR ? [{ key, seen, printed: cell.named + seen }] : [];
    });
  for (const visible of [see([main, ...others]), see(others)]) {
    const left = unnamed(held) - visible.reduce((sum, cell) => sum + cell.seen, 0);
    if (visible.length === 0 || left < REMAINDER) continue;
    const printed = Object.fromEntries(visible.map((cell) => [cell.key, cell.printed]));
    const sum = visible.reduce((total, cell) => total + cell.printed, 0);
    return { ...printed, othersOrUnknown: held.total - sum };
  }
  return null;
}

/** A number where enough unnamed people stand on both sides of the line; otherwise a ceiling that says the same of zero. */
function ofWhichLine(cell: Cell, held: Cell, offset: number): OfWhichLine {
  const seen = seenOf(cell, offset);
  if (seen < FLOOR) return { lessThan: cell.named + FLOOR + 10 };
  return unnamed(held) - seen < REMAINDER ? { lessThan: held.total + 1 } : cell.named + seen;
}

/**
 * The step a place certainly reaches. A name given or withdrawn does not lower it: those whom a permission moved still stand for
 * it, as long as what is said stays true.
 */
function placeFloor(cell: PlaceCell, offset: number, before: Floor | undefined): Floor {
  const seen = seenOf(cell, offset);
  const floor = STEPS.findLast((step) => step <= seen) ?? 0;
  if (!before || before.floor <= floor) return { floor, moved: 0 };
  const moved = Math.max(0, before.moved + cell.movedByPermission);
  const stands = seen + moved >= before.floor && unnamed(cell) >= before.floor;
  return stands ? { floor: before.floor, moved } : { floor, moved: 0 };
}

const unnamed = (cell: Cell) => cell.total - cell.named;
const seenOf = (cell: Cell, offset: number) => unnamed(cell) - offset;

/** `whereaboutsUnknown` and the cell `unknown` of whereabouts are the same people: one shortfall, never two looks at them. */
const lineKey = (line: OfWhichName) =>
  line === "whereaboutsUnknown" ? "whereabouts.unknown" : `ofWhich.${line}`;

function offsetOf(offsets: Offsets, key: string): number {
  const offset = offsets[key];
  if (offset === undefined) throw new Error(`no shortfall drawn for ${key}`);
  return offset;
}

function mapValues<K extends string, V, W>(
  record: Record<K, V>,
  change: (value: V, key: K) => W,
): Record<K, W> {
  return Object.fromEntries(
    Object.entries<V>(record).map(([key, value]) => [key, change(value, key as K)]),
  ) as Record<K, W>;
}
