import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readCheckpoint, signCheckpoint } from "@/lib/audit/checkpoint";
import { record } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/actor";
import { actorFor } from "@/lib/auth/sign-in";
import { makeVault } from "@/lib/auth/staff";
import { desk } from "@/lib/db/desk";
import { explainOutcome } from "@/scripts/cli/outcome";
import addVerify from "@/scripts/vigilia/verify";

// The command as an operator types it, on this file's own database instead of an installation's.
vi.mock("@/scripts/cli/with-desk", () => ({
  withDesk: (_dir: string, run: () => Promise<unknown>) => run(),
}));

const directory = mkdtempSync(join(tmpdir(), "vigilia-seals-"));
const seals = join(directory, "seals");
const passphrase = "una frase larga de carmen";
const clock = () => new Date("2026-01-10T12:00:00.123Z");
/** Somebody with the whole database in their hands. */
const superuser = new Client({ connectionString: process.env.OWNER_DATABASE_URL });
let carmen: StaffActor;
let said = "";

const acted = (times: number) =>
  desk().$transaction(async (tx) => {
    for (let n = 0; n < times; n++) await record(tx, carmen, "case.opened", { why: `caso ${n}` }, clock());
  });

async function seal(file: string): Promise<string> {
  const note = await signCheckpoint(carmen, clock);
  writeFileSync(join(seals, file), note);
  return note;
}

/** What the command says, and how it ends. */
async function verify(...args: string[]): Promise<{ code: number; said: string }> {
  const program = new Command().exitOverride();
  addVerify(program);
  const code = await program
    .parseAsync(["verify", ...args], { from: "user" })
    .then(() => 0)
    .catch(explainOutcome);
  return { code, said };
}

beforeAll(async () => {
  mkdirSync(seals);
  await makeVault(
    { username: "carmen", role: "coordinator", passphrase },
    join(directory, "recovery.txt"),
    clock,
  );
  carmen = await actorFor("carmen", passphrase, clock);
  await acted(20);
  await seal("vigilia-sello-2026-01-09.txt");
  await acted(5);
  await superuser.connect();
});
afterAll(() => superuser.end());

beforeEach(() => {
  said = "";
  vi.stubEnv("LANG", "en");
  vi.stubEnv("VIGILIA_PASSPHRASE", passphrase);
  for (const way of ["log", "error"] as const)
    vi.spyOn(console, way).mockImplementation((text) => {
      said += `${text}\n`;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const tampered = async (sql: string, look: () => Promise<void>) => {
  await superuser.query(`ALTER TABLE registry.audit_events DISABLE TRIGGER USER;
    CREATE TABLE public.kept AS TABLE registry.audit_events; ${sql}`);
  try {
    await look();
  } finally {
    await superuser.query(`TRUNCATE registry.audit_events; INSERT INTO registry.audit_events TABLE public.kept;
      DROP TABLE public.kept; ALTER TABLE registry.audit_events ENABLE TRIGGER USER`);
  }
};

const rehashed = `DO $$ DECLARE r registry.audit_events; prev bytea := '\\x'; BEGIN
  FOR r IN SELECT * FROM registry.audit_events ORDER BY seq LOOP
    UPDATE registry.audit_events SET prev_hash = prev, hash = registry.audit_hash(prev, r.seq, r.at, r.actor, r.action, r.subject)
      WHERE seq = r.seq RETURNING hash INTO prev;
  END LOOP; END $$`;

describe("vigilia verify, without a file", () => {
  test("finds the trail whole against the newest seal outside, says how much none covers, and with --as checks the marks", async () => {
    const found = await verify("--checkpoints", seals);
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toMatch(/Against the seal by carmen of 2026-01-10.*act \d+/);
    expect(found.said).toMatch(/whole: \d+ acts/);
    expect(found.said).toMatch(/5 acts that no seal covers/);
    expect(found.said).not.toMatch(/marks/);
    expect((await verify("--checkpoints", seals, "--as", "carmen")).said).toMatch(/marks of the vault/);
  });

  test("without any seal says so, and that a chain made anew would not show", async () => {
    const found = await verify("--checkpoints", directory);
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toMatch(/no seal was found/);
  });

  test("ends with 1 and the act when something was changed, and when everything was made anew or cut short", async () => {
    const changed = "UPDATE registry.audit_events SET actor = 'vera' WHERE seq = 7;";
    await tampered(changed, async () => {
      const found = await verify("--checkpoints", seals);
      expect(found).toMatchObject({ code: 1 });
      expect(found.said).toMatch(/BROKEN at act 7:/);
      expect(found.said).not.toMatch(/whole/);
    });
    await tampered(changed + rehashed, async () => {
      expect((await verify("--checkpoints", seals)).code).toBe(1);
      said = "";
      expect((await verify("--checkpoints", directory)).code, "only against a seal").toBe(0);
    });
    await tampered("DELETE FROM registry.audit_events WHERE seq > 15;", async () => {
      expect((await verify("--checkpoints", seals)).said).toMatch(/BROKEN at act 16:/);
    });
    said = "";
    expect((await verify("--checkpoints", seals)).code, "as it was before").toBe(0);
  });

  test("refuses a seal that is not whole, that another key signed, that is of another registry, or that is not there", async () => {
    const note = await seal("other.txt");
    const file = join(seals, "other.txt");
    const key = readCheckpoint(note)?.publicKey ?? "";
    expect((await verify("--checkpoint", file, "--key", key)).code).toBe(0);
    for (const [args, why] of [
      [["--checkpoint", file, "--key", "0".repeat(64)], /not among those/],
      [["--checkpoint", join(seals, "none.txt")], /none\.txt/],
      [["--checkpoint", file, "--key", "abc"], /--key abc/],
    ] as const) {
      said = "";
      expect((await verify(...args)).code).toBe(1);
      expect(said).toMatch(why);
    }
    writeFileSync(file, note.replace("carmen", "carlos"));
    said = "";
    expect(await verify("--checkpoint", file)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/not a whole/),
    });
    const stranger = { ...carmen, keys: { ...carmen.keys, vaultId: crypto.randomUUID() } };
    writeFileSync(file, await signCheckpoint(stranger, clock));
    said = "";
    expect(await verify("--checkpoint", file)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/another registry/),
    });
  });
});
