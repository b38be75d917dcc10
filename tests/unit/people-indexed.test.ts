import { describe, expect, test } from "vitest";
import { candidatesIn } from "@/lib/people/indexed/candidates/rules";
import { NameIndex, preparedOf } from "@/lib/people/indexed/rules";
import { searchIn } from "@/lib/people/indexed/search/rules";
import { takeApart } from "@/lib/people/matching/names/rules";
import { compare, prepare } from "@/lib/people/matching/rules";
import type { MatchPerson } from "@/lib/people/matching/schema";
import { alike, NEAR } from "@/lib/people/matching/words/rules";
import { labelledPairs } from "../support/pairs/generator";

const pairs = labelledPairs(4_711, 600);
const indexed = (person: MatchPerson, id: string, aliases: string[] = []) =>
  ({ kind: "case", id, reference: null, person, aliases, earlier: [] }) as const;

function given(people: readonly MatchPerson[]): NameIndex {
  const index = new NameIndex();
  for (const [at, person] of people.entries()) index.put(indexed(person, String(at)));
  return index;
}
const index = given(pairs.map(({ a }) => a));

describe("candidates", () => {
  test("are exactly those that comparing with each one finds, with the same scores and reasons", () => {
    const everybody = pairs.map(({ a }) => prepare(a));
    let many = 0;
    for (const { b } of pairs.slice(0, 40)) {
      for (const person of [b, { ...b, id: null }, { ...b, birthDate: null, birthYear: null, sex: null }]) {
        const sought = prepare(person);
        const one = everybody
          .map((other, at) => ({ kind: "case", id: String(at), ...compare(sought, other) }))
          .filter(({ verdict }) => verdict !== "different")
          .sort((x, y) => y.score - x.score || (x.id < y.id ? 1 : -1));
        many += one.length;
        expect(candidatesIn(index, { person })).toEqual(one.slice(0, 50));
      }
    }
    expect(many).toBeGreaterThan(60);
  });

  test("hold by the detention that fits best of several, and never somebody against themselves", () => {
    const [{ a } = { a: {} as MatchPerson }] = pairs;
    const twice = new NameIndex();
    const before = { entity: a.entity, apprehended: a.apprehended };
    twice.put({
      ...indexed({ ...a, id: null, entity: "VE-Z", apprehended: "2019-01-01" }, "1"),
      earlier: [before],
    });
    const [first] = candidatesIn(twice, { person: { ...a, id: null } });
    expect(first?.reasons).toEqual(expect.arrayContaining(["entity_same", "apprehended_near"]));
    expect(candidatesIn(twice, { person: a, except: { kind: "case", id: "1" } })).toEqual([]);
  });

  test.each([
    "",
    "José ".repeat(400),
    `${"x".repeat(3000)}`,
    "\u202eأحمد",
    "Q.",
    "a b c d e f g h i j k l m n o p",
  ])("a strange name %# is answered, quickly", (surnames) => {
    const begun = performance.now();
    candidatesIn(index, { person: { ...(pairs[0]?.a as MatchPerson), surnames } });
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

test("the words near a word are those that are alike, and no other", () => {
  const { vocabulary } = index;
  const plains = new Set(pairs.flatMap(({ a, b }) => [a, b].flatMap(plainsOf)));
  const parts = index.entries.flatMap((entry) =>
    entry ? [preparedOf(entry).given, preparedOf(entry).surnames] : [],
  );
  const borne = [...new Set(parts.flatMap(({ words, married }) => [...words, ...married]))];
  for (const plain of plains) {
    const word = takeApart(plain);
    if (word.initial) continue;
    const near = borne.filter((other) => !other.initial && alike(word, other) >= NEAR);
    expect(new Set(vocabulary.near(word).filter(({ initial }) => !initial)), plain).toEqual(new Set(near));
  }
});

const plainsOf = (person: MatchPerson): string[] => {
  const { given: names, surnames } = prepare(person);
  return [...names.words, ...surnames.words].map(({ plain }) => plain);
};

test("whoever is taken out leaves nothing: not a word, not a number", () => {
  const [{ a } = { a: {} as MatchPerson }, { a: other } = { a: {} as MatchPerson }] = pairs.slice(2);
  const two = given([a, other]);
  two.take({ kind: "case", id: "0" });
  expect(searchIn(two, `${a.givenNames} ${a.surnames}`).hits.map(({ id }) => id)).not.toContain("0");
  expect(candidatesIn(two, { person: a }).map(({ id }) => id)).not.toContain("0");
  two.keepOnly("case", new Set());
  expect([two.size, two.vocabulary.size, two.byPaper(other.id?.number ?? "")]).toEqual([0, 0, []]);
  two.put(indexed(a, "5"));
  expect(two.entries).toHaveLength(2);
  two.put(indexed({ ...a, surnames: "Otra Cosa" }, "5"));
  expect(searchIn(two, "otra cosa").hits).toEqual([{ kind: "case", id: "5", fit: expect.any(Number) }]);
  expect(two.size).toBe(1);
});

test("a search puts who fits best first and says how many there were", () => {
  const [{ a } = { a: {} as MatchPerson }] = pairs;
  const many = given(
    Array.from({ length: 70 }, (_, n) => ({
      ...a,
      givenNames: "Keiber",
      surnames: `Ñáñez ${"abcdefg"[n % 7]}`,
    })),
  );
  many.put(indexed({ ...a, givenNames: "Keiber", surnames: "Ñáñez Abreu" }, "abreu"));
  const { hits, total } = searchIn(many, "ñañes keyber abreu");
  expect(hits[0]?.id).toBe("abreu");
  expect([hits.length, total]).toEqual([50, 71]);
});
