import { describe, expect, it } from "vitest";
import { derive } from "@/lib/cases/counting/rules";
import { warningsOf } from "@/lib/cases/exchange/lines/rules";
import { derivableOf, factsToStore } from "@/lib/cases/exchange/rules";
import { knows } from "@/tests/support/answers";
import { asLine } from "@/tests/support/histories";
import { at, custody, measure, person } from "@/tests/support/small-histories";

const confirmed = new Date(at("2026-03-01"));

describe("what an import makes of a line", () => {
  const released = asLine(
    person([
      custody("house_arrest", "2024-08-02", { known: "2024-08-05" }),
      custody("released_full", "2024-09-10", { known: "2024-09-15" }),
      measure("VE242.1", "2024-08-02", { known: "2024-08-05" }),
    ]),
  );

  it("ends house arrest as a measure with the release, from when the release is known, and warns", () => {
    const measures = factsToStore(released, "keep", confirmed).filter((fact) => fact.track === "measure");
    const known = measures.map(({ knownFromAt, knownToAt, endBounds }) => [
      knownFromAt.getTime(),
      knownToAt?.getTime() ?? null,
      endBounds.earliest?.getTime() ?? null,
    ]);
    expect(known.sort()).toEqual([
      [at("2024-08-05"), at("2024-09-15"), null],
      [at("2024-09-15"), null, at("2024-09-10")],
    ]);
    expect(warningsOf(released, 7, "keep", confirmed)).toEqual([
      { line: 7, where: "facts[2]", why: "house_arrest_ended_by_release" },
    ]);
  });

  it("leaves a measure of another time alone", () => {
    const later = asLine(
      person([
        custody("apprehended", "2024-08-02"),
        custody("released_full", "2024-09-10"),
        custody("house_arrest", "2024-10-02", { episode: 2 }),
        measure("VE242.1", "2024-10-02"),
      ]),
    );
    expect(factsToStore(later, "keep", confirmed)).toHaveLength(5);
    expect(warningsOf(later, 7, "keep", confirmed)).toEqual([]);
  });

  it("knows everything from the confirmation on where the past is not kept, and nothing that was already superseded", () => {
    const line = asLine(
      person([
        custody("whereabouts_concealed", "2024-08-02", { until: "2024-08-25" }),
        custody("apprehended", "2024-08-02", { known: "2024-08-25" }),
      ]),
    );
    const stored = factsToStore(line, "now", confirmed);
    expect(stored.map((fact) => fact.state)).toEqual(["apprehended", "verified_political"]);
    const rows = derive(derivableOf(line, "now", confirmed));
    expect(rows.stays.filter((stay) => knows(stay, at("2026-02-28")))).toEqual([]);
    expect(rows.stays.filter((stay) => knows(stay, at("2026-03-01"))).map((stay) => stay.entry)).toEqual([
      at("2024-08-05"),
    ]);
  });
});
