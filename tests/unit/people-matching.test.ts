import { describe, expect, test } from "vitest";
import { compare, prepare } from "@/lib/people/matching/rules";
import { pairs } from "../support/pairs/fixtures";
import { labelledPairs } from "../support/pairs/generator";

const ask = (a: Parameters<typeof prepare>[0], b: Parameters<typeof prepare>[0]) =>
  compare(prepare(a), prepare(b));

const nobody = {
  givenNames: null,
  surnames: null,
  sex: null,
  birthYear: null,
  birthDate: null,
  id: null,
  entity: null,
  apprehended: null,
};

describe("two records that somebody may take for one person", () => {
  test.each(pairs.map((pair) => [pair.what, pair] as const))("%s", (_what, { a, b, verdict }) => {
    expect(ask(a, b), JSON.stringify(ask(a, b))).toMatchObject({ verdict });
    expect(ask(b, a), "the other way round").toMatchObject({ verdict });
  });

  test("six thousand pairs that the rule was not tuned on: few are missed, fewer are wrongly called likely", () => {
    const asked = labelledPairs(20_261_122, 6000).map((pair) => ({ ...pair, ...ask(pair.a, pair.b) }));
    const likely = asked.filter(({ verdict }) => verdict === "likely");
    const right = likely.filter(({ same }) => same).length;
    expect(right / asked.filter(({ same }) => same).length, "recall").toBeGreaterThanOrEqual(0.97);
    expect(right / likely.length, "precision").toBeGreaterThanOrEqual(0.97);
    for (const what of ["twins", "siblings", "father and son", "homonyms", "another letter"]) {
      const these = asked.filter((pair) => pair.what === what);
      expect(these.length, what).toBeGreaterThan(100);
      expect(these.filter(({ verdict }) => verdict === "likely").length / these.length, what).toBeLessThan(
        0.05,
      );
    }
  });

  test.each([
    ["Yorgelis Andreína", "Yorgelys Andrea", "possible"],
    ["Ana Karina", "Ana Karla", "possible"],
    ["Ana Karina", "Ana Carina", "likely"],
    ["María Fernanda", "María Alejandra", "different"],
  ])("papers that follow each other and one day of birth: %s and %s are %s", (one, other, verdict) => {
    const born = {
      ...nobody,
      surnames: "Colmenares Rivas",
      birthDate: "2004-05-06",
      entity: "VE-V",
      apprehended: "2026-01-10",
    };
    const of = (givenNames: string, number: string) => ({ ...born, givenNames, id: { kind: "V", number } });
    const said = ask(of(one, "99100101"), of(other, "99100102"));
    expect(said.verdict).toBe(verdict);
    expect(said.reasons.includes("perhaps_twins")).toBe(verdict !== "likely");
    const tens = ask(of(one, "99100109"), of(other, "99100110")).verdict;
    expect(tens, "and where the ten changes").not.toBe(verdict === "likely" ? "different" : "likely");
  });

  test("nothing known of either says nothing of both", () => {
    expect(ask(nobody, nobody)).toMatchObject({ verdict: "different", reasons: [] });
  });

  test.each([
    "",
    " ",
    "\u200b",
    "--",
    "José ".repeat(2000),
    "\u202eأحمد",
    "😀",
    "李小龍",
    "Q.",
    "de la",
    "constructor",
    "__proto__ toString",
  ])("a strange name %j is compared with itself and others", (surnames) => {
    const one = { ...(pairs[0]?.a ?? nobody), id: null, surnames, sex: surnames };
    for (const other of pairs)
      expect(["likely", "possible", "different"]).toContain(ask(one, other.b).verdict);
  });
});
