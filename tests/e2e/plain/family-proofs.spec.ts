import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

// A sample of `proof:seizure`, `proof:codes` and `proof:naughty`, against the registry that the other tests use.
test.describe.configure({ timeout: 240_000 });

const ROOT = join(import.meta.dirname, "..", "..", "..");

function proof(what: string) {
  const script = join(ROOT, "tests/e2e/support/family-proofs.ts");
  const args = ["--import", "tsx", script, process.env.E2E_DATA_DIR ?? "", process.env.E2E_OPEN ?? "", what];
  const said = execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "");
}

test("what families wrote stands nowhere on disk, no key on disk opens it, and one number leads to no case", () => {
  const { files, words, wrong } = proof("seizure");
  expect(files).toBeGreaterThan(1000);
  expect(words).toBeGreaterThan(30);
  expect(wrong).toEqual([]);
});

test("numbers that were never given are all answered the same, near misses included, and the owner gets in", () => {
  expect(proof("codes")).toEqual({ answers: 1, opens: true });
});

test("no string breaks a page of the family's, and every box keeps what was typed", () => {
  const { boxes, posts, wrong } = proof("naughty");
  expect(boxes).toBeGreaterThan(15);
  expect(posts).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});
