import { expect, test } from "vitest";
import { mayBeKept, mayGive, prevailing } from "@/lib/consent/rules";

const at = "2026-01-20T16:00:00.000Z";
const answer = (purpose: "store" | "count", granted: boolean) => ({ purpose, granted, textVersion: "1", at });

test("only a yes to keeping lets anything be kept", () => {
  expect(mayBeKept([])).toBe(false);
  expect(mayBeKept([answer("count", true)])).toBe(false);
  expect(mayBeKept([answer("store", false), answer("count", true)])).toBe(false);
  expect(mayBeKept([answer("store", true), answer("count", false)])).toBe(true);
});

test.each([
  ["name", "relative", false, true],
  ["name", "guardian", true, false],
  ["name", "person", true, false],
  ["name", "relative", "unknown", false],
  ["photo", "person", "unknown", false],
  ["count", "other", true, true],
  ["un", "other", false, false],
  ["un", "relative", true, true],
] as const)("%s given by %s about a minor (%s): %s", (purpose, by, minor, allowed) => {
  expect(mayGive(purpose, by, { minor })).toBe(allowed);
});

test("relatives disagree: the protective answer stands, unless the person has spoken", () => {
  expect(prevailing([])).toBe(false);
  expect(
    prevailing([
      { by: "relative", granted: true },
      { by: "relative", granted: false },
    ]),
  ).toBe(false);
  expect(
    prevailing([
      { by: "relative", granted: false },
      { by: "person", granted: true },
    ]),
  ).toBe(true);
  expect(
    prevailing([
      { by: "relative", granted: true },
      { by: "person", granted: false },
    ]),
  ).toBe(false);
});
