import { describe, expect, test } from "vitest";
import { releaseRefusal } from "@/lib/cases/facts/release/rules";
import { type OrderedFact, orderProblems } from "@/lib/cases/facts/rules";
import { type Step, stepRefusal } from "@/lib/cases/facts/transitions/rules";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { warningsOf } from "@/lib/vetting/cases/warnings/rules";

let made = 0;
const day = (date: string) => new Date(`${date}T04:00:00Z`);
const next = (date: string) => new Date(day(date).getTime() + 86_400_000);
const word = [{ kind: "relative", origin: "family" }];

/** A known fact of one day in Caracas. */
function fact(state: string, date: string, changes: Partial<DeskFact> = {}): DeskFact {
  made += 1;
  return {
    ...{ id: `f${made}`, track: "custody", state, episode: 1, position: made },
    ...{ earliest: day(date), earliestByDay: true, latest: next(date), latestByDay: true },
    ...{
      knownFrom: next(date),
      knownTo: null,
      entity: "VE-A",
      facility: null,
      whereabouts: null,
      forces: [],
    },
    ...{ basis: null, authority: null, result: null, jurisdiction: null, supersedesId: null },
    ...{ why: null, said: null },
    ...{ endEarliest: null, endEarliestByDay: false, endLatest: null, endLatestByDay: false },
    ...{ recordedBy: "ines", recordedAt: next(date), confirmedBy: "vera", sources: word },
    ...changes,
  };
}
const soon = day("2026-02-01");
const rulesOf = (facts: DeskFact[], now = soon) => warningsOf(facts, now).map(({ rule }) => rule);
const step = (facts: DeskFact[], one: DeskFact, amnesties: DeskFact[] = []) =>
  stepRefusal(one as Step, facts as Step[], amnesties);
const order = (...facts: DeskFact[]) =>
  orderProblems(facts.map((one): OrderedFact => ({ ...one, label: one.id, episode: one.episode ?? 0 }))).map(
    ({ code }) => code,
  );
const held = fact("apprehended", "2026-01-10");
const measure = (state: string) => fact(state, "2026-01-20", { track: "measure" });

describe("each rule of the life of a case is a refusal at the desk, and a warning where an import brought it", () => {
  test("1. nobody is released from a detention that is not on record", () => {
    const out = fact("released_unspecified", "2026-01-20");
    expect(step([], out)).toBe("release_from_nothing");
    expect(step([held], out)).toBeNull();
    expect(step([held], { ...out, episode: 2 })).toBe("release_from_nothing");
    expect(rulesOf([out])).toEqual(["release_from_nothing"]);
    expect(rulesOf([held, out])).toEqual([]);
  });

  test("2. nothing after a death, which closes the detention", () => {
    const [death, out] = [fact("died_in_custody", "2026-01-15"), fact("released_full", "2026-01-20")];
    expect(order(held, death, out)).toEqual(["nothing_after_death"]);
    expect(rulesOf([held, death, out])).toEqual(["after_death"]);
    expect(rulesOf([held, death])).toEqual([]);
  });

  test("3. full freedom leaves no measure open, and house arrest is no release (COPP 242.1, 300)", () => {
    const full = fact("released_full", "2026-01-20");
    expect(releaseRefusal(full, [measure("VE242.3")])).toBe("measures_open");
    expect(rulesOf([held, full, measure("VE242.3")])).toEqual(["full_and_measures"]);
    const out = fact("released_with_measures", "2026-01-20");
    expect(releaseRefusal(out, [measure("VE242.1")])).toBe("house_arrest_open");
    expect(rulesOf([held, out, measure("VE242.1")])).toEqual(["house_arrest_and_out"]);
    expect(rulesOf([held, out, measure("VE242.3")])).toEqual([]);
  });

  test("4. an arrest after an amnesty is another detention", () => {
    const amnesty = fact("amnestied", "2026-01-12", { track: "process" });
    const again = fact("apprehended", "2026-01-14");
    expect(step([held], again, [amnesty])).toBe("detained_after_amnesty");
    expect(step([held], fact("apprehended", "2026-01-11"), [amnesty])).toBeNull();
    expect(step([held], { ...again, episode: 2 }, [amnesty])).toBeNull();
    expect(rulesOf([held, amnesty, again])).toEqual(["detained_after_amnesty"]);
    expect(rulesOf([held, amnesty])).toEqual([]);
  });

  test("5. a hidden whereabouts ends with a place and somebody's word; a fellow detainee's alone is little", () => {
    const hidden = fact("whereabouts_concealed", "2026-01-10", { whereabouts: "denied" });
    const found = (changes: Partial<DeskFact>) =>
      fact("located_contact", "2026-01-20", { whereabouts: "known", ...changes });
    for (const changes of [{ entity: null }, { sources: [] }]) {
      expect(step([hidden], found(changes))).toBe("located_nowhere");
      expect(rulesOf([hidden, found(changes)])).toEqual(["located_nowhere"]);
    }
    expect(step([hidden], found({}))).toBeNull();
    expect(rulesOf([hidden, found({})])).toEqual([]);
    const fellow = found({ sources: [{ kind: "co_detainee", origin: "co_detainee" }] });
    expect(step([hidden], fellow)).toBeNull();
    expect(rulesOf([hidden, fellow])).toEqual(["located_by_fellow"]);
  });

  test("6. two sites on one day are a transfer", () => {
    const at = (facility: string, date: string) => fact("located_contact", date, { facility });
    expect(rulesOf([at("ZONA7", "2026-01-10"), at("RODEO-1", "2026-01-10")])).toEqual(["transfer"]);
    expect(rulesOf([at("ZONA7", "2026-01-10"), at("RODEO-1", "2026-01-11")])).toEqual([]);
  });

  test("7. another detention asks how the one before ended, and evidence of the liberty between is looked for", () => {
    const again = fact("apprehended", "2026-01-25", { episode: 2 });
    expect(order(held, again)).toEqual(["episode_still_open"]);
    const out = fact("released_unspecified", "2026-01-20");
    expect(order(held, out, again)).toEqual([]);
    expect(rulesOf([held, out, again])).toEqual([]);
    expect(rulesOf([held, { ...out, sources: [] }, again])).toEqual(["liberty_unproven"]);
  });

  test("8. after thirty days without a word that they are held, it is said; they count all the same", () => {
    expect(rulesOf([held], day("2026-02-09"))).toEqual([]);
    expect(rulesOf([held], day("2026-02-11"))).toEqual(["not_confirmed_lately"]);
  });

  test("and three measures at once are said, never refused", () => {
    const measures = ["VE242.3", "VE242.4", "VE242.6"].map(measure);
    expect(rulesOf([held, ...measures.slice(1)])).toEqual([]);
    expect(rulesOf([held, ...measures])).toEqual(["three_measures"]);
    const over = { ...measures[0], endEarliest: soon } as DeskFact;
    expect(rulesOf([held, over, ...measures.slice(1)])).toEqual([]);
  });

  test("what waits for a second person warns of nothing yet", () => {
    expect(rulesOf([fact("released_full", "2026-01-20", { knownFrom: null })])).toEqual([]);
  });
});
