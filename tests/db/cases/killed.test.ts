import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";
import { newVault } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { anyMoment, anyPerson } from "@/tests/support/histories";
import { tallyOf } from "@/tests/support/oracle-tally";
import { asOwner } from "@/tests/support/owner";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const directory = mkdtempSync(join(tmpdir(), "vigilia-killed-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const SIZE = 1100;
const people = fc.sample(anyPerson, { numRuns: SIZE, seed: 31 });
const [path, vault] = [join(directory, "registry.jsonl"), join(directory, "vault.json")];

/** Imports in a process of its own, killed at once when it has come to `until`; answers whether it was. */
function importUntil(until: RegExp | null): Promise<boolean> {
  const args = ["--import", "tsx", join(ROOT, "tests", "support", "import-child.ts"), path, vault];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let [said, wrong, killed] = ["", "", false];
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (until?.test(said)) killed = child.kill("SIGKILL") || killed;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    wrong += chunk.toString();
  });
  return new Promise((done, fail) =>
    child.once("exit", (code) => (killed || code === 0 ? done(killed) : fail(new Error(wrong)))),
  );
}

const standing = async () => {
  const [row] = await asOwner<Record<string, number>>(`SELECT
    (SELECT count(*)::int FROM registry.import_lines) AS staged, (SELECT count(DISTINCT key)::int FROM registry.import_lines) AS keys,
    (SELECT count(*)::int FROM registry.cases) AS cases, (SELECT count(*)::int FROM registry.custody_intervals) AS derived`);
  return row ?? {};
};

it("an import whose process is killed while staging and while confirming goes on, and ends as one that was never stopped", async () => {
  const { keys } = await newVault((await newRecoveryIdentity(new Date(0))).recipient);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  writeFileSync(
    vault,
    JSON.stringify({
      vaultId: keys.vaultId,
      privateKey: hex(keys.privateKey),
      publicKey: hex(keys.publicKey),
    }),
  );
  const header = {
    type: "registry",
    version: 1,
    source: "org",
    exportedAt: "2026-03-01T00:00:00Z",
    history: "keep",
  };
  const lines = people.map((person, n) => ({
    type: "case",
    key: `k-${n}`,
    ...person,
    person: { givenNames: "Persona", surnames: `Inventada ${n}`, ...person.person },
  }));
  writeFileSync(path, [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(""));

  const uncounted = { cases: 0, derived: 0 };
  let kept = 0;
  for (const until of [/^Staging 1050$/m, /^Staging 1100$/m, /^Confirming 1001$/m]) {
    expect(await importUntil(until)).toBe(true);
    const { staged = 0, keys: different, ...counted } = await standing();
    expect(counted).toEqual(uncounted);
    expect(different).toBe(staged);
    expect(staged).toBeGreaterThanOrEqual(Math.max(kept, 500));
    kept = staged;
  }
  expect(kept).toBe(SIZE);
  expect(await importUntil(null)).toBe(false);
  expect(await standing()).toMatchObject({ cases: SIZE, staged: 0 });
  const moments = fc.sample(anyMoment, { numRuns: 16, seed: 5 });
  for (const [n, t] of moments.entries()) {
    const k = moments[(n * 7 + 3) % moments.length] ?? t;
    const { at: _, known: __, method: ___, ...counted } = await tally(desk(), new Date(t), new Date(k));
    expect(counted).toEqual(tallyOf(people, t, k));
  }
}, 120_000);
