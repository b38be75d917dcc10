import { type Cell, type ExactCells, partitionNames } from "@/lib/balances/disclosure/schema";
import { type PartitionName, partitionCells } from "@/lib/balances/schema";
import { entityCodes } from "@/lib/vocabularies/places/entities/schema";

/** `confirmed`: whether anything about somebody was confirmed in the last thirty days; only how many were is published. */
export type Dimension = PartitionName | "stateOfDetention" | "stateHeld" | "confirmed";
export const dimensions: Dimension[] = [...partitionNames, "stateOfDetention", "stateHeld", "confirmed"];
const places = [...entityCodes, "unknown"];
const freshness = ["lately", "notLately"] as const;
export function cellsOf(dimension: Dimension): readonly string[] {
  if (dimension === "confirmed") return freshness;
  return dimension === "stateOfDetention" || dimension === "stateHeld" ? places : partitionCells[dimension];
}
/** The exact numbers the rule is given, and beside them who of those confirmed has a page, which only an attacker asks. */
export type Exact = ExactCells & { freshness: Record<(typeof freshness)[number], Cell> };
/** Traits that never change in one detention: nobody moves from one of their cells to another. */
export const lasting: readonly Dimension[] = ["sex", "civilMilitary", "nationality", "stateOfDetention"];

/** Lines that are not a cell of a partition; `whereaboutsUnknown` is one. */
export const ownLines = ["houseArrest", "releaseOrderedNotExecuted", "sentenceServed", "amnestied"] as const;
export type OwnLine = (typeof ownLines)[number];

export interface Person {
  named: boolean;
  /** Arrived, changed or was named at some time while numbers were published: known to whoever knows every movement. */
  noticed: boolean;
  /** Registered by the attacker himself: he knows everything about them. */
  planted: boolean;
  cells: Record<Dimension, string>;
  lines: OwnLine[];
}

export interface Setting {
  size: number;
  namedShare: number;
  /** Share of the population that arrives or leaves in a week. */
  churn: number;
  /** Share of the population whose family gives or takes the name in a week. */
  naming: number;
  /** Share recorded as "unknown" or "other" in each partition. */
  rest: number;
  /** Share of the lesser cell of each partition, where a registry is unlike the country's. */
  lesser: Partial<Record<PartitionName, number>>;
  planted: number;
}

/** Half of them as the requirement says: 800 people of whom 15 to 50 % are named. The rest of every size, and some odd ones. */
export function randomSetting(random: () => number): Setting {
  const between = (low: number, high: number) => low + random() * (high - low);
  const usual = random() < 0.5;
  const odd = !usual && random() < 0.4;
  return {
    size: Math.round(usual ? 800 : between(60, 1500)),
    namedShare: odd ? between(0.02, 0.9) : between(0.15, 0.5),
    churn: random() < 0.25 ? between(0, 0.002) : between(0.002, 0.03),
    naming: random() < 0.25 ? between(0, 0.002) : between(0.002, 0.03),
    rest: random() < 0.5 ? between(0, 0.012) : between(0.01, 0.08),
    lesser: odd
      ? { sex: between(0.02, 0.98), whereabouts: between(0.02, 0.9), convicted: between(0.02, 0.98) }
      : {},
    planted: random() < 0.3 ? Math.ceil(random() * 5) : 0,
  };
}

/** Adds everybody up by cell and line, each split by who has a public page. */
export function countPeople(people: Person[], moved: Record<string, number>): Exact {
  const counts: Record<string, { total: number; named: number }> = {};
  for (const person of people) {
    for (const key of keysOf(person)) {
      counts[key] ??= { total: 0, named: 0 };
      counts[key].total++;
      if (person.named) counts[key].named++;
    }
  }
  const cell = (key: string) => ({ ...(counts[key] ?? { total: 0, named: 0 }) });
  const partition = (name: PartitionName) =>
    Object.fromEntries(partitionCells[name].map((value) => [value, cell(`${name}.${value}`)]));
  const placesOf = (name: Dimension) =>
    Object.fromEntries(
      places.map((code) => {
        const key = `${name}.${code}`;
        return [code, { ...cell(key), movedByPermission: moved[key] ?? 0 }];
      }),
    );
  const lines = Object.fromEntries(ownLines.map((line) => [line, cell(`ofWhich.${line}`)]));
  return {
    held: cell("everybody"),
    ofWhich: { ...lines, whereaboutsUnknown: cell("whereabouts.unknown") } as ExactCells["ofWhich"],
    partitions: Object.fromEntries(
      partitionNames.map((name) => [name, partition(name)]),
    ) as ExactCells["partitions"],
    ageGroup: null,
    confirmed: { days: 30, held: cell("confirmed.lately").total },
    freshness: { lately: cell("confirmed.lately"), notLately: cell("confirmed.notLately") },
    places: { stateOfDetention: placesOf("stateOfDetention"), stateHeld: placesOf("stateHeld") },
    restricted: 0,
    shortDetentions: 0,
    pending: 0,
  };
}

export function keysOf(person: Person): string[] {
  const cells = dimensions.map((name) => `${name}.${person.cells[name]}`);
  return ["everybody", ...cells, ...person.lines.map((line) => `ofWhich.${line}`)];
}

/** An invented person. What the method forces holds: no place where whereabouts are unknown, no sentence served without a process. */
export function person(setting: Setting, random: () => number): Person {
  const { rest, lesser } = setting;
  const share = (name: PartitionName, usual: number) => lesser[name] ?? usual;
  const two = (name: PartitionName, main: string, other: string, usual: number, more = {}) =>
    pick({ [main]: 1 - share(name, usual), [other]: share(name, usual), ...more }, random);
  const whereabouts = two("whereabouts", "known", "unknown", 0.13, { notRecorded: rest * 2 });
  const convicted = two("convicted", "notConvicted", "convicted", 0.2, { unknown: rest * 3 });
  const lines: OwnLine[] = [];
  if (whereabouts === "known" && random() < 0.03)
    lines.push(random() < 0.7 ? "houseArrest" : "releaseOrderedNotExecuted");
  if (convicted !== "unknown" && random() < 0.03) lines.push("sentenceServed");
  if (convicted !== "unknown" && random() < 0.006) lines.push("amnestied");
  const somewhere = () => places[Math.floor(random() ** 3 * places.length)] ?? "unknown";
  return {
    named: random() < setting.namedShare,
    noticed: false,
    planted: false,
    cells: {
      sex: two("sex", "man", "woman", 0.13, { other: rest / 4, unknown: rest }),
      civilMilitary: two("civilMilitary", "civilian", "military", 0.2, { unknown: rest }),
      convicted,
      nationality: pick({ national: 0.93, dual: 0.03, foreign: 0.06, unknown: rest }, random),
      whereabouts,
      stateOfDetention: somewhere(),
      stateHeld: whereabouts === "unknown" ? "unknown" : somewhere(),
      confirmed: random() < 0.03 + rest ? "notLately" : "lately",
    },
    lines,
  };
}

function pick(shares: Record<string, number>, random: () => number): string {
  let at = random() * Object.values(shares).reduce((a, b) => a + b, 0);
  for (const [key, share] of Object.entries(shares)) {
    at -= share;
    if (at < 0) return key;
  }
  return Object.keys(shares)[0] ?? "";
}

/** One thing that changes about a person in custody: found, moved, tried, sent home under guard, told that a release was ordered. */
export function change(person: Person, random: () => number): void {
  const { cells } = person;
  const without = (...gone: OwnLine[]) => person.lines.filter((line) => !gone.includes(line));
  const somewhere = places[Math.floor(random() ** 3 * entityCodes.length)] ?? "unknown";
  if (random() < 0.5) cells.confirmed = cells.confirmed === "lately" ? "notLately" : "lately";
  const what = random();
  if (what < 0.35) {
    cells.whereabouts = "known";
    cells.stateHeld = somewhere;
  } else if (what < 0.45) {
    cells.whereabouts = "unknown";
    cells.stateHeld = "unknown";
    person.lines = without("houseArrest", "releaseOrderedNotExecuted");
  } else if (what < 0.75) {
    cells.convicted = cells.convicted === "unknown" ? "notConvicted" : "convicted";
  } else {
    const line: OwnLine = random() < 0.6 ? "houseArrest" : "releaseOrderedNotExecuted";
    person.lines = [...without("houseArrest", "releaseOrderedNotExecuted"), line];
    cells.whereabouts = "known";
  }
}
