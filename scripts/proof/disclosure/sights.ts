import { certainOf } from "@/lib/balances/disclosure/rules";
import {
  type Cell,
  FLOOR,
  type Floor,
  layout,
  MOST,
  type PlaceCell,
  partitionNames,
  placeDimensions,
  RESERVE,
  STEPS,
} from "@/lib/balances/disclosure/schema";
import type { Moment, Published } from "./history";
import { cellsOf, dimensions, type Exact, ownLines } from "./people";

/** Every cell, line and place that numbers are published about; `whereaboutsUnknown` is the cell of whereabouts. */
export const allKeys = [
  ...dimensions.flatMap((name) => cellsOf(name).map((cell) => `${name}.${cell}`)),
  ...ownLines.map((line) => `ofWhich.${line}`),
];

/** What a rule says of one cell: the range of its shortfall, and at each moment bounds on its unnamed part minus that. */
export interface Sight {
  secret: [low: number, high: number];
  at: { low: number; high: number }[];
}
export type Sights = Map<string, Sight>;

export const unnamed = (cell: Cell) => cell.total - cell.named;

/** The exact cell behind a key, at one moment. */
export function cellAt(exact: Exact, key: string): Cell {
  const [dimension = "", cell = ""] = key.split(".");
  const all = { ...exact.partitions, ...exact.places, ofWhich: exact.ofWhich, confirmed: exact.freshness };
  return (all as Record<string, Record<string, Cell>>)[dimension]?.[cell] ?? { total: 0, named: 0 };
}

/**
 * Everything rule 2.0 says, by printing and by not printing. The attacker is also told what the rule remembers of places, which
 * makes him stronger than anybody.
 */
export function sightsOf(moments: Moment[], published: Published): Sights {
  const sights: Sights = new Map();
  const number = (key: string, said: (t: number) => number | undefined) =>
    sights.set(key, {
      secret: [0, MOST],
      at: moments.map(({ exact }, t) => {
        if (published.printed[t]?.disclosure.cells === "exact") return { low: -Infinity, high: Infinity };
        const { named } = cellAt(exact, key);
        const value = said(t);
        return value === undefined
          ? { low: -Infinity, high: FLOOR - 1 - named }
          : { low: value - named, high: value - named };
      }),
    });
  for (const name of partitionNames)
    for (const cell of layout[name].printable)
      number(`${name}.${cell}`, (t) => {
        const cells = published.printed[t]?.partitions[name] as Record<string, number | undefined> | null;
        return cells?.[cell];
      });
  for (const line of ownLines)
    number(`ofWhich.${line}`, (t) => {
      const said = published.printed[t]?.held.ofWhich[line];
      return typeof said === "number" ? said : undefined;
    });
  number("confirmed.lately", (t) => {
    const said = published.printed[t]?.confirmed?.held;
    return typeof said === "number" ? said : undefined;
  });
  for (const name of placeDimensions)
    for (const code of cellsOf(name)) {
      const key = `${name}.${code}`;
      sights.set(key, {
        secret: [RESERVE, RESERVE + MOST],
        at: moments.map(({ exact }, t) =>
          placeSight(exact.places[name][code], published.floors[t - 1]?.[key], published.floors[t]?.[key]),
        ),
      });
    }
  return sights;
}

/** A step said, kept or given up, to whoever knows what the rule remembers: what must hold of the part that is seen. */
function placeSight(cell: PlaceCell | undefined, last: Floor | undefined, now: Floor | undefined) {
  const before = last?.floor ?? 0;
  const { floor, moved } = now ?? { floor: 0, moved: 0 };
  const credit = Math.max(0, (last?.moved ?? 0) + (cell?.movedByPermission ?? 0));
  const certain = certainOf({ floor, moved });
  const kept = moved > 0;
  // Kept: with the credit it reaches its step, and of itself no step as good. Its own: it reaches that step and not the next.
  const low = floor === 0 ? -Infinity : kept ? floor - credit : floor;
  const own = kept
    ? (STEPS.find((step) => step >= certain) ?? ALL)
    : (STEPS.find((step) => step > floor) ?? ALL);
  // No higher step among those remembered would have been better to keep.
  const better = STEPS.find(
    (step) => step > floor && step <= before && (kept || certainOf({ floor: step, moved: credit }) > floor),
  );
  return { low, high: Math.min(own - 1, better === undefined ? Infinity : better - 1 - credit) };
}

const ALL = 1_000_000;
