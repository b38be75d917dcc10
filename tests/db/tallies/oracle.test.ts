import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRegistry } from "@/tests/support/histories";
import { everyFeature } from "@/tests/support/oracle-coverage";
import { proveAll, proveTogether, withPeople } from "@/tests/support/oracle-proof";

/** `npm run proof:oracle` asks for more, and for other people. */
const histories = Number(process.env.ORACLE_HISTORIES ?? 2400);
const seed = Number(process.env.ORACLE_SEED ?? 20260119);
const CROWD = 240;
const timeout = 6 * 3_600_000;

describe("PostgreSQL and the oracle", { timeout }, () => {
  const seen = new Set<string>();

  it("agree about registries of one to three people, on every number of every question", async () => {
    await fc.assert(
      fc.asyncProperty(anyRegistry(6), ({ people, moments }) =>
        withPeople(people, (tx) => proveAll(tx, people, moments, seen)),
      ),
      { numRuns: Math.ceil(histories / 12), seed },
    );
  });

  it("agree about crowds", async () => {
    let people = 0;
    for (let crowd = 0; people < histories; crowd++) {
      const [given] = fc.sample(anyRegistry(6, [CROWD, CROWD]), { numRuns: 1, seed: seed + crowd });
      if (!given) throw new Error("nobody was made");
      people += given.people.length;
      await proveTogether(given.people, given.moments, seen);
    }
  });

  it("were asked about every kind of fact, bound, entry, exit, cell and term", () => {
    expect(everyFeature.filter((feature) => !seen.has(feature))).toEqual([]);
  });
});
