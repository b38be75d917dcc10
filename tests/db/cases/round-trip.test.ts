import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { recount } from "@/lib/cases/counting/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { exportRegistry } from "@/lib/cases/exchange/exporting/commands";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { tellKin } from "@/lib/cases/kin/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { series, tally } from "@/lib/tallies/queries";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import { asOwner } from "@/tests/support/owner";
import { inAnotherRegistry } from "@/tests/support/second-database";
import { inventedTeam } from "@/tests/support/team";

let ana: StaffActor;
let carmen: StaffActor;
const at = (text: string) => () => new Date(text);
const imported = at("2026-05-01T12:00:00Z");
const again = at("2026-05-02T12:00:00Z");
const acted = at("2026-05-10T12:00:00Z");
const now = at("2026-11-20T12:00:00Z");

beforeAll(async () => {
  const member = await inventedTeam();
  ana = member("ana", "coordinator");
  carmen = member("carmen", "coordinator");
});

const fileOf = (texts: string[]): RegistryFile => ({
  sha256: new Uint8Array(createHash("sha256").update(texts.join("\n")).digest()),
  async *lines() {
    for (const [index, text] of texts.entries()) yield { line: index + 1, text };
  },
});

async function bringIn(texts: string[], clock: () => Date): Promise<void> {
  const { batchId } = await stageRegistry(ana, fileOf(texts), { skipBad: false }, clock);
  await confirmRegistry(carmen, batchId, clock);
}

async function takeOut(): Promise<{ lines: string[]; correctedTraits: number }> {
  const lines: string[] = [];
  const write = async (line: string) => void lines.push(line);
  const { correctedTraits } = await exportRegistry(
    ana,
    { source: "here", plain: true, second: carmen },
    now,
    write,
  );
  return { lines, correctedTraits };
}

/** What histories of counting leave out: remedies, proceedings, codes of no vocabulary, documents, sources, many purposes. */
const dressed = fc.tuple(anyPerson, fc.nat(4)).map(([{ person, permissions, facts }, n]) => ({
  person: {
    givenNames: "Persona",
    surnames: `Inventada ${n}`,
    aliases: ["La Ñ", '"Cheo"'].slice(0, n % 3),
    sectors: ["student", "press, radio"].slice(0, n % 3),
    idDocument: [
      null,
      { kind: "V", number: "99.100.101" },
      { kind: "passport", number: "X99123", country: "CO" },
    ][n % 3],
    ...person,
  },
  permissions: [
    ...permissions.map((row) => ({ ...row, givenBy: "relative" })),
    { purpose: "press", granted: n % 2 === 0, knownFrom: "2016-05-01T00:00:00Z" },
  ],
  facts: [
    ...facts.map((fact, place) => ({
      ...fact,
      ...(fact.track === "custody"
        ? { facility: ["Sótano 2", "VE-FAC-1", null][place % 3], forces: ["PNB", "otros"] }
        : {}),
      ...(fact.track === "process" ? { jurisdiction: "military" } : {}),
      ...(fact.track === "measure" ? { basis: "informal_oral" } : {}),
      sources: [
        { kind: "relative", origin: "family" },
        { kind: "press", origin: "press" },
      ].slice(0, place % 3),
    })),
    {
      track: "remedy",
      state: "habeas_corpus",
      effective: { earliest: "2016-05-01", latest: null },
      knownFrom: "2016-05-02T00:00:00Z",
      authority: "Tribunal 1.º",
      result: "negado",
    },
  ],
}));

function written(history: "keep" | "now", people: object[], source: string): string[] {
  const header = { type: "registry", version: 1, source, exportedAt: "2026-04-01T00:00:00Z", history };
  return [header, ...people.map((person, n) => ({ type: "case", key: `k-${n}`, ...person }))].map((line) =>
    JSON.stringify(line),
  );
}

/** What a desk does to cases in a month: corrections, retractions, a death that waits and one that was told, answers withdrawn. */
async function liveOn(): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const tried = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
      done[what] = (done[what] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const cases = await asOwner<{ id: string; person_id: string; fact: string }>(
    `SELECT c.id, c.person_id, (SELECT f.id FROM registry.facts f WHERE f.case_id = c.id AND f.track = 'custody' AND f.known_to IS NULL
      ORDER BY f.position DESC LIMIT 1) AS fact FROM registry.cases c ORDER BY c.id LIMIT 60`,
  );
  const custody = (state: string, day: string) =>
    ({ track: "custody", state, episode: 1, effective: { earliest: day, latest: day } }) as WrittenFact;
  for (const [n, { id, person_id, fact }] of cases.entries()) {
    if (!fact) continue;
    if (n % 4 === 0)
      await tried("corrected", async () => {
        const input = custody("located_contact", "2026-02-27");
        await confirmFact(carmen, await supersedeFact(ana, fact, input, "otra fecha", acted), acted);
      });
    if (n % 4 === 1)
      await tried("retracted", async () =>
        confirmRetraction(carmen, await proposeRetraction(ana, fact, "era otra persona", acted), acted),
      );
    if (n % 4 === 2)
      await tried("waiting", () => recordFact(ana, id, custody("died_in_custody", "2026-05-09"), acted));
    if (n % 4 === 2 && n % 8 === 2)
      await tried("told", async () => {
        await tellKin(carmen, id, acted);
        const [death] = await asOwner<{ id: string }>(
          "SELECT id FROM registry.facts WHERE case_id = $1 AND state = 'died_in_custody' AND known_from IS NULL",
          [id],
        );
        await confirmFact(carmen, death?.id ?? "", acted);
      });
    if (n % 4 === 3)
      await tried("answered", () =>
        desk().$transaction(async (tx) => {
          for (const standing of [false, n % 8 === 3])
            await insertPermission(
              tx,
              ana,
              id,
              {
                purpose: "count",
                granted: n % 8 === 7,
                givenBy: standing ? "lawyer" : "neighbour",
                standing,
                textVersion: null,
              } as never,
              acted(),
            );
          await recount(tx, [person_id]);
          await record(tx, ana, "permission.recorded", { why: "count" }, acted());
        }),
      );
  }
  return done;
}

const moments = [
  ...new Set([
    ...fc.sample(anyMoment, { numRuns: 40, seed: 3 }),
    imported().getTime(),
    again().getTime() + 1,
    acted().getTime(),
    now().getTime(),
  ]),
];

/** Answers to everything a registry can be asked, over and again. */
async function answers(): Promise<unknown[]> {
  const told: unknown[] = [];
  const moment = (n: number) => new Date(moments[n % moments.length] ?? 0);
  for (let n = 0; n < moments.length; n++) {
    told.push(await tally(desk(), moment(n), moment(n * 7 + 3)));
    const [a, b] = [moment(n), moment(n * 5 + 1)].sort((one, other) => one.getTime() - other.getTime());
    const [kA, kB] = [moment(n * 3 + 2), moment(n * 11 + 5)].sort(
      (one, other) => one.getTime() - other.getTime(),
    );
    if (a && b) told.push(await windowBetween(desk(), a, b, kA, kB));
  }
  for (const known of [imported(), acted(), now()])
    told.push(
      await series(
        desk(),
        moments.map((one) => new Date(one)),
        known,
      ),
    );
  return told;
}

/** An export without what each registry draws for itself. */
const canonical = (lines: string[]) =>
  lines.slice(1).map((text) => {
    const { key: _, ...line } = JSON.parse(text);
    return line;
  });

it("what is exported and imported into an empty registry answers every question alike, and exports as the same file", async () => {
  const warnings: string[] = [];
  process.on("warning", (warning) => warnings.push(warning.message));
  const people = fc.sample(dressed, { numRuns: 160, seed: 12 });
  await bringIn(written("keep", people.slice(0, 120), "there"), imported);
  await bringIn(written("now", people.slice(120), "elsewhere"), again);
  const done = await liveOn();
  for (const what of ["corrected", "retracted", "waiting", "told", "answered"])
    expect(done[what], what).toBeGreaterThan(1);
  const first = await takeOut();
  const told = await answers();
  expect(first.lines).toHaveLength(161);
  expect(first.correctedTraits).toBe(0);
  await inAnotherRegistry(async () => {
    await bringIn(first.lines, now);
    expect(await answers()).toEqual(told);
    const second = await takeOut();
    expect(canonical(second.lines)).toEqual(canonical(first.lines));
  });
  expect(told.filter((one) => (one as { held?: { total: number } }).held?.total).length).toBeGreaterThan(20);
  expect(warnings.filter((text) => text.includes("client.query"))).toEqual([]);
}, 120_000);

it("tells of how many the traits were corrected, which a file of one set cannot bear", async () => {
  const [someone] = await asOwner<{ person_id: string; sex: string }>(
    "SELECT person_id, sex FROM registry.traits LIMIT 1",
  );
  await asOwner(
    `INSERT INTO registry.traits (id, person_id, known_from, sex, nationality, civil_military, sectors, recorded_by, confirmed_by)
     VALUES ($1, $2, '2026-06-01', $3, 'dual', 'military_active', '{}', 'ana', 'carmen')`,
    [newId(), someone?.person_id, someone?.sex === "woman" ? "man" : "woman"],
  );
  expect((await takeOut()).correctedTraits).toBe(1);
});
