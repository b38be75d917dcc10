import { expect, test } from "vitest";
import { mayBeKept, mayGive, needsStanding } from "@/lib/consent/rules";
import { purposes } from "@/lib/consent/schema";

const at = "2026-01-20T16:00:00.000Z";
const answer = (purpose: "store" | "count", granted: boolean) => ({ purpose, granted, textVersion: "1", at });

test("only a yes to keeping lets anything be kept", () => {
  expect(mayBeKept([])).toBe(false);
  expect(mayBeKept([answer("count", true)])).toBe(false);
  expect(mayBeKept([answer("store", false), answer("count", true)])).toBe(false);
  expect(mayBeKept([answer("store", true), answer("count", false)])).toBe(true);
});

test.each([
  ["store", "other", true],
  ["count", "partner", true],
  ["un", "other", false],
  ["name", "partner", false],
  ["name", "relative", true],
  ["photo", "person", true],
] as const)("%s may be given by %s: %s", (purpose, by, allowed) => {
  expect(mayGive(purpose, by)).toBe(allowed);
});

test("only keeping and counting are believed before anybody checked who gives them", () => {
  expect(purposes.filter((one) => !needsStanding(one))).toEqual(["store", "count"]);
});
