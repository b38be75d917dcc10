import type { WrittenCase } from "@/lib/cases/exchange/schema";

const DAY = 86_400_000;
const FIRST = Date.parse("2014-02-12T12:00:00Z");
const LAST = Date.parse("2026-01-15T12:00:00Z");

/** Numbers that look random and are the same on every run. */
function draws(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const iso = (moment: number) => new Date(moment).toISOString();
const entities = [..."ABCDEFGHIJKLMNOPRSTUVWXYZ"].map((letter) => `VE-${letter}`);

/** One invented person with five or six facts over twelve years; about 15 of 100 are held in the middle of January 2026. */
export function inventedCase(n: number): WrittenCase {
  const draw = draws(n * 7919);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  const recent = draw() < 0.13;
  const taken = recent ? LAST - draw() * 500 * DAY : FIRST + draw() * (LAST - FIRST);
  const known = Math.min(taken + (1 + draw() * 20) * DAY, LAST - 2);
  const verified = Math.min(known + draw() * 15 * DAY, LAST - 1);
  const moved = Math.min(taken + (5 + draw() * 60) * DAY, LAST);
  const left = taken + (10 + draw() * (recent ? 9000 : 500)) * DAY;
  const entity = pick(entities);
  const at = (moment: number) => ({ earliest: day(moment), latest: day(moment) });
  const facts: WrittenCase["facts"] = [
    {
      track: "custody",
      state: "apprehended",
      episode: 1,
      effective: at(taken),
      knownFrom: iso(known),
      entity,
      whereabouts: pick(["known", "denied", "not_told_to_family", null]),
      sources: [
        { kind: "relative", origin: "family" },
        { kind: "habeas_corpus", origin: "court" },
      ],
    },
    {
      track: "custody",
      state: "located_contact",
      episode: 1,
      effective: at(moved),
      knownFrom: iso(Math.max(known, Math.min(moved + 3 * DAY, LAST))),
      entity: pick(entities),
    },
    { track: "vetting", state: "verified_political", effective: at(verified), knownFrom: iso(verified) },
    {
      track: "process",
      state: pick(["charged", "convicted", "accused"]),
      effective: at(Math.min(moved + 30 * DAY, LAST)),
      knownFrom: iso(Math.min(moved + 40 * DAY, LAST)),
    },
  ];
  if (left < LAST - 5 * DAY) {
    const out = Math.max(left, moved);
    facts.push({
      track: "custody",
      state: pick(["released_with_measures", "released_full", "released_unspecified"]),
      episode: 1,
      effective: at(out),
      knownFrom: iso(Math.min(Math.max(out + draw() * 30 * DAY, verified), LAST)),
      entity,
    });
  }
  return {
    type: "case",
    key: `bench-${n}`,
    person: {
      givenNames: `Persona ${n}`,
      surnames: "Inventada",
      sex: pick(["woman", "man", "man", "man", "unknown"]),
      birthYear: 1950 + Math.floor(draw() * 57),
      nationality: pick(["national", "national", "national", "dual", "foreign"]),
      civilMilitary: pick(["civilian", "civilian", "civilian", "military_active"]),
      sectors: [pick(["student", "politics", "union", "press"])],
    },
    permissions: [{ purpose: "count", granted: true, knownFrom: iso(known), givenBy: "relative" }],
    facts,
  };
}
