import { type OfWhich, ofWhichLines, type Partition, partitionCells, partitions } from "./schema";

type Trait = Exclude<Partition, "stateOfDetention" | "stateHeld">;

/** First bit of each partition, two bits wide, in the number the database writes for a row (`custody_intervals.cell`). */
const firstBit: Record<Trait, number> = {
  sex: 0,
  civilMilitary: 2,
  ageGroup: 4,
  convicted: 6,
  nationality: 8,
  whereabouts: 10,
};
const traits = Object.keys(firstBit) as Trait[];
const firstFlag = 22;
const unknownPlace = 31;

/** The bits of that number but those of the two places: twelve of traits, five flags. */
export const TRAITS = 0xfff | (0x1f << firstFlag);

/** How many bear the same traits, or were taken in one place, or are held in one: two of the three are null. */
export interface Group {
  traits: number | null;
  taken: number | null;
  held: number | null;
  n: number;
}

const place = (index: number) =>
  index === unknownPlace ? "unknown" : `VE-${String.fromCharCode(65 + index)}`;

/** How many people stand in each cell of each partition and in each of-which line. Empty cells are 0. */
export function unfold(groups: readonly Group[]): {
  total: number;
  ofWhich: Record<OfWhich, number>;
  partitions: Record<Partition, Record<string, number>>;
} {
  const ofWhich = fromNames(ofWhichLines, () => 0);
  const counts = fromNames(partitions, (name) => fromNames<string, number>(partitionCells[name], () => 0));
  const add = (name: Partition, cell: string, n: number) => {
    counts[name][cell] = (counts[name][cell] ?? 0) + n;
  };
  let total = 0;
  for (const { traits: bits, taken, held, n } of groups) {
    if (taken !== null) add("stateOfDetention", place(taken), n);
    if (held !== null) add("stateHeld", place(held), n);
    if (bits === null) continue;
    total += n;
    for (const name of traits) add(name, partitionCells[name][(bits >> firstBit[name]) & 3] ?? "unknown", n);
    ofWhichLines.forEach((line, index) => {
      if ((bits >> (firstFlag + index)) & 1) ofWhich[line] += n;
    });
  }
  return { total, ofWhich, partitions: counts };
}

function fromNames<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
