import { afterEach, beforeEach, expect } from "vitest";

// A test in which something was printed as an error has failed, whatever it asserted: broken things may not pass unseen.
const print = console.error;
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  console.error = (...words: unknown[]) => {
    printed.push(words.map(String).join(" "));
    print(...words);
  };
});

afterEach(() => {
  console.error = print;
  expect(printed, "console.error was called").toEqual([]);
});
