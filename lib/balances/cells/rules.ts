import { entityCodes } from "@/lib/vocabularies/places/entities/schema";
import type { Cell, ExactCells, PlaceCell, PlaceDimension } from "../disclosure/schema";
import { ofWhichLines, type PartitionName, partitionCells } from "../schema";
import type { CellRow } from "./schema";

export interface Beside {
  moved: { dimension: string; value: string; moved: number }[];
  printAge: boolean;
  confirmed?: ExactCells["confirmed"];
  restricted: number;
  shortDetentions: number;
  pending: number;
}

/** The counted rows as the cells disclosure control judges; a cell nobody is in is there as zero. */
export function assembleCells(rows: CellRow[], beside: Beside): ExactCells {
  const cell = (dimension: string, value: string): Cell => {
    const row = rows.find((one) => one.dimension === dimension && one.value === value);
    return { total: row?.total ?? 0, named: row?.named ?? 0 };
  };
  const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
  const place = (dimension: PlaceDimension, value: string): PlaceCell => ({
    ...cell(dimension, value),
    movedByPermission:
      beside.moved.find((one) => one.dimension === dimension && one.value === value)?.moved ?? 0,
  });
  const placesOf = (dimension: PlaceDimension) =>
    record<string, PlaceCell>([...entityCodes, "unknown"], (code) => place(dimension, code));
  const partitions = Object.keys(partitionCells) as PartitionName[];
  return {
    held: cell("held", "all"),
    ofWhich: record(ofWhichLines, (line) => cell("ofWhich", line)),
    partitions: record(partitions, (name) =>
      record<string, Cell>(partitionCells[name], (value) => cell(name, value)),
    ),
    ageGroup: beside.printAge
      ? record(["under18", "adult", "unknown"], (age) => cell("ageGroup", age).total)
      : null,
    places: { stateOfDetention: placesOf("stateOfDetention"), stateHeld: placesOf("stateHeld") },
    ...(beside.confirmed && { confirmed: beside.confirmed }),
    restricted: beside.restricted,
    shortDetentions: beside.shortDetentions,
    pending: beside.pending,
  };
}

/** The partitions that do not sum to the total, each with its sum (R4). */
export function openPartitions(cells: ExactCells): { partition: string; sum: number }[] {
  const all = { ...cells.partitions, ...cells.places } as Record<string, Record<string, Cell>>;
  return Object.entries(all).flatMap(([partition, values]) => {
    const sum = Object.values(values).reduce((total, cell) => total + cell.total, 0);
    return sum === cells.held.total ? [] : [{ partition, sum }];
  });
}
