import { expect, test } from "vitest";
import { Alike } from "@/lib/people/alike/rules";
import { compare, prepare } from "@/lib/people/matching/rules";
import type { MatchPerson } from "@/lib/people/matching/schema";
import { labelledPairs } from "../support/pairs/generator";

const pairs = labelledPairs(90_210, 3000);

test("of those whom comparing finds likely a list loses few, and finds nobody whom comparing does not", () => {
  const alike = new Alike();
  for (const [at, { a }] of pairs.entries()) alike.add(a, String(at));
  const asked = pairs.map(({ a, b }, at) => ({
    ...{ at, b, found: alike.find(b) },
    likely: compare(prepare(b), prepare(a)).verdict === "likely",
  }));
  const likely = asked.filter((one) => one.likely);
  expect(likely.length).toBeGreaterThan(1000);
  expect(likely.filter(({ found }) => found !== null).length / likely.length).toBeGreaterThan(0.97);
  for (const { b, found } of asked) {
    if (found === null) continue;
    const { verdict, reasons } = compare(prepare(b), prepare(pairs[Number(found)]?.a as MatchPerson));
    expect(verdict === "likely" || reasons.includes("id_same")).toBe(true);
  }
});

test("the same paper is said whatever the names, and nobody is like a person without one", () => {
  const [{ a } = { a: {} as MatchPerson }] = pairs;
  const alike = new Alike();
  alike.add({ ...a, id: { kind: "V", number: "99.000.001" } }, "here");
  const other = { ...a, givenNames: "Otra", surnames: "Persona", birthDate: "1931-01-01" };
  expect(alike.find({ ...other, id: { kind: "V", number: "099000001" } })).toBe("here");
  expect(alike.find({ ...other, id: { kind: "E", number: "99000001" } })).toBeNull();
  expect(alike.find({ ...other, id: null })).toBeNull();
  expect(alike.find({ ...other, id: null, givenNames: null, surnames: null })).toBeNull();
});
