import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { exportRegistry } from "@/lib/cases/exchange/exporting/commands";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { readCase } from "@/lib/cases/exchange/lines/rules";
import { desk } from "@/lib/db/desk";
import { anyPerson } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { tallyOf } from "@/tests/support/oracle-tally";
import { inventedTeam } from "@/tests/support/team";

let ana: StaffActor;
let carmen: StaffActor;
const clock = () => new Date("2026-11-20T12:00:00Z");

beforeAll(async () => {
  const member = await inventedTeam();
  ana = member("ana", "coordinator");
  carmen = member("carmen", "coordinator");
});

const fileOf = (texts: string[], seed: number): RegistryFile => ({
  sha256: new Uint8Array(32).fill(seed),
  async *lines() {
    for (const [index, text] of texts.entries()) yield { line: index + 1, text };
  },
});

async function bringIn(texts: string[], seed: number): Promise<void> {
  const { batchId } = await stageRegistry(ana, fileOf(texts, seed), { skipBad: false }, clock);
  await confirmRegistry(carmen, batchId, clock);
}

async function takeOut(): Promise<string[]> {
  const lines: string[] = [];
  await exportRegistry(ana, { source: "here", plain: true, second: carmen }, clock, async (line) => {
    lines.push(line);
  });
  return lines;
}

it("an export is a file that an import accepts and that answers every tally alike, and needs its second person when plain", async () => {
  const people: OracleCase[] = fc.sample(anyPerson, { numRuns: 80, seed: 4 });
  const header = {
    type: "registry",
    version: 1,
    source: "there",
    exportedAt: "2026-02-01T00:00:00Z",
    history: "keep",
  };
  const given = people.map((person, n) => ({
    type: "case",
    key: `k-${n}`,
    ...person,
    person: { givenNames: "Persona", surnames: `Inventada ${n}`, ...person.person },
  }));
  await bringIn(
    [header, ...given].map((line) => JSON.stringify(line)),
    1,
  );
  const out = await takeOut();
  expect(out).toHaveLength(81);
  const cases = out.slice(1).map((text, n) => readCase(text, n + 2, "keep", clock()));
  expect(cases.flatMap((read) => read.problems)).toEqual([]);
  const again = out.slice(1).map((text) => JSON.parse(text) as OracleCase);
  for (const t of ["2016-05-01T04:30:00Z", "2026-01-10T04:00:00Z", "2026-01-12T00:00:00Z"]) {
    for (const k of ["2026-01-09T12:00:00Z", "2026-02-01T00:00:00Z"]) {
      expect(tallyOf(again, Date.parse(t), Date.parse(k))).toEqual(
        tallyOf(people, Date.parse(t), Date.parse(k)),
      );
    }
  }
  const write = async () => undefined;
  await expect(
    exportRegistry(ana, { source: "x", plain: true, second: null }, clock, write),
  ).rejects.toMatchObject({ code: "second_person_needed" });
  await expect(
    exportRegistry(ana, { source: "x", plain: true, second: ana }, clock, write),
  ).rejects.toMatchObject({ code: "same_person" });
  expect(await desk().auditEvent.count({ where: { action: "registry.exported" } })).toBe(1);
}, 60_000);
