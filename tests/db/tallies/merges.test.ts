import { beforeAll, expect, test } from "vitest";
import { recordStanding } from "@/lib/cases/standing/commands";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { tally } from "@/lib/tallies/queries";
import { bringIn } from "../../support/bring-in";
import { type Cast, givenCast } from "../../support/cast";
import { runSequence } from "../../support/merge-sequence";
import type { Twin } from "../../support/merge-words";
import { answer } from "../../support/oracle";
import type { OracleCase, OracleFact } from "../../support/oracle-case";
import { tallyOf } from "../../support/oracle-tally";
import { windowShape } from "../../support/oracle-window";
import { asOwner } from "../../support/owner";

/** `npm run proof:merges` asks for more, and for others. */
const SEQUENCES = Number(process.env.MERGE_SEQUENCES ?? 6);
const SEED = Number(process.env.MERGE_SEED ?? 20260119);
const ALWAYS = "2026-01-13T12:00:00Z";
const timeout = 3 * 3_600_000;

let state = SEED;
/** Less than n, the same for the same seed. */
function chance(n: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
}
let minute = Date.parse("2026-02-01T12:00:00Z");
const clock = () => {
  minute += 60_000;
  const moment = new Date(minute);
  return () => moment;
};

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
}, 60_000);

/** Somebody detained on one day, perhaps released on another: the days of one case of a pair are never those of the other. */
function born(offset: number): OracleCase {
  const on = (n: number) => ({ earliest: `2026-01-0${n}`, latest: `2026-01-0${n}` });
  const known = { knownFrom: ALWAYS, knownTo: null };
  const facts: OracleFact[] = [
    {
      track: "custody",
      state: "apprehended",
      episode: 1,
      effective: on(1 + offset),
      entity: "VE-V",
      ...known,
    },
  ];
  if (chance(2) === 0)
    facts.push({
      track: "custody",
      state: "located_contact",
      episode: 1,
      effective: on(4 + offset),
      entity: "VE-K",
      ...known,
    });
  if (chance(5) === 0)
    facts.push({
      track: "custody",
      state: "released_with_measures",
      episode: 1,
      effective: on(7 + offset),
      ...known,
    });
  const verdict = {
    track: "vetting" as const,
    state: "verified_political",
    effective: { earliest: null, latest: null },
    ...known,
  };
  return {
    person: { sex: "man", birthYear: 1990 },
    permissions: [{ purpose: "count", granted: true, ...known }],
    facts: [...facts, verdict],
  };
}

test("merges and their undoings, with facts and permissions between: every tally at every (at, known) is the oracle's", {
  timeout,
}, async () => {
  const models = Array.from({ length: SEQUENCES * 2 }, (_, n) => born(n % 2));
  const other = { ...cast.carlos };
  await bringIn(
    cast.clara,
    other,
    structuredClone(models).map((one) => ({
      ...one,
      permissions: one.permissions.map((row) => ({ ...row, givenBy: "relative" })),
      facts: one.facts.map((fact) => ({ ...fact, sources: [] })),
    })) as unknown as OracleCase[],
    new Date("2026-01-31T12:00:00Z"),
  );
  const rows = await asOwner<{ id: string; person_id: string; n: number }>(
    "SELECT id, person_id, substr(source_key, 3)::int AS n FROM registry.cases ORDER BY 3",
  );
  const everybody: OracleCase[] = [];
  const moments: number[] = [];
  const all: string[][] = [];
  for (let n = 0; n < SEQUENCES; n++) {
    const twin = async (place: number): Promise<Twin> => {
      const caseId = rows[place]?.id ?? "";
      const who = { report: null, givenBy: "partner", how: "Por videollamada." };
      return {
        caseId,
        holderId: await recordStanding(cast.vera, caseId, who, clock()),
        model: models[place] as OracleCase,
      };
    };
    const [a, b] = [await twin(n * 2), await twin(n * 2 + 1)];
    const ran = await runSequence({ cast, chance, clock }, a, b);
    everybody.push(...ran.people);
    moments.push(...ran.moments);
    all.push(ran.acts);
    const ids = [rows[n * 2]?.person_id, rows[n * 2 + 1]?.person_id];
    await proveOne(ran.people, ids as string[], ran.moments, ran.acts);
  }
  const undone = all.filter((acts) => acts.includes("undo")).length;
  const made = all.filter((acts) => acts.some((act) => act.startsWith("merge"))).length;
  const count = (word: string) => all.flat().filter((act) => act.includes(word)).length;
  console.info(
    `${SEQUENCES} sequences, seed ${SEED}: ${made} merged, ${undone} undone, ${all.flat().length} acts; ` +
      `${count("dead")} deaths known, kin told ${count("tell kin")} times, ${count("merge_kin_untold") + count("merge_death_left")} merges refused for a death`,
  );
  expect(undone).toBeGreaterThan(SEQUENCES / 4);
  for (let n = 0; n < 12; n++) {
    const [t, u] = [
      new Date(`2026-01-${10 + chance(15)}T04:00:00Z`),
      new Date(`2026-01-${25 + chance(6)}T04:00:00Z`),
    ];
    const [kA, kB] = [moments[chance(moments.length)] ?? 0, moments[chance(moments.length)] ?? 0];
    await desk().$transaction(
      async (tx) => {
        const { at: _, known: __, method: ___, ...counted } = await tally(tx, t, new Date(kA));
        expect(counted).toEqual(tallyOf(everybody, t.getTime(), kA));
        const window = await windowBetween(tx, t, u, new Date(kA), new Date(kB));
        expect(window).toMatchObject(windowShape(everybody, t.getTime(), u.getTime(), kA, kB));
        expect(window.reconciliation.residual).toBe(0);
      },
      { timeout: 120_000 },
    );
  }
});

/** Person by person, just before, at and after everything that was said of the two: who is held, counted, and merged. */
async function proveOne(
  people: OracleCase[],
  ids: string[],
  moments: number[],
  acts: string[],
): Promise<void> {
  const [last = minute] = moments.slice(-1);
  for (const moment of [...moments, last + 30_000])
    for (const k of [moment - 1, moment]) {
      const t = Date.parse("2026-01-08T04:00:00Z") + chance(22) * 86_400_000;
      for (const [place, id] of ids.entries()) {
        const found = await asOwner<{ counted: boolean; entity: string }>(
          `SELECT counted, state_held AS entity FROM registry.custody_intervals
           WHERE person_id = $1 AND known @> $2::timestamptz AND during @> $3::timestamptz`,
          [id, new Date(k), new Date(t)],
        );
        const said = answer(people[place] as OracleCase, t, k);
        const where = JSON.stringify({ place, t: new Date(t), k: new Date(k), acts });
        expect(found[0]?.counted ?? false, where).toBe(said.held);
        if (said.held) expect(found[0]?.entity, where).toBe(said.cells.stateHeld);
      }
    }
}
