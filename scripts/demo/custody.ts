import { addDays, atHour, daysBetween, LAST_DAY, releaseDayAfter } from "./calendar";
import { entities, forces, prisons, sitesOf, womensPrisons } from "./places";
import type { Random } from "./random";
import { court, document, family, lawyer, on, press, type StoryFact } from "./shapes";

/** What the story knows of the person when it decides what happens to them. */
export interface Life {
  sex: string;
  minor: boolean;
  foreign: boolean;
  military: boolean;
  taken: string;
  /** Day the registry held the beginning as verified. */
  verified: string;
}

/** When something that happened on a day became known: never before the person was verified. */
const knownOn = (random: Random, life: Life, day: string): string => {
  const told = addDays(
    day,
    random.weighed([
      [0, 5],
      [1, 3],
      [3, 2],
      [9, 1],
    ]),
  );
  const known = told > life.verified ? told : life.verified;
  return atHour(known > LAST_DAY ? LAST_DAY : known, random.between(8, 17), random.between(0, 59));
};

/** The taking itself, and what the family was told. One of nine is a disappearance at first. */
export function beginning(random: Random, life: Life, episode: number): StoryFact[] {
  const entity = random.weighed(entities);
  const gone = random.chance(0.11);
  const told = random.weighed([
    ["not_told_to_family", 2],
    ["denied", 1],
    [undefined, 6],
  ] as const);
  const vague = random.chance(0.12);
  const taken: StoryFact = {
    track: "custody",
    state: gone ? "whereabouts_concealed" : "apprehended",
    episode,
    effective: vague ? { earliest: life.taken, latest: addDays(life.taken, 2) } : on(life.taken),
    knownFrom: knownOn(random, life, life.taken),
    entity,
    facility: gone || told ? null : (sitesOf(entity)[0] ?? null),
    forces: [random.weighed(forces)],
    sources: gone ? [family, court] : [family, random.pick([lawyer, press, document])],
    ...(gone || !told ? {} : { whereabouts: told }),
  };
  if (!gone && !told) return [taken];
  const found = addDays(life.taken, 3 + random.wait(gone ? 20 : 6));
  // Some are never found: the vigil of those families goes on to the last day.
  if (found > LAST_DAY || random.chance(gone ? 0.35 : 0.12)) return [taken];
  return [taken, located(random, life, episode, addDays(found, 2))];
}

function located(random: Random, life: Life, episode: number, day: string): StoryFact {
  const [facility, entity] = life.sex === "woman" ? random.pick(womensPrisons) : random.pick(prisons);
  return {
    track: "custody",
    state: random.chance(0.3) ? "located_incommunicado" : "located_contact",
    episode,
    effective: on(day),
    knownFrom: knownOn(random, life, day),
    entity,
    facility,
    sources: [family, lawyer],
  };
}

/** Transfers, hospital, house arrest, an order nobody carries out: what may come while held. */
export function meanwhile(
  random: Random,
  life: Life,
  episode: number,
  from: string,
  until: string,
): StoryFact[] {
  const facts: StoryFact[] = [];
  let day = addDays(from, 8 + random.wait(25));
  for (const [chance, state] of [
    [0.45, "located_contact"],
    [0.04, "hospital_custody"],
    [0.05, "house_arrest"],
    [0.04, "release_ordered_not_executed"],
  ] as const) {
    if (!random.chance(chance) || daysBetween(day, until) < 4) continue;
    facts.push({ ...located(random, life, episode, day), state });
    day = addDays(day, 5 + random.wait(30));
  }
  return facts;
}

/** How this detention ends, or null when it has not. Release is not freedom: most leave under measures. */
export function ending(random: Random, life: Life, episode: number, from: string): StoryFact | null {
  if (random.chance(0.007)) {
    const day = addDays(from, 30 + random.wait(80));
    return day > LAST_DAY ? null : out(random, life, episode, "died_in_custody", day);
  }
  if (!random.chance(life.minor ? 0.96 : 0.62)) return null;
  const day = releaseDayAfter(random, from);
  if (!day) return null;
  const state = random.weighed([
    ["released_with_measures", 66],
    ["released_unspecified", 20],
    ["released_full", 7],
    [life.foreign ? "released_expelled" : "released_unspecified", 5],
    ["left_without_release", 1],
  ] as const);
  return out(random, life, episode, state, day);
}

function out(random: Random, life: Life, episode: number, state: string, day: string): StoryFact {
  return {
    track: "custody",
    state,
    episode,
    effective: random.chance(0.08) ? { earliest: day, latest: addDays(day, 2) } : on(day),
    knownFrom: knownOn(random, life, day),
    sources: [family, random.pick([lawyer, document, press])],
  };
}

/** Taken and let go the same day: a short detention, in no stock and no release. */
export function briefly(random: Random, life: Life): StoryFact[] {
  const [taken] = beginning(random, life, 1);
  if (!taken) return [];
  const { whereabouts: _told, ...known } = taken;
  const gone = out(random, life, 1, "released_unspecified", life.taken);
  return [
    { ...known, state: "apprehended", effective: on(life.taken) },
    { ...gone, effective: on(life.taken) },
  ];
}
