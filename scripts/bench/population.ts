import type { WrittenCase } from "@/lib/cases/exchange/schema";

const DAY = 86_400_000;
const FIRST = Date.parse("2014-02-12T12:00:00Z");
/** Nothing in the invented registry happened or was known later. */
export const LAST = Date.parse("2026-07-31T12:00:00Z");
/** Nights on which many were taken at once, as a share of a draw: 2014, 2017, 2019, 2024. */
const waves = ["2014-02-20", "2017-04-20", "2019-01-24", "2024-07-30"].map((day) => Date.parse(day));
/** Facts per person, by turns: five on average, so that 200,000 people have exactly 1,000,000. */
const counts = [3, 4, 6, 5, 7, 5, 4, 5, 6, 4, 5, 3, 5, 7, 4, 5, 6, 7, 4, 5];
const entities = [..."ABCDEFGHIJKLMNOPRSTUVWXYZ"].map((letter) => `VE-${letter}`);

type Facts = NonNullable<WrittenCase["facts"]>;
type Draw = () => number;

/** Numbers that look random and are the same on every run. */
function draws(seed: number): Draw {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
const day = (moment: number) => new Date(Math.min(moment, LAST)).toISOString().slice(0, 10);
const iso = (moment: number) => new Date(Math.min(moment, LAST)).toISOString();
const on = (moment: number) => ({ earliest: day(moment), latest: day(moment) });

/**
 * One invented person: taken on an ordinary day or in a wave, most for months, some for years, some for a night; known days or
 * months late. Corrections, second detentions, measures, verdicts that were no, permissions taken back and cases that still wait
 * occur in every hundred. Of 200,000 about 30,000 are held at any one moment.
 */
export function inventedCase(n: number): WrittenCase {
  const draw = draws(n * 7919);
  const taken =
    draw() < 0.3 ? pick(draw, waves) + draw() * draw() * 60 * DAY : FIRST + draw() * (LAST - 5 * DAY - FIRST);
  const known = taken + (0.5 + draw() * draw() * 60) * DAY;
  const room = counts[n % counts.length] ?? 5;
  const facts: Facts = [...lives(draw, taken, known, room - 1), verdict(draw, known)];
  for (let at = taken + 10 * DAY; facts.length < room; at += 20 * DAY) facts.push(filler(draw, at, known));
  return {
    type: "case",
    key: `bench-${n}`,
    person: {
      givenNames: `Persona ${n}`,
      surnames: "Inventada",
      sex: pick(draw, ["woman", "man", "man", "man", "unknown"]),
      birthYear: 1950 + Math.floor(draw() * 57),
      nationality: pick(draw, ["national", "national", "national", "dual", "foreign"]),
      civilMilitary: pick(draw, ["civilian", "civilian", "civilian", "military_active"]),
      sectors: [pick(draw, ["student", "politics", "union", "press"])],
    },
    permissions: permissions(draw, known),
    facts,
  };
}

/** Custody facts and the measures that followed, at most `room` of them. */
function lives(draw: Draw, begun: number, learned: number, room: number): Facts {
  const facts: Facts = [];
  const entity = pick(draw, entities);
  let [taken, known] = [begun, learned];
  for (let episode = 1; facts.length < room && taken < LAST - DAY; episode++) {
    facts.push(...apprehended(draw, taken, known, { episode, entity }, room - facts.length));
    const left = taken + stayOf(draw);
    const moved = taken + (1 + draw() * 40) * DAY;
    if (facts.length + 1 < room && moved < Math.min(left, LAST) && draw() < 0.7) {
      const state = pick(draw, [
        "located_contact",
        "located_incommunicado",
        "house_arrest",
        "hospital_custody",
      ]);
      const place = state === "located_contact" ? { facility: null } : {};
      const knownFrom = iso(Math.max(known, moved + 3 * DAY));
      facts.push({
        track: "custody",
        state,
        episode,
        effective: on(moved),
        knownFrom,
        entity: pick(draw, entities),
        ...place,
      });
    }
    if (left >= LAST - DAY || facts.length >= room) return facts;
    const out = pick(draw, draw() < 0.97 ? releases : otherExits);
    const told = Math.max(left + draw() * draw() * 40 * DAY, known);
    facts.push({ track: "custody", state: out, episode, effective: on(left), knownFrom: iso(told), entity });
    if (out === "released_with_measures" && facts.length < room && draw() < 0.6) {
      const end = draw() < 0.4 ? { end: on(left + draw() * 400 * DAY) } : {};
      facts.push({
        track: "measure",
        state: "VE242.3",
        episode,
        effective: on(left),
        knownFrom: iso(told),
        ...end,
      });
    }
    if (out === "died_in_custody" || draw() > 0.12) return facts;
    taken = left + (20 + draw() * 700) * DAY;
    known = Math.max(told, taken + draw() * 20 * DAY);
  }
  return facts;
}

const releases = [
  "released_with_measures",
  "released_with_measures",
  "released_full",
  "released_unspecified",
] as const;
const otherExits = [
  "died_in_custody",
  "left_without_release",
  "expelled_deported",
  "released_expelled",
] as const;

/** Two thirds for years, a quarter for weeks, the rest less than two days. */
function stayOf(draw: Draw): number {
  const kind = draw();
  if (kind < 0.08) return draw() * 1.5 * DAY;
  const mean = kind < 0.33 ? 25 : 960;
  return (2 + mean * -Math.log(1 - draw())) * DAY;
}

/** The first fact of an episode; in eight of a hundred its date was corrected later, and both are kept. */
function apprehended(
  draw: Draw,
  taken: number,
  known: number,
  where: { episode: number; entity: string },
  room: number,
): Facts {
  const said = {
    track: "custody" as const,
    state: "apprehended" as const,
    ...where,
    whereabouts: pick(draw, ["known", "known", "denied", "not_told_to_family", null] as const),
    sources: [
      { kind: "relative", origin: "family" },
      { kind: "habeas_corpus", origin: "court" },
    ],
  };
  const corrected = known + (5 + draw() * 200) * DAY;
  if (draw() > 0.08 || room < 3 || corrected > LAST - DAY)
    return [{ ...said, effective: on(taken), knownFrom: iso(known) }];
  const first = { ...said, effective: on(taken - 2 * DAY), knownFrom: iso(known), knownTo: iso(corrected) };
  return [first, { ...said, effective: on(taken), knownFrom: iso(corrected) }];
}

function verdict(draw: Draw, known: number): Facts[number] {
  const kind = draw();
  const state =
    kind < 0.03
      ? "pending_evaluation"
      : kind < 0.05
        ? "not_confirmed"
        : kind < 0.07
          ? "arbitrary_not_political"
          : kind < 0.08
            ? "merged_duplicate"
            : "verified_political";
  const at = known + draw() * draw() * 40 * DAY;
  return { track: "vetting", state, effective: on(at), knownFrom: iso(at) };
}

/** Acts of a process and of a family that seeks: what most cases have most of. */
function filler(draw: Draw, at: number, known: number): Facts[number] {
  const moment = Math.min(at, LAST);
  const knownFrom = iso(Math.max(known, moment + 5 * DAY));
  if (draw() < 0.35) {
    const state = pick(draw, ["visit", "visit_denied", "information_denied", "habeas_corpus"]);
    return { track: "remedy", state, effective: on(moment), knownFrom };
  }
  const state = pick(draw, ["presented", "preventive_detention_ordered", "charged", "accused", "convicted"]);
  return { track: "process", state, effective: on(moment), knownFrom };
}

/** Ninety-six of a hundred are counted; of the rest half took it back. Three of ten may be named. */
function permissions(draw: Draw, known: number): NonNullable<WrittenCase["permissions"]> {
  const kind = draw();
  const givenBy = "relative";
  const back = iso(known + draw() * 500 * DAY);
  const name =
    draw() < 0.3 ? [{ purpose: "name" as const, granted: true, knownFrom: iso(known), givenBy }] : [];
  const store = { purpose: "store" as const, granted: true, knownFrom: iso(known), givenBy };
  if (kind < 0.02) return [store, { purpose: "count", granted: false, knownFrom: iso(known), givenBy }];
  if (kind < 0.04) {
    return [
      store,
      { purpose: "count", granted: true, knownFrom: iso(known), knownTo: back, givenBy },
      { purpose: "count", granted: false, knownFrom: back, givenBy },
    ];
  }
  return [store, { purpose: "count", granted: true, knownFrom: iso(known), givenBy }, ...name];
}
