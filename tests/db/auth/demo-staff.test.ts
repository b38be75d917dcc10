import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listStaff } from "@/lib/auth/list-staff";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { totpCode } from "@/lib/auth/totp";
import { wallClock } from "@/lib/core/clock";
import { run } from "../../../scripts/steps/demo-staff";
import { asOwner } from "../../support/owner";

const dataDir = mkdtempSync(join(tmpdir(), "vigilia-demo-"));
const start = { dataDir, demo: false, demoStaff: true, clock: wallClock, progress: () => {} };
const file = join(dataDir, "demo-accounts.json");
const accounts = () => JSON.parse(readFileSync(file, "utf8")) as Record<string, string>[];

test("without the flags nobody is added", async () => {
  expect(await run({ ...start, demoStaff: false })).toBeUndefined();
  expect(await listStaff({ kind: "operator" })).toEqual([]);
});

test("staff of every role, two coordinators, administrators and vetters, with sign-ins only their owner can read", async () => {
  await run(start);
  expect(
    accounts()
      .map(({ role }) => role)
      .sort(),
  ).toEqual([
    "administrator",
    "administrator",
    "auditor",
    "coordinator",
    "coordinator",
    "editor",
    "intake",
    "lawyer",
    "vetter",
    "vetter",
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, "demo-recovery.txt")).mode & 0o777).toBe(0o600);
  for (const { username = "", password = "", totpSecret = "" } of accounts()) {
    await expect(
      signIn(username, password, totpCode(totpSecret, new Date()), wallClock),
    ).resolves.toBeTruthy();
  }
});

test("again it adds nobody; interrupted, it goes on with the same passphrases", async () => {
  const before = readFileSync(file, "utf8");
  await run(start);
  await asOwner("DELETE FROM registry.staff_sessions");
  await asOwner(
    "DELETE FROM registry.vault_wraps WHERE staff_id = (SELECT id FROM registry.staff WHERE username = 'abel')",
  );
  await asOwner("DELETE FROM registry.staff WHERE username = 'abel'");
  await run(start);
  expect(readFileSync(file, "utf8")).toBe(before);
  const abel = accounts().find(({ username }) => username === "abel");
  await expect(actorFor("abel", abel?.password ?? "", wallClock)).resolves.toMatchObject({ role: "auditor" });
});

test("where staff is already of the installation's own, it says so and adds nobody", async () => {
  rmSync(file);
  await expect(run(start)).rejects.toThrow("staff of its own");
  expect(await listStaff({ kind: "operator" })).toHaveLength(10);
});
