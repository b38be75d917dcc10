import { type ExactCells, layout } from "@/lib/balances/disclosure/schema";
import { type PartitionName, partitionCells } from "@/lib/balances/schema";
import { entityCodes } from "@/lib/vocabularies/places/entities/schema";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Person {
  named: boolean;
  cells: Record<PartitionName | "stateHeld", string>;
  lines: Record<"houseArrest" | "releaseOrderedNotExecuted" | "sentenceServed" | "amnestied", boolean>;
}

/** One publication moment of an invented population, with what anybody can see beside the printed numbers. */
export interface Moment {
  exact: ExactCells;
  /** Unnamed people who came and went since the moment before: national, exact by decision. */
  entered: number;
  left: number;
  /** Named pages coming and going, by cell: whoever reads the pages knows these. */
  named: Record<string, number>;
  unnamedAgain: Record<string, number>;
}

export interface Setting {
  size: number;
  namedShare: number;
  /** Mean arrivals and departures a week. */
  churn: number;
  /** Share of the population whose family gives or takes the name, a week. */
  naming: number;
  /** Share recorded as "unknown" or "other" in each partition. */
  rest: number;
}

export function randomSetting(random: () => number): Setting {
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    size: Math.round(random() < 0.5 ? 800 : between(60, 1500)),
    namedShare: between(0.15, 0.5),
    churn: random() < 0.25 ? between(0, 1) : between(1, 30),
    naming: random() < 0.25 ? between(0, 0.002) : between(0.002, 0.02),
    rest: random() < 0.5 ? between(0, 0.012) : between(0.01, 0.08),
  };
}

/** A year of publication moments. Calm weeks, in which nothing hides a change, are as frequent as busy ones. */
export function history(setting: Setting, moments: number, random: () => number): Moment[] {
  const people = Array.from({ length: setting.size }, () => person(setting, random));
  const told: Moment[] = [];
  for (let week = 0; week < moments; week++) {
    const moment = {
      entered: 0,
      left: 0,
      named: {} as Record<string, number>,
      unnamedAgain: {} as Record<string, number>,
    };
    if (week > 0 && random() < 0.6) live(people, setting, random, moment);
    told.push({ ...moment, exact: count(people, moment) });
  }
  return told;
}

function live(people: Person[], setting: Setting, random: () => number, moment: Omit<Moment, "exact">) {
  const times = (mean: number) =>
    Math.round(mean * (random() + random() + (random() < 0.05 ? 8 * random() : 0)));
  for (let i = times(setting.churn / 2); i > 0; i--) {
    const arrival = { ...person(setting, random), named: random() < setting.namedShare * 0.3 };
    if (!arrival.named) moment.entered++;
    people.push(arrival);
  }
  for (let i = Math.min(people.length - 1, times(setting.churn / 2)); i > 0; i--) {
    const [gone] = people.splice(Math.floor(random() * people.length), 1);
    if (gone && !gone.named) moment.left++;
  }
  for (let i = times(setting.naming * people.length); i > 0; i--) {
    const one = people[Math.floor(random() * people.length)];
    if (!one) continue;
    one.named = !one.named;
    for (const key of keysOf(one)) add(one.named ? moment.named : moment.unnamedAgain, key);
  }
}

export function keysOf(person: Person): string[] {
  const cells = Object.entries(person.cells).map(([name, cell]) => `${name}.${cell}`);
  const lines = Object.entries(person.lines).flatMap(([line, holds]) => (holds ? [`ofWhich.${line}`] : []));
  return ["everybody", ...cells, ...lines];
}

const add = (counts: Record<string, number>, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

function person(setting: Setting, random: () => number): Person {
  const pick = (shares: Record<string, number>) => {
    let at = random() * Object.values(shares).reduce((a, b) => a + b, 0);
    for (const [key, share] of Object.entries(shares)) {
      at -= share;
      if (at < 0) return key;
    }
    return Object.keys(shares)[0] ?? "";
  };
  const { rest } = setting;
  const whereabouts = pick({ known: 0.75, unknown: 0.12, notRecorded: rest * 2 });
  return {
    named: random() < setting.namedShare,
    cells: {
      sex: pick({ man: 0.87, woman: 0.13, other: rest / 4, unknown: rest }),
      civilMilitary: pick({ civilian: 0.8, military: 0.2, unknown: rest }),
      convicted: pick({ notConvicted: 0.75, convicted: 0.2, unknown: rest * 3 }),
      nationality: pick({ national: 0.93, dual: 0.03, foreign: 0.06, unknown: rest }),
      whereabouts,
      stateHeld:
        whereabouts === "unknown"
          ? "unknown"
          : (entityCodes[Math.floor(random() ** 3 * entityCodes.length)] ?? "unknown"),
    },
    lines: {
      houseArrest: random() < 0.02,
      releaseOrderedNotExecuted: random() < 0.01,
      sentenceServed: random() < 0.03,
      amnestied: random() < 0.005,
    },
  };
}

function count(people: Person[], moment: Omit<Moment, "exact">): ExactCells {
  const cell = (has: (one: Person) => boolean) => {
    const inside = people.filter(has);
    return { total: inside.length, named: inside.filter((one) => one.named).length };
  };
  const place = (code: string) => ({
    ...cell((one) => one.cells.stateHeld === code),
    movedByPermission:
      (moment.named[`stateHeld.${code}`] ?? 0) - (moment.unnamedAgain[`stateHeld.${code}`] ?? 0),
  });
  const partition = (name: PartitionName) =>
    Object.fromEntries(
      partitionCells[name].map((value) => [value, cell((one) => one.cells[name] === value)]),
    );
  return {
    held: cell(() => true),
    ofWhich: {
      whereaboutsUnknown: cell((one) => one.cells.whereabouts === "unknown"),
      houseArrest: cell((one) => one.lines.houseArrest),
      releaseOrderedNotExecuted: cell((one) => one.lines.releaseOrderedNotExecuted),
      sentenceServed: cell((one) => one.lines.sentenceServed),
      amnestied: cell((one) => one.lines.amnestied),
    },
    partitions: Object.fromEntries(
      Object.keys(layout).map((name) => [name, partition(name as PartitionName)]),
    ) as ExactCells["partitions"],
    ageGroup: null,
    places: {
      stateOfDetention: {},
      stateHeld: Object.fromEntries([...entityCodes, "unknown"].map((code) => [code, place(code)])),
    },
    restricted: 0,
    shortDetentions: 0,
    pending: 0,
  };
}
