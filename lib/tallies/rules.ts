import { type OfWhich, ofWhichLines, type Partition, partitionCells, partitions } from "./schema";

/** Where each partition stands in the number the database writes for a row (`custody_intervals.cell`): first bit and how many. */
const places: Record<Partition, { bit: number; bits: number }> = {
  sex: { bit: 0, bits: 2 },
  civilMilitary: { bit: 2, bits: 2 },
  ageGroup: { bit: 4, bits: 2 },
  convicted: { bit: 6, bits: 2 },
  nationality: { bit: 8, bits: 2 },
  whereabouts: { bit: 10, bits: 2 },
  stateOfDetention: { bit: 12, bits: 5 },
  stateHeld: { bit: 17, bits: 5 },
};
const firstFlag = 22;
const unknownPlace = 31;

function cellName(partition: Partition, cell: number): string {
  const { bit, bits } = places[partition];
  const index = (cell >> bit) & ((1 << bits) - 1);
  if (bits === 5) return index === unknownPlace ? "unknown" : `VE-${String.fromCharCode(65 + index)}`;
  return partitionCells[partition][index] ?? "unknown";
}

/** How many people stand in each cell of each partition and in each of-which line, from how many bear each number. Empty cells are 0. */
export function unfold(groups: readonly { cell: number; n: number }[]): {
  total: number;
  ofWhich: Record<OfWhich, number>;
  partitions: Record<Partition, Record<string, number>>;
} {
  const ofWhich = fromNames(ofWhichLines, () => 0);
  const counts = fromNames(partitions, (name) => fromNames<string, number>(partitionCells[name], () => 0));
  let total = 0;
  for (const { cell, n } of groups) {
    total += n;
    ofWhichLines.forEach((line, index) => {
      if ((cell >> (firstFlag + index)) & 1) ofWhich[line] += n;
    });
    for (const name of partitions) {
      const cellOf = cellName(name, cell);
      counts[name][cellOf] = (counts[name][cellOf] ?? 0) + n;
    }
  }
  return { total, ofWhich, partitions: counts };
}

function fromNames<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
