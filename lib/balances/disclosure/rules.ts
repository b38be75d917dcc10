import type { OfWhichLine, PartitionName, PrintedTally } from "../schema";
import {
  CEILING,
  type Cell,
  type ExactCells,
  FLOOR,
  type Floor,
  type Floors,
  layout,
  MOST,
  type Offsets,
  type OfWhichName,
  type PlaceCell,
  type PlaceDimension,
  partitionNames,
  placeDimensions,
  RESERVE,
  STEPS,
} from "./schema";

export const RULE = "2.0";
const CONFIRMED = "confirmed";

/**
 * Disclosure control, rule 2.0: the one door between exact numbers and everything published.
 *
 * Promise: from everything ever published nobody derives that the unnamed part of a cell, of-which line or place lies between 1
 * and 9; not even whoever also knows every movement (each arrival, departure, transfer, name given or withdrawn, with the
 * person's every trait) and some of the unnamed. And no name given or withdrawn changes a printed cell or line at all.
 *
 * How. A cell says its total minus a secret shortfall. Nothing else enters: not who is named, not what was printed before. So
 * whatever anybody observes, there is another registry with ten more unnamed people in that cell all along, a shortfall greater
 * by ten, and ten fewer in a larger cell with a smaller one, which would have published the same bytes. A shortfall must therefore
 * have room above it (each goes on until a six is thrown) and the largest cell's room below it (ten dice). Totals are exact, so
 * the shortfalls gather in `othersOrUnknown`, which is why what was not recorded is never printed.
 *
 * Rejected, because a solver breaks them: exact cells; exact or nothing; small cells folded; rounding beside an exact total;
 * thresholds that follow the week's changes; and rule 1.0, which took the shortfall from the unnamed part alone, between 0 and 9:
 * when families gave their names until few were left, the bounds of the shortfall closed on the truth.
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
      disclosure: { rule: RULE, cells: everybodyNamed ? "exact" : "atLeast" },
      ...(exact.confirmed && { confirmed: printConfirmed(exact.confirmed) }),
      restricted: { total: exact.restricted },
      shortDetentions: exact.shortDetentions,
      pending: { total: Math.round(exact.pending / 10) * 10 },
    },
    floors,
  };

  function printConfirmed({ days, held }: NonNullable<ExactCells["confirmed"]>) {
    if (everybodyNamed) return { days, held };
    return { days, held: ofWhichLine({ total: held, named: 0 }, exact.held, offsetOf(offsets, CONFIRMED)) };
  }

  function printPlaces(dimension: PlaceDimension) {
    return mapValues(exact.places[dimension], (cell, code) => {
      const key = `${dimension}.${code}`;
      const reached = placeFloor(cell, offsetOf(offsets, key), before[key]);
      if (reached.floor > 0) floors[key] = { floor: reached.floor, moved: reached.moved };
      return { named: cell.named, unnamedAtLeast: reached.certain };
    });
  }
}

/**
 * The shortfalls still missing for these numbers: `roll(n)` gives 0 … n − 1. Those once drawn are never drawn again. The largest
 * cell of each partition, and the largest place, takes at that moment the sum of ten dice: it can then stand for ten people of any
 * other. So does the line of those confirmed lately: nearly everybody is in it, and it must stand for ten who are not.
 */
export function drawOffsets(exact: ExactCells, known: Offsets, roll: (sides: number) => number): Offsets {
  const drawn: Offsets = {};
  const draw = (key: string, value: () => number) => {
    if (known[key] === undefined) drawn[key] = value();
  };
  const throws = () => untilSix(roll);
  for (const name of partitionNames) {
    const largest = largestOf(exact.partitions[name], layout[name].printable);
    for (const cell of layout[name].printable)
      draw(`${name}.${cell}`, cell === largest ? () => tenDice(roll) : throws);
  }
  for (const line of Object.keys(exact.ofWhich) as OfWhichName[])
    if (line !== "whereaboutsUnknown") draw(lineKey(line), throws);
  if (exact.confirmed) draw(CONFIRMED, () => tenDice(roll));
  for (const dimension of placeDimensions) {
    const largest = largestOf(exact.places[dimension], Object.keys(exact.places[dimension]));
    for (const code of Object.keys(exact.places[dimension]))
      draw(`${dimension}.${code}`, () => RESERVE + (code === largest ? tenDice(roll) : throws()));
  }
  return drawn;
}

/** How often a die is thrown before its first six; begun again in the one case of sixty thousand that goes past `MOST`. */
function untilSix(roll: (sides: number) => number): number {
  for (let attempt = 0; attempt < 100; attempt++) {
    let count = 0;
    while (count <= MOST && roll(6) !== 5) count++;
    if (count <= MOST) return count;
  }
  throw new Error("the die never falls");
}

/** Ten dice from 0 to 6: below nine, which leaves the largest cell too little room, in one draw of six thousand. */
const tenDice = (roll: (sides: number) => number) =>
  Array.from({ length: 10 }, () => roll(7)).reduce((a, b) => a + b, 0);

function largestOf(cells: Record<string, Cell>, printable: readonly string[]): string | undefined {
  const size = (key: string) => cells[key]?.total ?? 0;
  return [...printable].sort((a, b) => size(b) - size(a))[0];
}

function printPartitions(exact: ExactCells, offsets: Offsets, everybodyNamed: boolean) {
  const print = (name: PartitionName) => {
    const cells = exact.partitions[name];
    if (everybodyNamed) return { ...mapValues(cells, (cell) => cell.total), othersOrUnknown: 0 };
    return partition(name, cells, exact.held.total, offsets);
  };
  return {
    sex: print("sex"),
    civilMilitary: print("civilMilitary"),
    convicted: print("convicted"),
    nationality: print("nationality"),
    whereabouts: print("whereabouts"),
  };
}

/** One partition: what each cell certainly reaches, and what that leaves of the total. */
function partition(name: PartitionName, cells: Record<string, Cell>, total: number, offsets: Offsets) {
  const printed = layout[name].printable.flatMap((key): [string, number][] => {
    const said = reachedBy(cells[key] ?? { total: 0, named: 0 }, offsetOf(offsets, `${name}.${key}`));
    return said >= FLOOR ? [[key, said]] : [];
  });
  if (printed.length === 0) return null;
  const sum = printed.reduce((all, [, said]) => all + said, 0);
  return { ...Object.fromEntries(printed), othersOrUnknown: total - sum };
}

/** What the line certainly reaches; otherwise a ceiling that says the same of zero. */
function ofWhichLine(cell: Cell, held: Cell, offset: number): OfWhichLine {
  const said = reachedBy(cell, offset);
  return said >= FLOOR ? said : { lessThan: Math.min(CEILING, held.total + 1) };
}

/**
 * The step the unnamed part of a place certainly reaches. Those whom a permission moved still stand for it; past the reserve that
 * every shortfall holds, one name given takes one from the number, and what the place says with and without a name never falls.
 */
function placeFloor(cell: PlaceCell, offset: number, before: Floor | undefined): Floor & { certain: number } {
  const seen = cell.total - cell.named - offset;
  const own = stepOf(seen);
  const moved = Math.max(0, (before?.moved ?? 0) + cell.movedByPermission);
  const kept = stepOf(Math.min(seen + moved, before?.floor ?? 0));
  const certain = certainOf({ floor: kept, moved });
  return certain > own ? { floor: kept, moved, certain } : { floor: own, moved: 0, certain: own };
}

/** What is certainly true of a step reached before so many permissions: no shortfall of a place is below the reserve. */
export const certainOf = ({ floor, moved }: Floor) => floor - Math.max(0, moved - RESERVE);

const stepOf = (seen: number) => STEPS.findLast((step) => step <= seen) ?? 0;
const reachedBy = (cell: Cell, offset: number) => cell.total - offset;

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
