import { describe, expect, it } from "vitest";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { derivableOf } from "@/lib/cases/exchange/rules";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { asLine } from "@/tests/support/histories";
import type { OracleCase } from "@/tests/support/oracle-case";

describe("derived rows", () => {
  it("are refused two answers for one person at one moment by the database itself", async () => {
    const person: OracleCase = {
      person: {},
      permissions: [{ purpose: "count", granted: true, knownFrom: "2026-01-01T00:00:00Z" }],
      facts: [
        {
          track: "custody",
          state: "apprehended",
          episode: 1,
          effective: { earliest: "2026-01-02", latest: "2026-01-02" },
          knownFrom: "2026-01-03T00:00:00Z",
        },
      ],
    };
    const rows = derive(derivableOf(asLine(person), "keep", new Date(0)));
    const id = newId();
    await desk().$transaction((tx) => insertDerived(tx, [[id, rows]]));
    const again = { ...rows, stays: [], pending: [] };
    // Beside somebody else's, so that no row meets another by its id.
    const twice = desk().$transaction((tx) =>
      insertDerived(tx, [
        [newId(), again],
        [id, again],
      ]),
    );
    await expect(twice).rejects.toThrow(/custody_one_answer/);
  });
});
