import { expect, test } from "vitest";
import { daysText } from "@/components/desk/when";
import { agreementOf, saidIn } from "@/lib/vetting/pairs/rules";
import type { PairSide } from "@/lib/vetting/pairs/schema";

const side = (changes: Partial<PairSide>): PairSide => ({
  ...{ kind: "case", id: "00000000-0000-4000-8000-000000000001", reference: "7K3Q-9F" },
  ...{ givenNames: "Yohandry José", surnames: "Peña", aliases: [], document: null, sex: "man" },
  ...{ birthDate: null, birthYear: null, age: null, nationality: null, civilMilitary: null, verdict: null },
  ...{ evidence: 0, reports: 0, openedAt: new Date("2026-01-20T12:00:00Z"), detentions: [] },
  ...changes,
});
const held = (state: string, earliest: string, entity: string | null = null, latest = earliest) => ({
  ...{ state, earliest, latest, entity, facility: null },
});

test("a row never says otherwise than the sentence above it", () => {
  const [a, b] = [side({}), side({ givenNames: "JHOANDRI", surnames: "PENA Q." })];
  expect(agreementOf(a, b, "givenNames")).toBe("different");
  expect(agreementOf(a, b, "givenNames", ["given_part"])).toBe("compatible");
  expect(agreementOf(a, b, "surnames", ["surnames_sound_same"])).toBe("compatible");
  expect(agreementOf(a, b, "surnames", ["surnames_same"])).toBe("same");
  expect(agreementOf(a, b, "givenNames", ["given_differ"])).toBe("different");
  const [v, e] = [side({ document: "V-99100200" }), side({ document: "E-99100200" })];
  expect(agreementOf(v, e, "document", ["id_prefix_differs"])).toBe("different");
  expect(agreementOf(v, side({ document: "V-99100020" }), "document", ["id_digits_swapped"])).toBe(
    "compatible",
  );
  expect(agreementOf(v, side({}), "document", ["id_same"])).toBe("missing");
});

test("ages and years of birth stand to each other as the years they may mean", () => {
  const [aged, older] = [side({ age: 27 }), side({ age: 28 })];
  expect(agreementOf(aged, older, "birth")).toBe("compatible");
  expect(agreementOf(aged, side({ birthYear: 1999 }), "birth")).toBe("compatible");
  expect(agreementOf(aged, side({ birthYear: 1990 }), "birth")).toBe("different");
  expect(agreementOf(aged, side({ age: 27 }), "birth")).toBe("compatible");
  expect(agreementOf(side({ birthYear: 1999 }), side({ birthDate: "1999-04-01" }), "birth")).toBe(
    "compatible",
  );
});

test("the day and the state are those of the detention, whatever was said since", () => {
  const one = side({
    detentions: [held("apprehended", "2026-01-03", "VE-V"), held("located_contact", "2026-02-10")],
  });
  expect([saidIn(one, "from"), saidIn(one, "entity"), saidIn(one, "state")]).toEqual([
    "2026-01-03 2026-01-03",
    "VE-V",
    "located_contact",
  ]);
});

test("a year or a month agrees with its days and is never the same day", () => {
  const began = (earliest: string, latest?: string) =>
    side({ detentions: [held("apprehended", earliest, null, latest)] });
  const [year, other] = [began("2026-01-01", "2026-12-31"), began("2026-01-01", "2026-12-31")];
  expect(agreementOf(year, other, "from")).toBe("compatible");
  expect(agreementOf(year, began("2026-07-04"), "from")).toBe("compatible");
  expect(agreementOf(began("2026-07-04"), began("2026-07-04"), "from")).toBe("same");
  expect(agreementOf(began("2026-07-04"), began("2026-07-20"), "from")).toBe("compatible");
  expect(agreementOf(began("2025-07-04"), year, "from")).toBe("different");
  expect(agreementOf(side({}), year, "from")).toBe("missing");
  expect(daysText("2026-01-01", "2026-12-31", "es")).toBe("2026");
  expect(daysText("2026-02-01", "2026-02-28", "es")).toBe("febrero de 2026");
  expect(daysText("2026-02-10", "2026-02-10", "es")).toBe("10 feb. 2026");
  expect(daysText(null, "2026-02-10", "es")).toContain("10 feb. 2026");
});
