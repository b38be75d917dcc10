import { describe, expect, it } from "vitest";
import { wordsOf } from "@/lib/i18n/messages";
import en from "@/lib/i18n/messages/en/changes.json";
import es from "@/lib/i18n/messages/es/changes.json";
import { changesAddress, changesAskedFor, pageFromEnd } from "@/lib/opendata/tallies/changes/rules";
import { joinSteps, ownAccount, residualOf } from "@/lib/opendata/tallies/joins/rules";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";
import type { Change, Step } from "@/lib/opendata/tallies/steps/schema";
import { reconciliationTerms, type Term } from "@/lib/tallies/schema";
import { balance } from "../../support/balance";

const none = Object.fromEntries(reconciliationTerms.map((term) => [term, 0])) as Record<Term, number>;

/** One step of invented numbers: the terms that moved, and how many people its releases were. */
function step(day: number, opening: number, moved: Partial<Record<Term, number>>, persons = 0): Step {
  const terms = { ...none, ...moved };
  const closing = Object.values(terms).reduce((sum, term) => sum + term, opening);
  const base = balance().change;
  if (!base) throw new Error("a change is given");
  const releases = {
    events: -terms.releases,
    persons,
    withMeasures: -terms.releases,
    full: 0,
    expelled: 0,
    unspecified: 0,
  };
  const change: Change = {
    ...base,
    flows: { ...base.flows, newDetentions: terms.newDetentions, releases },
    reconciliation: { opening, terms, closing, residual: 0 },
  };
  const at = new Date(Date.UTC(2026, 0, day, 4));
  return {
    id: "019bf8ac-4c80-78c4-bb63-1fe431d49703",
    slug: `2026-01-${String(day - 1).padStart(2, "0")}`,
    kind: "weekly",
    at,
    known: at,
    publishedAt: at,
    total: closing,
    change,
    corrects: null,
    correctedBy: null,
  };
}

const words = wordsOf("es", "changes");
const two = [
  step(13, 500, { newDetentions: 9, releases: -21 }, 20),
  step(20, 488, { releases: -6, lateExits: -3 }, 6),
];

describe("accounts of several balances added up", () => {
  it("add every term, and close from the first published total to the last", () => {
    const joined = joinSteps(500, two);
    expect(joined?.reconciliation).toEqual({
      opening: 500,
      terms: { ...none, newDetentions: 9, releases: -27, lateExits: -3 },
      closing: 479,
      residual: 0,
    });
    expect(joined?.steps).toBe(2);
  });

  it("claim no number of persons, but the least and the most it can be", () => {
    expect(joinSteps(500, two)?.flows.releases).toMatchObject({
      events: 27,
      persons: null,
      personsBetween: { least: 20, most: 26 },
    });
  });

  it("know the number of persons when only one of the balances has releases", () => {
    const quiet = [two[0], step(20, 488, { newDetentions: 1 })].flatMap((one) => one ?? []);
    expect(joinSteps(500, quiet)?.flows.releases).toMatchObject({
      persons: 20,
      personsBetween: { least: 20, most: 20 },
    });
  });

  it("show a missing step as a residual, and nothing at all when there is no step", () => {
    expect(joinSteps(500, two.slice(1))?.reconciliation.residual).toBe(-12);
    expect(joinSteps(500, [])).toBeNull();
    expect(joinSteps(500, [{ ...step(6, 0, {}), change: null }])).toBeNull();
  });

  it("have a residual computed from the numbers beside it, never the one that was stored", () => {
    const [first] = two;
    if (!first?.change) throw new Error("a step has a change");
    const stored = { ...first.change.reconciliation, closing: 490, residual: 0 };
    expect(residualOf(stored)).toBe(2);
    expect(ownAccount({ ...first.change, reconciliation: stored })?.reconciliation.residual).toBe(2);
  });
});

describe("the paragraph of a step", () => {
  const told = (one: Step, from = new Date("2026-01-06T04:00:00Z")) => {
    const account = one.change && ownAccount(one.change);
    if (!account) throw new Error("a step has a change");
    return changeSentence(words, { from, to: one.at, ...account });
  };

  it("says what added, what took away, and that it closes", () => {
    expect(
      told(step(13, 500, { newDetentions: 1, lateRegistrations: 4, releases: -21, merges: -1 }, 20)),
    ).toBe(
      "Entre el balance del 5 de enero de 2026 y el del 12 de enero de 2026 el total pasó de 500 a 483. " +
        "Suman: 1 detención nueva y 4 casos anteriores registrados tarde. " +
        "Restan: 21 excarcelaciones (20 personas) y 1 registro repetido. La cuenta cierra.",
    );
  });

  it("says that nothing moved, and that movements evened out, as two different things", () => {
    expect(told(step(13, 500, {}))).toContain("siguió en 500. No hubo ningún movimiento.");
    expect(told(step(13, 500, { newDetentions: 2, deaths: -2 }))).toContain(
      "siguió en 500. Suman: 2 detenciones",
    );
  });

  it("tells the hour of a moment inside a day", () => {
    expect(told(step(13, 500, {}), new Date("2026-01-11T22:10:00Z"))).toContain(
      "balance del 11 de enero de 2026 a las 6:10",
    );
  });

  it.each(reconciliationTerms)("has words for %s in both languages, whatever its sign", (term) => {
    for (const locale of ["es", "en"] as const) {
      for (const n of [-2, -1, 1, 2]) {
        const account = ownAccount(step(13, 500, { [term]: n }).change as Change);
        if (!account) throw new Error("a step has a change");
        const text = changeSentence(wordsOf(locale, "changes"), {
          from: new Date("2026-01-06T04:00:00Z"),
          to: new Date("2026-01-13T04:00:00Z"),
          ...account,
        });
        expect(text).toMatch(n > 0 ? /Suman: |These add: / : /Restan: |These subtract: /);
        expect(text).not.toMatch(/changes\.|\{|undefined/);
      }
    }
    expect(es.explained[term] && en.explained[term] && es.terms[term] && en.terms[term]).toBeTruthy();
  });
});

describe("the address of the page of changes", () => {
  it("is read and written the same, and what no balance can be called is as good as unknown", () => {
    const asked = changesAskedFor({ de: "2026-01-05", a: "2026-01-12-2", pasos: "", cortes: ["2026-01-05"] });
    expect(asked).toEqual({ from: "2026-01-05", to: "2026-01-12-2", cutOffs: "2026-01-05" });
    expect(changesAddress(asked)).toBe("?de=2026-01-05&a=2026-01-12-2&cortes=2026-01-05");
    expect(changesAskedFor({ de: "<script>" })).toEqual({ from: "unknown" });
    expect(changesAddress({})).toBe("");
  });

  it("pages a list from its end without losing or repeating an item", () => {
    const list = Array.from({ length: 25 }, (_, index) => index);
    const seen: number[] = [];
    let until: string | undefined;
    do {
      const page = pageFromEnd(list, until, String, 10);
      seen.unshift(...page.points);
      until = page.next ?? undefined;
    } while (until);
    expect(seen).toEqual(list);
    expect(pageFromEnd(list, "nothing", String, 10).points).toEqual(list.slice(-10));
  });
});
