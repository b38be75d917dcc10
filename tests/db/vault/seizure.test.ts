import { createHash, hkdfSync } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { record } from "@/lib/audit/record";
import { tokenOf } from "@/lib/auth/next-auth";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { addStaff, makeVault } from "@/lib/auth/staff";
import { openStaffKeys, type WrappedStaffKeys } from "@/lib/auth/staff-keys";
import { totpCode } from "@/lib/auth/totp";
import { openWrap } from "@/lib/auth/vault-wrap";
import { desk } from "@/lib/db/desk";
import { passphraseKey } from "@/lib/vault/passphrase";
import { newPersonKey, sealUnderVault } from "@/lib/vault/person";
import { openUnder, openWith, sealToVault, sealUnder } from "@/lib/vault/seal";
import { sodium } from "@/lib/vault/sodium";
import { asOwner } from "../../support/owner";

const CANARY = "Canaria Inventada Pérez";
const now = new Date("2026-01-10T12:00:00Z");
const clock = () => now;
const passphrases = { carmen: "una frase larga de carmen", vera: "otra frase larga de vera" };
const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-recovery-")), "recovery.txt");
let sealed: Uint8Array[];
let sessionId: string;
const secretsInMemory: Uint8Array[] = [];

beforeAll(async () => {
  const factor = await makeVault(
    { username: "carmen", role: "coordinator", passphrase: passphrases.carmen },
    recovery,
    clock,
  );
  const carmen = await actorFor("carmen", passphrases.carmen, clock);
  await addStaff(carmen, { username: "vera", role: "vetter", passphrase: passphrases.vera }, clock);
  sessionId = await signIn("carmen", passphrases.carmen, totpCode(factor.totpSecret, now), clock);
  const person = newPersonKey(carmen.keys);
  sealed = [
    await sealToVault(carmen.keys.publicKey, { name: CANARY }),
    person.wrapped,
    sealUnder(person.key, { name: CANARY }, "person|identity"),
    sealUnderVault(carmen.keys, CANARY, "decision|reason"),
  ];
  await desk().$transaction((tx) => record(tx, carmen, "case.opened", { why: CANARY }, now));
  secretsInMemory.push(
    carmen.keys.privateKey,
    carmen.keys.root,
    carmen.signingKey.subarray(0, 32),
    person.key,
  );
  secretsInMemory.push(Buffer.from(sessionId, "base64url"), Buffer.from(factor.totpSecret));
});

interface Dump {
  everything: Buffer;
  columns: Uint8Array[];
}

/** Every column of every row of schema registry, as somebody with a copy of the database has them. */
async function dump(): Promise<Dump> {
  const tables = await asOwner<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'registry'",
  );
  const columns: Uint8Array[] = [];
  for (const { tablename } of tables) {
    for (const row of await asOwner<Record<string, unknown>>(`SELECT * FROM registry.${tablename}`)) {
      for (const value of Object.values(row)) {
        columns.push(value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value) ?? ""));
      }
    }
  }
  return { columns, everything: Buffer.concat(columns) };
}

describe("with the whole database and every secret on the disk, but no passphrase", () => {
  test("no key, secret or word lies in it in the clear, in any usual writing", async () => {
    const { everything } = await dump();
    expect(everything.length).toBeGreaterThan(3000);
    expect(everything.includes(CANARY)).toBe(false);
    for (const secret of secretsInMemory) {
      const raw = Buffer.from(secret);
      for (const form of [
        raw,
        raw.toString("hex"),
        raw.toString("base64").slice(0, 40),
        raw.toString("base64url").slice(0, 40),
      ]) {
        expect(everything.includes(form)).toBe(false);
      }
    }
  });

  test("nothing opens with anything that can be made of what lies there", async () => {
    const { columns } = await dump();
    const onDisk = ["AUTH_SECRET", "INTAKE_PEPPER", "FLOW_KEY"].map((name) =>
      Buffer.from(process.env[name] ?? ""),
    );
    const materials = [...columns, ...onDisk];
    const labels = ["vigilia vault root 1", "vigilia session keys 1", "vigilia receipt draft 1"];
    const keys = materials.flatMap((material) => [
      ...(material.length === 32 ? [material] : []),
      createHash("sha256").update(material).digest(),
      ...labels.map((label) => new Uint8Array(hkdfSync("sha256", material, "", label, 32))),
    ]);
    const contexts = ["person|identity", "decision|reason"];
    const targets = [...sealed, ...columns.filter((column) => column.length > 200)];
    let tried = 0;
    for (const key of keys) {
      for (const target of targets) {
        for (const context of contexts) expect(() => openUnder(key, target, context)).toThrow();
        await expect(openWith(sodium.crypto_scalarmult_base(key), key, target)).rejects.toThrow();
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(1000);
  });

  test("a cookie's secret alone makes a cookie, and the cookie opens no session", async () => {
    expect(await tokenOf("A".repeat(43))).toBeTruthy();
    const { everything } = await dump();
    expect(
      everything.includes(createHash("sha256").update(Buffer.from(sessionId, "base64url")).digest()),
    ).toBe(true);
    expect(everything.includes(Buffer.from(sessionId, "base64url"))).toBe(false);
  });
});

test("with the same database and one passphrase, everything opens: the walls above are the passphrase's", async () => {
  const staff = await desk().staff.findUniqueOrThrow({
    where: { username: "vera" },
    include: { wraps: { include: { vault: true } } },
  });
  const key = await passphraseKey(passphrases.vera, staff.kdfSalt);
  const own = openStaffKeys(staff.id, key, staff satisfies WrappedStaffKeys);
  const [wrap] = staff.wraps;
  if (!wrap) throw new Error("vera should have a wrap");
  const vault = await openWrap(
    { publicKey: staff.publicKey, privateKey: own.privateKey },
    wrap.vault,
    wrap.wrapped,
  );
  const [toVault] = sealed;
  expect(await openWith(vault.publicKey, vault.privateKey, toVault ?? new Uint8Array())).toEqual({
    name: CANARY,
  });
});

test("wraps moved to another member of staff do not open with that person's passphrase", async () => {
  const [carmen, vera] = await Promise.all(
    ["carmen", "vera"].map((username) => desk().staff.findUniqueOrThrow({ where: { username } })),
  );
  if (!carmen || !vera) throw new Error("both should be staff");
  const key = await passphraseKey(passphrases.carmen, carmen.kdfSalt);
  expect(() => openStaffKeys(vera.id, key, carmen)).toThrow("does not open");
  const own = openStaffKeys(carmen.id, key, carmen);
  const wrap = await desk().vaultWrap.findFirstOrThrow({
    where: { staffId: vera.id },
    include: { vault: true },
  });
  const mine = { publicKey: carmen.publicKey, privateKey: own.privateKey };
  await expect(openWrap(mine, wrap.vault, wrap.wrapped)).rejects.toThrow("does not open");
});

test("the identity file is all that is needed when every passphrase is lost", () => {
  expect(readFileSync(recovery, "utf8")).toMatch(
    /^# created: .*\n# public key: age1\w+\nAGE-SECRET-KEY-1\w+\n$/,
  );
});
