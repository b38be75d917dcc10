import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recount } from "@/lib/cases/counting/commands";
import { desk } from "@/lib/db/desk";
import { bringIn } from "@/tests/support/bring-in";
import { anyRegistry } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";
import { proveAll } from "@/tests/support/oracle-proof";
import { asOwner } from "@/tests/support/owner";
import { inventedTeam } from "@/tests/support/team";

const registry = anyRegistry(6, [120, 120]);
const [{ people, moments } = { people: [] as OracleCase[], moments: [] as number[] }] = fc.sample(registry, {
  numRuns: 1,
  seed: 62,
});
const tables = {
  custody_intervals: "known, during, episode",
  stays: "known, episode",
  pending_intervals: "known",
};

/** Every derived row without its id, the same rows in the same order. */
async function derivedRows(): Promise<unknown[]> {
  const all = Object.entries(tables).map(([table, order]) =>
    asOwner(`SELECT to_jsonb(r) - 'id' AS row FROM registry.${table} r ORDER BY person_id, ${order}`),
  );
  return Promise.all(all);
}

describe("people brought in by a file", () => {
  it("are counted from their stored facts as they were from the file, and as the oracle counts them", async () => {
    const team = await inventedTeam();
    const now = new Date("2026-11-20T12:00:00Z");
    await bringIn(team("ana", "coordinator"), team("carmen", "coordinator"), people, now);
    const imported = await derivedRows();
    const ids = await asOwner<{ id: string }>("SELECT id FROM registry.people");
    expect(ids).toHaveLength(120);
    await desk().$transaction(async (tx) => {
      await recount(
        tx,
        ids.map(({ id }) => id),
      );
    });
    expect(await derivedRows()).toEqual(imported);
    await desk().$transaction((tx) => proveAll(tx, people, moments, new Set()), { timeout: 60_000 });
  }, 120_000);
});
