import { describe, expect, it } from "vitest";
import { accountsOf } from "@/lib/claims/accounts/rules";
import { account as accountShape } from "@/lib/claims/accounts/schema";
import { accountNotes, arithmetic } from "@/lib/claims/accounts/words/rules";
import type { Claim } from "@/lib/claims/schema";
import { wordsOf } from "@/lib/i18n/messages";
import { neverSubtracted } from "./known-pairs";
import { figureOf, ledger } from "./ledger";

const found = accountsOf(ledger);
const figures = new Map(ledger.map((claim) => [claim.id, claim]));
const words = { es: wordsOf("es", "claims"), en: wordsOf("en", "claims") };
const lines = (claims: readonly Claim[] = ledger, locale: "es" | "en" = "es") => {
  const named = new Map(claims.map((claim) => [claim.id, claim]));
  return accountsOf(claims).map((account) => arithmetic(words[locale], account, named));
};
const told = (id: string, changes: Partial<Claim>): Claim => ({ ...figureOf(id), ...changes });

describe("the accounts of the real ledger", () => {
  it("are these, each checked by hand against its sources, and no others", () => {
    expect(lines()).toEqual([
      "1.011 − 603 y 759: +351 de diferencia",
      "806 − 426 y 644: +264 de diferencia",
      "806 − 297 y 711: +202 de diferencia",
      "1.011 − 167 y 949: +105 de diferencia",
      "806 − 143 y 777: +114 de diferencia",
      "806 − 17 y al menos 803: al menos +14 de diferencia",
      "806 − 16 y al menos 804: al menos +14 de diferencia",
      "893 + 10 − 1 = 902",
      "875 + 11 − 2 = 884",
      "1.794 + 15 − 112 = 1.697",
      "1.849 + 20 − 75 = 1.794",
      "1.877 + 15 − 43 = 1.849",
    ]);
    for (const account of found) expect(accountShape.parse(account)).toEqual(account);
  });

  it("893 + 10 − 1 = 902 closes", () => {
    const account = found.find(({ closing }) => closing.claimId === "foro-penal-held-2025-12-15");
    expect(account).toMatchObject({
      complete: true,
      coveredFrom: null,
      unexplained: { least: 0, most: 0 },
      beside: [],
    });
    expect(account && accountNotes(words.es, account, figures)).toEqual(["La cuenta cierra."]);
  });

  it("806 − 143 and 777 leave 114, beside the 122 cases the source reported, which are never added", () => {
    const account = found.find(({ closing }) => closing.claimId === "foro-penal-held-2026-01-19-2145");
    expect(account).toMatchObject({
      complete: false,
      coveredFrom: "2026-01-08",
      unexplained: { least: 114, most: 114 },
      beside: ["foro-penal-new-2026-01-20"],
    });
    if (!account) return;
    const notes = accountNotes(words.es, account, figures).join(" ");
    expect(notes).toContain("informó 122 casos anteriores que verificó desde el 8 de enero de 2026");
    expect(notes).toContain(
      "empiezan el 8 de enero de 2026; el último total publicado antes es del 5 de enero",
    );
    expect(notes).toContain("no de la misma hora");
    expect(notes).toContain("806 consta que la detención domiciliaria se cuenta");
    expect(notes).not.toMatch(/663|−8\b|error/);
  });

  it("never mix claimants, populations, units or stages, nor use a flow that overlaps the next", () => {
    for (const { opening, closing, movements, claimant } of found) {
      const ids = [opening, closing, ...movements].map(({ claimId }) => claimId);
      for (const claim of ids.map(figureOf)) {
        expect(claim).toMatchObject({
          claimant,
          population: "political_prisoners",
          unit: "persons",
          stage: "verified",
        });
      }
      expect(new Set(movements.map(({ measure }) => measure)).size).toBe(movements.length);
    }
  });

  // 806 less 143 is no count of anybody: the two stand in one account only with the 777 that came after them.
  const never = neverSubtracted.filter(([a]) => a !== "foro-penal-held-2026-01-08");
  it.each(never)("never hold %s and %s together", (a, b) => {
    for (const { opening, closing, movements } of found) {
      const ids = [opening, closing, ...movements].map(({ claimId }) => claimId);
      expect(ids.includes(a) && ids.includes(b)).toBe(false);
    }
  });

  it("are the same whatever the order of the ledger, and whole sentences in both languages", () => {
    expect(accountsOf([...ledger].reverse())).toEqual(found);
    for (const account of found) {
      for (const locale of ["es", "en"] as const) {
        const text = [
          arithmetic(words[locale], account, figures),
          ...accountNotes(words[locale], account, figures),
        ];
        expect(text.join(" ")).not.toMatch(/claims\.|undefined|null|\{|\}|\.\./);
      }
    }
  });
});

describe("an account", () => {
  const opening = told("foro-penal-held-2025-12-08", { id: "a" });
  const detained = told("foro-penal-det-2025-12-15", { id: "b" });
  const released = told("foro-penal-rel-2025-12-15", { id: "c" });
  const closing = told("foro-penal-held-2025-12-15", { id: "d" });
  const whole = [opening, detained, released, closing];

  it("926 + 5 − 6 = 925 beside a published 932 leaves 7, for nobody's fault", () => {
    const june = [
      { ...opening, value: 926 },
      { ...detained, value: 5 },
      { ...released, value: 6 },
      { ...closing, value: 932 },
    ];
    expect(lines(june)).toEqual(["926 + 5 − 6 y 932: +7 de diferencia"]);
    expect(lines(june, "en")).toEqual(["926 + 5 − 6 and 932: +7 of difference"]);
  });

  it("takes cases verified late as a line when they are of exactly these days, and sets them beside otherwise", () => {
    const late = { ...detained, id: "e", measure: "newly_reported_in_period" as const, value: 3 };
    const [account] = accountsOf([...whole, late]);
    expect(account?.movements).toHaveLength(3);
    expect(account?.unexplained).toEqual({ least: -3, most: -3 });
    const [other] = accountsOf([...whole, { ...late, periodEnd: "2025-12-17" }]);
    expect(other?.movements).toHaveLength(2);
    expect(other?.beside).toEqual(["e"]);
    expect(accountsOf([...whole, { ...late, periodEnd: "2025-12-31" }])[0]?.beside).toEqual([]);
  });

  it("is an interval where the wording sets one bound, and nothing where it sets none", () => {
    const least = accountsOf([opening, detained, released, { ...closing, qualifier: "at_least" }]);
    expect(least[0]?.unexplained).toEqual({ least: 0, most: null });
    const most = accountsOf([opening, detained, { ...released, qualifier: "at_most" }, closing]);
    expect(most[0]?.unexplained).toEqual({ least: null, most: 0 });
    expect(accountsOf([opening, detained, released, { ...closing, qualifier: "about" }])).toEqual([]);
    const either = [
      opening,
      detained,
      { ...released, qualifier: "at_least" as const },
      { ...closing, qualifier: "at_most" as const },
    ];
    expect(accountsOf(either)).toEqual([]);
  });

  it.each<[string, number, Partial<Claim>]>([
    ["closing of another claimant", 3, { claimant: "jep" }],
    ["opening of another claimant", 0, { claimant: "jep" }],
    ["another population", 3, { population: "post_election_arrests" }],
    ["another unit", 3, { unit: "unknown" }],
    ["another stage", 3, { stage: "reported" }],
    ["no number", 3, { value: null, qualifier: "vague" }],
    ["a total whose day is not known", 3, { asOf: null }],
    ["a disputed total", 3, { conflicts: ["value"] }],
    ["a total of another day", 3, { asOf: "2025-12-16" }],
    ["an opening two weeks before", 0, { asOf: "2025-11-24" }],
    ["a disputed release count", 2, { conflicts: ["value"] }],
    ["an opposite rule on house arrest", 3, { houseArrestCounted: "out" }],
  ])("is not computed with %s", (_name, place, changes) => {
    const stated = whole.map((claim, index) =>
      index === 0 ? { ...claim, houseArrestCounted: "in" as const } : claim,
    );
    expect(
      accountsOf(stated.map((claim, index) => (index === place ? { ...claim, ...changes } : claim))),
    ).toEqual([]);
  });

  it.each<[string, Partial<Claim>]>([
    ["another claimant", { claimant: "jep" }],
    ["acts instead of people", { unit: "events" }],
    ["only full freedom", { releaseScope: "full_freedom" }],
    ["a release that says not of what kind", { releaseScope: "unspecified" }],
    ["a day put in for vaguer words", { startPrecision: "nominal" }],
    ["an end known to the month", { endPrecision: "month" }],
    ["another window", { periodStart: "2025-12-09" }],
    ["an announcement", { kind: "announcement" }],
  ])("leaves out a release count of %s, and says that a part is missing", (_name, changes) => {
    const [account] = accountsOf([opening, detained, { ...released, ...changes }, closing]);
    expect(account).toMatchObject({ complete: false, unexplained: { least: -1, most: -1 } });
    expect(account?.movements.map(({ claimId }) => claimId)).toEqual(["b"]);
  });

  it("has nothing to do with a figure its author replaced, nor with two that say different things of one moment", () => {
    const later = {
      ...closing,
      id: "f",
      value: 903,
      relations: [{ relation: "supersedes" as const, target: "d" }],
    };
    expect(lines([...whole, later])).toEqual(["893 + 10 − 1 y 903: +1 de diferencia"]);
    expect(accountsOf([...whole, { ...released, id: "g", value: 2 }])).toEqual([]);
    expect(accountsOf([...whole, { ...opening, id: "h", value: 894 }])).toEqual([]);
  });

  it("stands on a disputed total once the other number was replaced by its own author", () => {
    const disputed = {
      ...closing,
      conflicts: ["value" as const],
      relations: [{ relation: "contradicts" as const, target: "x" }],
    };
    const other = { ...closing, id: "x", asOf: null, value: 950 };
    const better = {
      ...closing,
      id: "y",
      asOf: null,
      value: 901,
      relations: [{ relation: "supersedes" as const, target: "x" }],
    };
    expect(accountsOf([opening, detained, released, disputed, other])).toEqual([]);
    expect(accountsOf([opening, detained, released, disputed, other, better])).toHaveLength(1);
  });
});
