import { describe, expect, it } from "vitest";
import {
  differences,
  gapBetween,
  growth,
  intervalOf,
  mayCompute,
  subtract,
} from "@/lib/claims/compare/rules";
import type { Claim } from "@/lib/claims/schema";
import { neverSubtracted, officialAndOthers } from "./known-pairs";
import { figureOf, ledger } from "./ledger";

const told = (claim: Claim, changes: Partial<Claim>): Claim => ({ ...claim, ...changes });

describe("figures of authorities beside those of others", () => {
  it.each(officialAndOthers)("%s", (official, others, differs) => {
    const a = figureOf(official);
    for (const other of others) expect(mayCompute(a, figureOf(other)), other).toBe(false);
    const [first] = others;
    const codes = differences(a, figureOf(first ?? "")).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(differs));
  });

  it.each(neverSubtracted)("%s less %s is never computed", (a, b) => {
    expect(gapBetween(figureOf(a), figureOf(b))).toEqual({ computable: false });
    expect(gapBetween(figureOf(b), figureOf(a))).toEqual({ computable: false });
    expect(growth(figureOf(a), figureOf(b))).toEqual({ computable: false });
  });

  it("leaves nothing in the ledger to subtract between an authority and anybody", () => {
    const official = ledger.filter(({ claimantKind }) => claimantKind === "government");
    const computable = official.flatMap((a) => ledger.filter((b) => b.id !== a.id && mayCompute(a, b)));
    expect(official).toHaveLength(59);
    expect(computable).toEqual([]);
  });
});

describe("a gap", () => {
  const a = told(figureOf("foro-penal-rel-2026-01-12"), { houseArrestCounted: "out", value: 41 });
  const b = told(a, { id: "another", claimant: "jep", value: 53 });

  it("is the difference when everything that matters is equal and known", () => {
    expect(mayCompute(a, b)).toBe(true);
    expect(gapBetween(b, a)).toEqual({ computable: true, gap: { least: 12, most: 12 } });
  });

  it.each<[string, Partial<Claim>]>([
    ["measure", { measure: "detained_in_period", releaseScope: null }],
    ["kind", { kind: "announcement" }],
    ["stage", { stage: "executed" }],
    ["population", { population: "all" }],
    ["release scope", { releaseScope: "full_freedom" }],
    ["unit", { unit: "events" }],
    ["house arrest", { houseArrestCounted: "in" }],
    ["house arrest not told", { houseArrestCounted: "unknown" }],
    ["start", { periodStart: "2026-01-07" }],
    ["start known to the month", { startPrecision: "month" }],
    ["end", { periodEnd: "2026-01-13", asOf: null }],
    ["an hour", { asOf: "2026-01-12T20:30", endPrecision: "exact" }],
    ["end put in for vaguer words", { endPrecision: "nominal" }],
    ["a conflict of sources", { conflicts: ["value"] }],
    ["about", { qualifier: "about" }],
    ["no number", { qualifier: "vague", value: null }],
  ])("is not computed when one differs in %s", (_name, changes) => {
    expect(gapBetween(a, told(b, changes))).toEqual({ computable: false });
    expect(gapBetween(told(b, changes), a)).toEqual({ computable: false });
  });

  it.each<[string, Partial<Claim>]>([
    ["house arrest", { houseArrestCounted: "unknown" }],
    ["unit", { unit: "unknown" }],
    ["release scope", { releaseScope: "unspecified" }],
    ["start", { startPrecision: "nominal" }],
    ["end", { endPrecision: "unknown" }],
  ])("is not computed when neither tells: %s", (_name, changes) => {
    expect(mayCompute(told(a, changes), told(b, changes))).toBe(false);
  });

  it("is an interval where the wording sets one bound only", () => {
    expect(intervalOf({ value: 80, qualifier: "at_least" })).toEqual({ least: 80, most: null });
    expect(intervalOf({ value: 400, qualifier: "more_than" })).toEqual({ least: 401, most: null });
    expect(intervalOf({ value: 2000, qualifier: "nearly" })).toEqual({ least: null, most: 1999 });
    expect(intervalOf({ value: null, qualifier: "vague" })).toEqual({ least: null, most: null });
    expect(subtract({ least: 401, most: null }, { least: 84, most: 84 })).toEqual({ least: 317, most: null });
    expect(gapBetween(told(b, { qualifier: "more_than" }), a)).toEqual({
      computable: true,
      gap: { least: 13, most: null },
    });
    expect(gapBetween(told(b, { qualifier: "more_than" }), told(a, { qualifier: "at_least" }))).toEqual({
      computable: false,
    });
  });
});

describe("running totals of one series", () => {
  const [on17, on19] = [
    figureOf("foro-penal-rel-2026-01-17-1700"),
    figureOf("foro-penal-rel-2026-01-19-1930"),
  ];

  it("143 less 139 is 4 more verified between the two cut-offs", () => {
    expect(growth(on17, on19)).toEqual({ computable: true, gap: { least: 4, most: 4 } });
  });

  it.each<[string, Partial<Claim>]>([
    ["another claimant", { claimant: "jep" }],
    ["another start", { periodStart: "2026-01-09" }],
    ["a conflict", { conflicts: ["window"] }],
    ["house arrest told by one only", { houseArrestCounted: "out" }],
    ["an end before it", { asOf: "2026-01-16T19:30", periodEnd: "2026-01-16" }],
  ])("do not grow into %s", (_name, changes) => {
    expect(growth(on17, told(on19, changes))).toEqual({ computable: false });
  });
});
