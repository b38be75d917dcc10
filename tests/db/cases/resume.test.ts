import fc from "fast-check";
import { expect, it } from "vitest";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";
import { anyPerson } from "@/tests/support/histories";
import { tallyOf } from "@/tests/support/oracle-tally";
import { asOwner } from "@/tests/support/owner";
import { inventedTeam } from "@/tests/support/team";

const clock = () => new Date("2026-11-20T12:00:00Z");

it("an import stopped at any point and run again doubles nothing, loses nothing, and counts nothing before it is confirmed", async () => {
  const member = await inventedTeam();
  const ana = member("ana", "coordinator");
  const people = fc.sample(anyPerson, { numRuns: 1300, seed: 77 });
  const texts = [
    JSON.stringify({
      type: "registry",
      version: 1,
      source: "org",
      exportedAt: "2026-02-01T00:00:00Z",
      history: "keep",
    }),
    ...people.map((person, n) =>
      JSON.stringify({
        type: "case",
        key: `k-${n}`,
        ...person,
        person: { givenNames: "Persona", surnames: `Inventada ${n}`, ...person.person },
      }),
    ),
  ];
  let stopAt = Number.POSITIVE_INFINITY;
  let read = 0;
  const file: RegistryFile = {
    sha256: new Uint8Array(32).fill(9),
    async *lines() {
      for (const [index, text] of texts.entries()) {
        if (++read > stopAt) throw new Error("the power went");
        yield { line: index + 1, text };
      }
    },
  };
  // The first pass reads every line, the second reads them again while staging.
  for (const stop of [1, 700, 1302, 1802, 1803, 2303, 2601]) {
    [stopAt, read] = [stop, 0];
    await expect(stageRegistry(ana, file, { skipBad: false }, clock)).rejects.toThrow("the power went");
    expect((await tally(desk(), clock(), clock())).held.total).toBe(0);
  }
  const [half] = await asOwner<{ id: string }>("SELECT id FROM registry.import_batches");
  await expect(confirmRegistry(member("carmen", "coordinator"), half?.id ?? "", clock)).rejects.toMatchObject(
    { code: "import_incomplete" },
  );
  [stopAt, read] = [Number.POSITIVE_INFINITY, 0];
  const { batchId } = await stageRegistry(ana, file, { skipBad: false }, clock);
  const [staged] = await asOwner<{ lines: string; keys: string }>(
    "SELECT count(*) AS lines, count(DISTINCT key) AS keys FROM registry.import_lines",
  );
  expect(staged).toEqual({ lines: "1300", keys: "1300" });
  const dying = confirmRegistry(member("carmen", "coordinator"), batchId, clock, (line) => {
    if (line > 600) throw new Error("the power went");
  });
  await expect(dying).rejects.toThrow("the power went");
  expect(await asOwner("SELECT FROM registry.cases")).toHaveLength(0);
  expect(await confirmRegistry(member("carmen", "coordinator"), batchId, clock)).toEqual({
    cases: 1300,
    already: 0,
  });
  const { at: _, known: __, method: ___, ...counted } = await tally(desk(), clock(), clock());
  expect(counted).toEqual(tallyOf(people, clock().getTime(), clock().getTime()));
}, 180_000);
