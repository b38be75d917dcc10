import { addDays, arrestDay, atHour, daysBetween, FIRST_DAY, LAST_DAY } from "./calendar";
import { beginning, briefly, ending, type Life, meanwhile } from "./custody";
import { inventName } from "./names";
import type { Random } from "./random";
import { document, family, on, type StoryCase, type StoryFact, type StoryPermission } from "./shapes";

/** One invented person, from the day they were taken to the last day of the story. */
export function inventPerson(random: Random, number: number): StoryCase {
  const taken = arrestDay(random);
  const sex = random.weighed([
    ["man", 86],
    ["woman", 13],
    ["unknown", 1],
  ] as const);
  const foreign = random.chance(0.08);
  const minor = random.chance(0.06);
  const military = !minor && !foreign && random.chance(0.13);
  const verified = verifiedOn(random, taken);
  const life: Life = { sex, minor, foreign, military, taken, verified };
  const custody = history(random, life);
  const verdict = random.weighed([
    ["verified_political", 93],
    ["not_confirmed", 3],
    ["arbitrary_not_political", 2],
    ["out_of_scope", 2],
  ] as const);
  return {
    type: "case",
    key: `demo-${String(number).padStart(4, "0")}`,
    person: { ...inventName(random, sex, foreign), ...traits(random, life, number) },
    permissions: permissions(random, life),
    facts: [
      ...custody,
      ...process(random, life, custody),
      ...measures(random, life, custody),
      ...vetting(random, life, verdict),
    ],
  };
}

/** Most are verified within weeks; one of nine families stays silent and comes forward late, many in January 2026. */
function verifiedOn(random: Random, taken: string): string {
  const late = random.chance(0.11);
  const day = late ? addDays("2026-01-08", random.between(0, 18)) : addDays(taken, 5 + random.wait(16));
  const after = day <= taken ? addDays(taken, 6) : day;
  const opened = addDays(FIRST_DAY, 12);
  if (after < opened) return opened;
  return after > LAST_DAY ? LAST_DAY : after;
}

function history(random: Random, life: Life): StoryFact[] {
  if (random.chance(0.02)) return briefly(random, life);
  const facts: StoryFact[] = [];
  let from = life.taken;
  for (let episode = 1; episode <= 3; episode += 1) {
    const start = beginning(random, { ...life, taken: from }, episode);
    const settled = start.at(-1)?.effective.latest ?? from;
    const end = ending(random, life, episode, settled);
    const until = end?.effective.earliest ?? LAST_DAY;
    facts.push(
      ...start,
      ...meanwhile(random, life, episode, settled, until),
      ...(end ? withCorrection(random, end) : []),
    );
    if (!end || end.state === "died_in_custody" || !end.state.startsWith("released") || !random.chance(0.06))
      break;
    from = addDays(end.effective.latest ?? until, 1 + random.wait(40));
    if (from > addDays(LAST_DAY, -4)) break;
  }
  return facts;
}

/** One release date of forty turns out wrong: the correction stands beside the fact it replaces. */
function withCorrection(random: Random, fact: StoryFact): StoryFact[] {
  const learned = addDays(fact.knownFrom.slice(0, 10), 10 + random.wait(12));
  if (!random.chance(0.025) || !fact.effective.latest || learned > LAST_DAY) return [fact];
  const moment = atHour(learned, 11);
  const right = { ...fact, effective: on(addDays(fact.effective.latest, 1)), knownFrom: moment };
  return [{ ...fact, knownTo: moment }, right];
}

function process(random: Random, life: Life, custody: StoryFact[]): StoryFact[] {
  const end = custody.find((fact) => fact.episode === 1 && /^(released|died|left|expelled)/.test(fact.state));
  const until = end?.effective.earliest ?? LAST_DAY;
  const jurisdiction = life.minor ? "adolescent" : life.military ? "military" : "ordinary";
  const steps = [
    ["presented", 3, 0.7],
    ["preventive_detention_ordered", 4, 0.65],
    ["accused", 49, 0.5],
    ["trial", 150, 0.3],
    ["convicted", 260, 0.2],
  ] as const;
  const facts: StoryFact[] = [];
  for (const [state, after, chance] of steps) {
    const day = addDays(life.taken, after + random.between(0, 6));
    if (!random.chance(chance / (facts.length > 2 ? 0.5 : 1)) || day >= until) continue;
    facts.push({
      track: "process",
      state,
      effective: on(day),
      knownFrom: later(life, day),
      jurisdiction,
      sources: [document],
    });
  }
  return facts;
}

function measures(random: Random, life: Life, custody: StoryFact[]): StoryFact[] {
  return custody.flatMap((fact) => {
    if (fact.state !== "released_with_measures" || fact.knownTo) return [];
    const codes = random.chance(0.3) ? ["VE242.3", "VE242.4", "VE-GAG"] : ["VE242.3", "VE242.4"];
    const day = fact.effective.latest ?? LAST_DAY;
    return codes.map(
      (state): StoryFact => ({
        track: "measure",
        state,
        effective: on(day),
        knownFrom: later(life, day),
        basis: state === "VE-GAG" ? "informal_oral" : "written_order",
        ...lifted(random, day),
        sources: [family, document],
      }),
    );
  });
}

/** One measure of eight is lifted by the court some months later. */
function lifted(random: Random, day: string): Pick<StoryFact, "end"> {
  const end = addDays(day, 60 + random.wait(60));
  return random.chance(0.12) && end < LAST_DAY ? { end: on(end) } : {};
}

/** First held as pending, then decided; a few are still waiting on the last day, and one of sixty loses the verdict. */
function vetting(random: Random, life: Life, verdict: string): StoryFact[] {
  const from = addDays(life.verified, -Math.min(4, Math.max(1, daysBetween(life.taken, life.verified))));
  const decided = atHour(life.verified, 18);
  const opened = {
    track: "vetting",
    state: "pending_evaluation",
    effective: on(from),
    knownFrom: atHour(from, 10),
    sources: [],
  } as const;
  if (life.verified >= LAST_DAY || random.chance(0.05)) return [{ ...opened, sources: [] }];
  const settled: StoryFact = {
    track: "vetting",
    state: verdict,
    effective: on(life.verified),
    knownFrom: decided,
    sources: [],
  };
  const reviewed = addDays(life.verified, 60 + random.wait(50));
  if (verdict !== "verified_political" || reviewed > LAST_DAY || !random.chance(0.016))
    return [{ ...opened, knownTo: decided, sources: [] }, settled];
  const moment = atHour(reviewed, 16);
  return [
    { ...opened, knownTo: decided, sources: [] },
    { ...settled, knownTo: moment },
    {
      track: "vetting",
      state: random.pick(["not_confirmed", "merged_duplicate"]),
      effective: on(reviewed),
      knownFrom: moment,
      sources: [],
    },
  ];
}

function later(life: Life, day: string): string {
  const told = day > life.verified ? addDays(day, 1) : life.verified;
  return atHour(told > LAST_DAY ? LAST_DAY : told, 15);
}

function traits(random: Random, life: Life, number: number) {
  const year = Number(life.taken.slice(0, 4));
  const age = life.minor ? random.between(14, 17) : random.between(19, 68);
  const how = random.weighed([
    ["date", 4],
    ["year", 4],
    ["told", 2],
    ["none", 1],
  ] as const);
  const day = `${String(random.between(1, 12)).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`;
  const born = `${year - age - 1}-${day}`;
  const document = `99${String(100000 + number * 7).padStart(6, "0")}`;
  return {
    aliases: [],
    sex: life.sex,
    birthDate: how === "date" ? born : null,
    birthYear: how === "year" ? year - age - (life.minor ? 0 : 1) : null,
    ageAtDetention: how === "told" ? { min: age, max: age } : null,
    nationality: life.foreign
      ? random.pick(["foreign", "dual"])
      : random.chance(0.97)
        ? "national"
        : "unknown",
    civilMilitary: life.military
      ? random.pick(["military_active", "military_active", "military_retired"])
      : random.chance(0.98)
        ? "civilian"
        : "unknown",
    sectors: random.chance(0.5)
      ? [random.pick(["student", "party_member", "election_witness", "unionist", "journalist", "defender"])]
      : [],
    idDocument: random.chance(0.85) ? { kind: life.foreign ? "E" : "V", number: document } : null,
  };
}

/** Every permission there is: counted only, named, shared with bodies, refused, and withdrawn later. */
function permissions(random: Random, life: Life): StoryPermission[] {
  const from = atHour(addDays(life.verified, -1), 9);
  const give = (purpose: string, granted: boolean, until: string | null = null): StoryPermission => ({
    purpose,
    granted,
    knownFrom: from,
    knownTo: until,
    givenBy: "relative",
  });
  const withdrawn = addDays(life.verified, 40 + random.wait(60));
  const ends = withdrawn < LAST_DAY && random.chance(0.02) ? atHour(withdrawn, 12) : null;
  const named = !life.minor && random.chance(0.36);
  return [
    give("store", true),
    give("count", random.chance(0.97), ends),
    ...(named ? [give("name", true, ends)] : []),
    ...(random.chance(0.4) ? [give("un", true), give("iachr", true)] : []),
    ...(random.chance(0.15) ? [give("partners", true)] : []),
    ...(named && random.chance(0.2) ? [give("press", true)] : []),
  ];
}
