import { expect, test } from "vitest";
import { CODES, WRITTEN } from "../e2e/support/hostile/fields";
import { MADE } from "../e2e/support/hostile/made";
import { PAYLOADS } from "../e2e/support/hostile/payloads";
import { freeText } from "../support/free-text";

const split = (place: string) => place.split("#") as [string, string];

test("every box of words that any shape takes is written to by the store of hostile texts, or is no text", async () => {
  const found = await freeText();
  expect(found.length).toBeGreaterThan(100);
  expect(found).toContain("vetting/schema.ts#dissent");
  const missing = found.filter((place) => {
    const [file, name] = split(place);
    return !WRITTEN[file]?.[name] && !CODES.includes(name) && !MADE[place];
  });
  expect(missing).toEqual([]);
});

test("nothing in the list is of a box that is gone", async () => {
  const found = new Set(await freeText());
  const listed = Object.entries(WRITTEN).flatMap(([file, names]) =>
    Object.keys(names).map((name) => `${file}#${name}`),
  );
  expect(listed.filter((place) => !found.has(place))).toEqual([]);
});

test("there are at least three hundred texts, no two alike, and each could do something", () => {
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
});
