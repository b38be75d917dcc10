import { disclose, drawOffsets } from "@/lib/balances/disclosure/rules";
import type { ExactCells, Floors, Offsets } from "@/lib/balances/disclosure/schema";
import type { PrintedTally } from "@/lib/balances/schema";
import { method } from "@/lib/cases/counting/method/schema";
import { change, countPeople, type Exact, keysOf, type Person, person, type Setting } from "./people";

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

/** One publication moment of an invented population, with what anybody can see beside the printed numbers. */
export interface Moment {
  weekly: boolean;
  exact: Exact;
  /** Unnamed people who came and went since the moment before: national, exact by decision. */
  entered: number;
  left: number;
  /** By cell, people who stayed while their page went (positive) or came (negative): whoever reads the pages knows these. */
  unnamedAgain: Record<string, number>;
}

export interface History {
  moments: Moment[];
  /** The unnamed of whom nothing was ever seen: by cell, all of them and those the attacker planted. */
  silent: Record<string, number>;
  planted: Record<string, number>;
  /** Everybody at some of the moments, for the checks on permissions. */
  snapshots: { at: number; people: Person[] }[];
}

/** Weekly moments with partial ones between, in quiet weeks and on nights of releases, campaigns for names and late imports. */
export function history(setting: Setting, weeks: number, random: () => number): History {
  const people = Array.from({ length: setting.size }, () => person(setting, random));
  const unnoticed = people.filter((one) => !one.named);
  for (const one of unnoticed.slice(0, setting.planted)) one.planted = true;
  const told: History = { moments: [], silent: {}, planted: {}, snapshots: [] };
  let since = empty();
  const publish = (weekly: boolean) => {
    const moved = Object.fromEntries(Object.entries(since.unnamedAgain).map(([key, n]) => [key, -n]));
    told.moments.push({ ...since, weekly, exact: countPeople(people, moved) });
    if (random() < 0.15) told.snapshots.push({ at: told.moments.length - 1, people: copyOf(people) });
    since = empty();
  };
  publish(true);
  for (let week = 1; week < weeks; week++) {
    if (random() < 0.6) {
      live(people, setting, random, since, 0.5);
      if (random() < 0.3) release(people, random, since);
      if (since.entered + since.left >= method.leastChanges) publish(false);
    }
    if (random() < 0.7) live(people, setting, random, since, 1);
    if (random() < 0.04) campaign(people, random, since);
    if (random() < 0.03) arrive(people, setting, random, since, 5 + Math.floor(random() * 40));
    publish(true);
  }
  for (const one of people) {
    if (one.noticed || one.named) continue;
    for (const key of keysOf(one)) {
      told.silent[key] = (told.silent[key] ?? 0) + 1;
      if (one.planted) told.planted[key] = (told.planted[key] ?? 0) + 1;
    }
  }
  return told;
}

export const copyOf = (people: Person[]): Person[] =>
  people.map((one) => ({ ...one, cells: { ...one.cells }, lines: [...one.lines] }));

type Since = Pick<Moment, "entered" | "left" | "unnamedAgain">;
const empty = (): Since => ({ entered: 0, left: 0, unnamedAgain: {} });

function live(people: Person[], setting: Setting, random: () => number, since: Since, span: number) {
  const times = (share: number) => {
    const mean = share * people.length * span * (random() + random());
    return Math.floor(mean) + (random() < mean % 1 ? 1 : 0);
  };
  arrive(people, setting, random, since, times(setting.churn / 2));
  leave(people, random, since, times(setting.churn / 2));
  for (let i = times(setting.churn / 2); i > 0; i--) {
    const one = people[Math.floor(random() * people.length)];
    if (!one || one.planted) continue;
    one.noticed = true;
    change(one, random);
  }
  for (let i = times(setting.naming); i > 0; i--) rename(people[Math.floor(random() * people.length)], since);
}

function arrive(people: Person[], setting: Setting, random: () => number, since: Since, count: number) {
  for (let i = 0; i < count; i++) {
    const one = { ...person(setting, random), named: random() < setting.namedShare * 0.3, noticed: true };
    if (!one.named) since.entered++;
    people.push(one);
  }
}

function leave(people: Person[], random: () => number, since: Since, count: number) {
  for (let i = 0; i < count && people.length > 30; i++) {
    const [gone] = people.splice(Math.floor(random() * people.length), 1);
    if (gone && !gone.named) since.left++;
  }
}

const release = (people: Person[], random: () => number, since: Since) =>
  leave(people, random, since, 5 + Math.floor(people.length * random() ** 3 * 0.2));

/** Most families of one cell publish a name together, or take it back: the worst that permissions do to a small number. */
function campaign(people: Person[], random: () => number, since: Since) {
  const keys = people[Math.floor(random() * people.length)];
  if (!keys) return;
  const own = keysOf(keys).slice(1);
  const key = own[Math.floor(random() * own.length)] ?? "";
  const give = random() < 0.6;
  const share = random();
  for (const one of people)
    if (one.named !== give && keysOf(one).includes(key) && random() < share) rename(one, since);
}

function rename(one: Person | undefined, since: Since) {
  if (!one || one.planted) return;
  one.named = !one.named;
  one.noticed = true;
  for (const key of keysOf(one))
    since.unnamedAgain[key] = (since.unnamedAgain[key] ?? 0) + (one.named ? -1 : 1);
}

export interface Published {
  offsets: Offsets;
  printed: PrintedTally[];
  /** What the rule remembered after each moment. */
  floors: Floors[];
}

/** What the rule prints of these moments, with secrets drawn for this installation. */
export function publish(moments: Moment[], random: () => number): Published {
  const first = moments[0];
  if (!first) throw new Error("nothing to publish");
  return publishWith(
    moments,
    drawOffsets(first.exact, {}, (sides) => Math.floor(random() * sides)),
  );
}

export function publishWith(moments: { exact: ExactCells }[], offsets: Offsets): Published {
  const printed: PrintedTally[] = [];
  const floors: Floors[] = [];
  for (const { exact } of moments) {
    const step = disclose(exact, offsets, floors.at(-1) ?? {});
    printed.push(step.printed);
    floors.push(step.floors);
  }
  return { offsets, printed, floors };
}
