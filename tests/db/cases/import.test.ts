import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { recount } from "@/lib/cases/counting/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
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
/** The second person comes later than the file. */
const later = () => new Date("2026-11-20T13:00:00Z");

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
    await expect(confirmRegistry(ana, batchId, later)).rejects.toMatchObject({ code: "same_person" });
    const twice = await Promise.allSettled([
      confirmRegistry(carmen, batchId, later),
      confirmRegistry(carmen, batchId, later),
    ]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectOracle();
    const again = await stageRegistry(ana, file, { skipBad: false }, clock);
    expect(again).toMatchObject({ confirmed: true, inspection: { already: 150 } });
    const longer = fileOf([header, ...people.map((person, n) => caseOf(person, `k-${n}`))], 2);
    const other = await stageRegistry(ana, longer, { skipBad: false }, clock);
    expect(await confirmRegistry(carmen, other.batchId, later)).toEqual({ cases: 0, already: 150 });
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
});
