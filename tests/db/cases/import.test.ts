import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { recount } from "@/lib/cases/counting/commands";
import { confirmRegistry, inspectRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { tally } from "@/lib/tallies/queries";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { tallyOf, windowOf } from "@/tests/support/oracle-tally";
import { asOwner } from "@/tests/support/owner";
import { inventedTeam } from "@/tests/support/team";

let ana: StaffActor;
let carmen: StaffActor;
const clock = () => new Date("2026-11-20T12:00:00Z");

beforeAll(async () => {
  const member = await inventedTeam();
  ana = member("ana", "coordinator");
  carmen = member("carmen", "coordinator");
});

const header = {
  type: "registry",
  version: 1,
  source: "org-1",
  exportedAt: "2026-02-01T00:00:00Z",
  history: "keep",
};

function fileOf(lines: (object | string)[], seed = 1): RegistryFile {
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  return {
    sha256: new Uint8Array(32).fill(seed),
    async *lines() {
      for (const [index, text] of texts.entries()) yield { line: index + 1, text };
    },
  };
}

const caseOf = (person: OracleCase, key: string) => ({
  type: "case",
  key,
  ...person,
  person: { givenNames: "Persona", surnames: `Inventada ${key}`, ...person.person },
});

const people: OracleCase[] = fc.sample(anyPerson, { numRuns: 150, seed: 19 });
const moments = fc.sample(anyMoment, { numRuns: 60, seed: 8 });

async function expectOracle(): Promise<void> {
  for (let n = 0; n < 12; n++) {
    const [t = 0, k = 0] = [moments[n], moments[n + 20]];
    const { at: _, known: __, method: ___, ...counted } = await tally(desk(), new Date(t), new Date(k));
    expect(counted).toEqual(tallyOf(people, t, k));
    const [a, b] = [Math.min(t, k), Math.max(t, k)];
    const { opening, closing } = windowOf(people, a, b, a, b);
    const { reconciliation } = await windowBetween(desk(), new Date(a), new Date(b));
    expect(reconciliation).toMatchObject({ opening, closing, residual: 0 });
  }
}

describe("a registry file", () => {
  it("counts nowhere while staged, and as the oracle counts it once a second person confirms; twice changes nothing", async () => {
    const file = fileOf([header, ...people.map((person, n) => caseOf(person, `k-${n}`))]);
    const { batchId, inspection } = await stageRegistry(ana, file, { skipBad: false }, clock);
    expect(inspection).toMatchObject({ problems: [], cases: 150, already: 0 });
    expect((await tally(desk(), clock(), clock())).held.total).toBe(0);
    const [sealed] = await asOwner<{ n: string }>(
      "SELECT count(*) AS n FROM registry.import_lines WHERE position('Inventada'::bytea IN sealed) > 0",
    );
    expect(sealed?.n).toBe("0");
    await expect(confirmRegistry(ana, batchId, clock)).rejects.toMatchObject({ code: "same_person" });
    const twice = await Promise.allSettled([
      confirmRegistry(carmen, batchId, clock),
      confirmRegistry(carmen, batchId, clock),
    ]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectOracle();
    const again = await stageRegistry(ana, file, { skipBad: false }, clock);
    expect(again).toMatchObject({ confirmed: true, inspection: { already: 150 } });
    const longer = fileOf([header, ...people.map((person, n) => caseOf(person, `k-${n}`))], 2);
    const other = await stageRegistry(ana, longer, { skipBad: false }, clock);
    expect(await confirmRegistry(carmen, other.batchId, clock)).toEqual({ cases: 0, already: 150 });
    await expectOracle();
  }, 120_000);

  it("derives the same rows as a recount from the stored facts", async () => {
    const rows = () =>
      asOwner(`SELECT person_id, episode, known, during, state, held, counted, verified, permitted, merged, restricted, age_group,
        convicted, whereabouts, state_held FROM registry.custody_intervals ORDER BY person_id, known, during`);
    const before = await rows();
    const ids = await asOwner<{ id: string }>("SELECT id FROM registry.people");
    await desk().$transaction(
      (tx) =>
        recount(
          tx,
          ids.map((row) => row.id),
        ),
      { timeout: 60_000 },
    );
    expect(before.length).toBeGreaterThan(500);
    expect(await rows()).toEqual(before);
  });

  it("with one bad line writes nothing, and names every bad line", async () => {
    const good = caseOf(people[0] as OracleCase, "n-1");
    const fact = (more: object) => ({
      track: "custody",
      state: "apprehended",
      episode: 1,
      effective: { earliest: "2026-01-02", latest: "2026-01-02" },
      knownFrom: "2026-01-03T00:00:00Z",
      ...more,
    });
    const bad = (facts: object[], more: object = {}) => ({
      ...good,
      key: `b-${JSON.stringify(facts).length}`,
      facts,
      ...more,
    });
    const lines: [object | string, RegExp][] = [
      ["{", /not_json/],
      ["null", /not_json/],
      [{ ...good, key: "n-1" }, /key_twice/],
      [{ ...good, surprise: 1 }, /surprise/],
      [bad([fact({ state: "free" })]), /Invalid option/],
      [bad([fact({ episode: undefined })]), /Invalid input/],
      [bad([fact({ effective: { earliest: "2026-01-03", latest: "2026-01-02" } })]), /bounds_reversed/],
      [bad([fact({ effective: { earliest: "2026-02-30", latest: null } })]), /not_a_date/],
      [bad([fact({ effective: { earliest: "2026-01-02T10:00:00", latest: null } })]), /not_a_date/],
      [bad([fact({ knownFrom: "yesterday" })]), /not_a_moment/],
      [bad([fact({ knownFrom: undefined })]), /known_from_missing/],
      [bad([fact({ knownFrom: "2027-01-01T00:00:00Z" })]), /known_in_the_future/],
      [bad([fact({ knownTo: "2026-01-01T00:00:00Z" })]), /known_to_before_from/],
      [bad([fact({ entity: "VE-Q" })]), /unknown_entity/],
      [
        bad([fact({}), fact({ state: "released_full" }), fact({ state: "located_contact" })]),
        /held_after_release: facts\[1\]/,
      ],
      [bad([fact({ state: "died_in_custody" }), fact({ episode: 2 })]), /nothing_after_death/],
      [bad([fact({}), fact({ episode: 2 })]), /episode_still_open/],
      [
        bad([
          fact({}),
          fact({ state: "released_full", effective: { earliest: null, latest: "2026-01-01T10:00:00Z" } }),
        ]),
        /facts_out_of_order/,
      ],
      [
        bad([
          fact({}),
          fact({ state: "released_full", effective: { earliest: "2026-01-01", latest: "2026-01-01" } }),
        ]),
        /facts_out_of_order/,
      ],
      [bad([], { person: { givenNames: "Sin", surnames: "" } }), /Too small/],
      [
        bad([], { person: { ...good.person, idDocument: { kind: "passport", number: "X1234567" } } }),
        /country_missing/,
      ],
    ];
    const file = fileOf([{ ...header, source: "org-2" }, good, ...lines.map(([line]) => line)], 3);
    const inspection = await inspectRegistry(ana, file, clock);
    lines.forEach(([, why], index) => {
      const found = inspection.problems.filter((problem) => problem.line === index + 3);
      expect(found.map((problem) => `${problem.where} ${problem.why}`).join("; ")).toMatch(why);
    });
    const before = await asOwner("SELECT count(*) FROM registry.import_batches");
    await expect(stageRegistry(ana, file, { skipBad: false }, clock)).rejects.toMatchObject({
      code: "file_invalid",
    });
    expect(await asOwner("SELECT count(*) FROM registry.import_batches")).toEqual(before);
    const { batchId } = await stageRegistry(ana, file, { skipBad: true }, clock);
    expect(await confirmRegistry(carmen, batchId, clock)).toEqual({ cases: 1, already: 0 });
  });
});
