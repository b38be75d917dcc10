import { describe, expect, it } from "vitest";
import { rowAt, rowsOf } from "@/tests/support/answers";
import { answer } from "@/tests/support/oracle";
import type { OracleCase } from "@/tests/support/oracle-case";
import { at, custody, measure, person } from "@/tests/support/small-histories";

/** Restricted liberty at each (at, known), written by hand, asked of the derived rows and of the oracle. */
function restricted(name: string, who: OracleCase, asked: [t: string, k: string, told: boolean][]): void {
  it(name, () => {
    for (const [t, k, told] of asked) {
      const where = `at ${t}, known ${k}`;
      expect(rowAt(rowsOf(who), at(t), at(k))?.restricted ?? false, where).toBe(told);
      expect(answer(who, at(t), at(k)).restricted, `oracle ${where}`).toBe(told);
    }
  });
}

// Shrunk from generated histories on which two implementations once differed.
describe("measures, and house arrest that a release ends", () => {
  const released = custody("released_full", "?", { known: "2024-08-07", until: "2024-08-10" });
  restricted(
    "house arrest of unknown beginning, ended by a release that is retracted, began when it was first known",
    person([released, measure("VE242.1", "2024-08-07..?", { known: "2024-08-07" })]),
    [
      ["2024-08-07", "2024-08-20", true],
      ["2024-08-06 23:59", "2024-08-20", false],
      // While the release is known, its own moment ends the measure; at that moment the person is held.
      ["2024-08-07", "2024-08-09 23:59", false],
      ["2024-08-07 00:01", "2024-08-09 23:59", false],
      ["2024-08-09", "2024-08-10", true],
    ],
  );
  restricted(
    "a measure known before it begins never begins before its earliest bound",
    person([released, measure("VE242.1", "2024-08-11..?", { known: "2024-08-07" })]),
    [
      ["2024-08-10 23:59", "2024-08-20", false],
      ["2024-08-11", "2024-08-20", true],
    ],
  );
  const taken = custody("apprehended", "2024-08-01");
  restricted(
    "the release that ends house arrest leaves other measures standing",
    person([
      taken,
      custody("released_full", "2024-08-09"),
      measure("VE242.1", "2024-08-05"),
      measure("VE242.3", "2024-08-12", { end: { earliest: "2024-08-15", latest: "2024-08-16" } }),
    ]),
    [
      ["2024-08-09", "2024-09-01", false],
      ["2024-08-10", "2024-09-01", false],
      ["2024-08-12 23:59", "2024-09-01", false],
      ["2024-08-13", "2024-09-01", true],
      ["2024-08-15", "2024-09-01", true],
      ["2024-08-15 00:01", "2024-09-01", false],
    ],
  );
  restricted(
    "a measure that ended nobody knows when stands until that is known",
    person([
      taken,
      custody("released_unspecified", "2024-08-09"),
      measure("VE-GAG", "2024-08-09", { end: { earliest: null, latest: null }, known: "2024-08-20" }),
    ]),
    [
      ["2024-08-20", "2024-09-01", true],
      ["2024-08-20 00:01", "2024-09-01", false],
    ],
  );
  restricted(
    "released with measures that nobody listed",
    person([taken, custody("released_with_measures", "2024-08-09 10:00")]),
    [
      ["2024-08-09 10:00", "2024-09-01", false],
      ["2024-08-09 10:01", "2024-09-01", true],
    ],
  );
});
