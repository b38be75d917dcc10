import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { newDevice } from "@/lib/auth/device";
import { openSession, signOut } from "@/lib/auth/sessions";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { addStaff, changeRole, disableStaff, makeVault } from "@/lib/auth/staff";
import { totpCode } from "@/lib/auth/totp";
import { newPersonKey, openPersonKey } from "@/lib/vault/person";
import { unwrapFromRecovery } from "@/lib/vault/recovery";
import { openFromVault, sealToVault } from "@/lib/vault/seal";
import { asOwner } from "../../support/owner";

const directory = mkdtempSync(join(tmpdir(), "vigilia-recovery-"));
const recovery = join(directory, "recovery.txt");
const carmenPass = "una frase larga de carmen";
const veraPass = "otra frase larga de vera";
let carmenTotp = "";
let veraTotp = "";
let carmen: StaffActor;

/** Moments far enough apart that neither the second factor nor the throttle of another test matters. */
let day = 0;
const tomorrow = (plusSeconds = 0) => {
  const base = Date.UTC(2026, 0, ++day, 12);
  return () => new Date(base + plusSeconds * 1000);
};
const later = (clock: () => Date, seconds: number) => () => new Date(clock().getTime() + seconds * 1000);

beforeAll(async () => {
  const clock = tomorrow();
  const coordinator = { username: "carmen", role: "coordinator", passphrase: carmenPass } as const;
  ({ totpSecret: carmenTotp } = await makeVault(coordinator, recovery, clock));
  carmen = await actorFor("carmen", carmenPass, clock);
  const vetter = { username: "vera", role: "vetter", passphrase: veraPass } as const;
  ({ totpSecret: veraTotp } = await addStaff(carmen, vetter, clock));
});

const keyOf = (name: string) =>
  createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update(`try|${name}|`)
    .digest("hex");
const asVera = (clock: () => Date) => signIn("vera", veraPass, totpCode(veraTotp, clock()), clock);

describe("the vault and its first coordinator", () => {
  test("the recovery identity is readable by its owner only and opens the vault", async () => {
    expect(statSync(recovery).mode & 0o777).toBe(0o600);
    const [wrap] = await asOwner<{ wrapped: Uint8Array }>(
      "SELECT wrapped FROM registry.vault_wraps WHERE staff_id IS NULL",
    );
    const key = await unwrapFromRecovery(readFileSync(recovery, "utf8"), wrap?.wrapped ?? new Uint8Array());
    expect(Buffer.from(key)).toEqual(Buffer.from(carmen.keys.privateKey));
  });

  test("is made once, never over an existing file, and only with a coordinator", async () => {
    const another = { username: "otra", role: "coordinator", passphrase: carmenPass } as const;
    const clock = tomorrow();
    const fresh = join(directory, "second.txt");
    await expect(makeVault(another, recovery, clock)).rejects.toMatchObject({ code: "file_exists" });
    await expect(makeVault(another, fresh, clock)).rejects.toMatchObject({ code: "vault_exists" });
    expect(() => statSync(fresh)).toThrow();
    const vetter = { ...another, role: "vetter" } as const;
    await expect(makeVault(vetter, fresh, clock)).rejects.toMatchObject({ code: "coordinator_needed" });
  });

  test("the recovery wrap can be neither deleted nor rewritten, even by the owner of the database", async () => {
    await expect(asOwner("DELETE FROM registry.vault_wraps WHERE staff_id IS NULL")).rejects.toThrow(
      /append-only/,
    );
    await expect(asOwner("UPDATE registry.vault_wraps SET wrapped = '\\x00'")).rejects.toThrow(/append-only/);
  });
});

describe("adding staff", () => {
  test("a newcomer gets the same vault", async () => {
    const vera = await actorFor("vera", veraPass, tomorrow());
    expect(Buffer.from(vera.keys.root)).toEqual(Buffer.from(carmen.keys.root));
    const sealed = await sealToVault(carmen.keys.publicKey, { word: "hola" });
    expect(await openFromVault(vera.keys, sealed)).toEqual({ word: "hola" });
  });

  test.each([
    ["a short passphrase", { passphrase: "catorce letras" }],
    ["a passphrase of one letter", { passphrase: "aaaaaaaaaaaaaaaaaaaa" }],
    ["a reserved name", { username: "operator" }],
    ["a name with spaces", { username: "ana maría" }],
  ])("%s is not accepted", async (_why, wrong) => {
    const someone = {
      username: "nadie",
      role: "intake",
      passphrase: "una frase bastante larga",
      ...wrong,
    } as const;
    await expect(addStaff(carmen, someone, tomorrow())).rejects.toThrow();
    expect(await asOwner("SELECT FROM registry.staff WHERE username = 'nadie'")).toEqual([]);
  });

  test("only a coordinator invites, and a name is used once", async () => {
    const vera = await actorFor("vera", veraPass, tomorrow());
    const someone = { username: "intrusa", role: "auditor", passphrase: "una frase bastante larga" } as const;
    await expect(addStaff(vera, someone, tomorrow())).rejects.toMatchObject({ code: "not_permitted" });
    await expect(addStaff({ kind: "operator" }, someone, tomorrow())).rejects.toMatchObject({
      code: "not_permitted",
    });
    const again = { ...someone, username: "vera" } as const;
    await expect(addStaff(carmen, again, tomorrow())).rejects.toMatchObject({ code: "username_taken" });
  });
});

describe("signing in", () => {
  test("passphrase and code open a session that knows who it is", async () => {
    const clock = tomorrow();
    const vera = await openSession(await asVera(clock), clock);
    expect(vera).toMatchObject({ username: "vera", role: "vetter" });
    expect(Buffer.from(vera?.keys.privateKey ?? [])).toEqual(Buffer.from(carmen.keys.privateKey));
    expect(vera?.signingKey).toHaveLength(64);
  });

  test.each([
    ["a wrong passphrase", "vera", "no es la frase de vera", true],
    ["a wrong code", "vera", veraPass, false],
    ["a name nobody has", "nadie", veraPass, true],
  ])("%s is the same refusal", async (_why, name, passphrase, goodCode) => {
    const clock = tomorrow();
    const code = goodCode ? totpCode(veraTotp, clock()) : "000000";
    await expect(signIn(name, passphrase, code, clock)).rejects.toMatchObject({ code: "sign_in_failed" });
  });

  test("a name nobody has costs as much as a wrong passphrase", async () => {
    const clock = tomorrow();
    const spent = async (name: string) => {
      await asOwner("DELETE FROM registry.sign_in_tries");
      const start = performance.now();
      await signIn(name, "no es la frase de nadie", "123456", clock).catch(() => {});
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 9; n++) {
      known.push(await spent("vera"));
      unknown.push(await spent("desconocida"));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? Number.NaN;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6);
    expect(median(unknown) / median(known)).toBeLessThan(1.6);
  });

  test("a code works once, also thirty seconds early or late", async () => {
    const clock = tomorrow();
    const code = totpCode(veraTotp, clock());
    await signIn("vera", veraPass, code, clock);
    await expect(signIn("vera", veraPass, code, clock)).rejects.toMatchObject({ code: "sign_in_failed" });
    const soon = later(clock, 30);
    await expect(signIn("vera", veraPass, code, soon)).rejects.toMatchObject({ code: "sign_in_failed" });
  });

  test("fifty at once with one code succeed once", async () => {
    const clock = tomorrow();
    // The throttle would refuse most of them before the code is looked at: let every one through to it.
    await asVera(later(clock, -3600));
    await asOwner("INSERT INTO registry.sign_in_tries VALUES ($1, -1000, $2)", [keyOf("vera"), 9e12]);
    const code = totpCode(veraTotp, clock());
    const before = await asOwner("SELECT FROM registry.staff_sessions");
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => signIn("vera", veraPass, code, later(clock, 0.001 * n))),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await asOwner("SELECT FROM registry.staff_sessions")).toHaveLength(before.length + 1);
  });

  test("guessing becomes slow, is never locked, and the owner's success clears it", async () => {
    await asOwner("DELETE FROM registry.sign_in_tries");
    const clock = tomorrow();
    const wrong = (at: () => Date) => signIn("vera", "no es la frase de vera", "000000", at);
    for (let n = 0; n < 5; n++) await expect(wrong(clock)).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(wrong(clock)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(wrong(later(clock, 1))).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(wrong(later(clock, 2))).rejects.toMatchObject({ code: "too_many_tries" });
    const owner = later(clock, 63);
    await expect(signIn("vera", veraPass, totpCode(veraTotp, owner()), owner)).resolves.toBeTruthy();
    expect(await asOwner("SELECT FROM registry.sign_in_tries")).toEqual([]);
  });
});

describe("a known device", () => {
  test("lets its owner in at once while somebody guesses, and counts its own failures", async () => {
    await asOwner("DELETE FROM registry.sign_in_tries");
    const clock = tomorrow();
    const device = newDevice("vera");
    const from = (token: string, passphrase: string, at = clock) =>
      signIn("vera", passphrase, totpCode(veraTotp, at()), at, token);
    for (let n = 0; n < 6; n++) await from("", "no es la frase de vera").catch(() => {});
    await expect(from("", veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(newDevice("carmen"), veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(`${device}x`, veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(device, veraPass)).resolves.toBeTruthy();
    for (let n = 0; n < 5; n++) await from(device, "no es la frase de vera").catch(() => {});
    await expect(from(device, veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
  });
});

describe("a session", () => {
  test("ends after fifteen idle minutes, and after twelve hours however busy", async () => {
    const clock = tomorrow();
    const idle = await asVera(clock);
    expect(await openSession(idle, later(clock, 15 * 60 - 1))).not.toBeNull();
    expect(await openSession(idle, later(clock, 15 * 60 - 1 + 15 * 60))).toBeNull();
    const busyFrom = tomorrow();
    const busy = await asVera(busyFrom);
    for (let minutes = 10; minutes < 720; minutes += 10) {
      expect(await openSession(busy, later(busyFrom, minutes * 60))).not.toBeNull();
    }
    expect(await openSession(busy, later(busyFrom, 720 * 60))).toBeNull();
  });

  test("ends when its owner signs out, and its row is gone", async () => {
    const clock = tomorrow();
    const id = await asVera(clock);
    await signOut(id, clock);
    expect(await openSession(id, clock)).toBeNull();
  });

  test("a row without its cookie opens nothing, nor does a cookie without its row", async () => {
    const clock = tomorrow();
    const [mine, other] = [
      await asVera(clock),
      await signIn("carmen", carmenPass, totpCode(carmenTotp, clock()), clock),
    ];
    await asOwner(`UPDATE registry.staff_sessions a SET sealed_keys = b.sealed_keys
      FROM registry.staff_sessions b, registry.staff s
      WHERE s.username = 'vera' AND a.staff_id = s.id AND b.staff_id <> s.id`);
    await expect(openSession(mine, clock)).rejects.toThrow("does not open");
    expect(await openSession(other, clock)).not.toBeNull();
    await asOwner("DELETE FROM registry.staff_sessions");
    expect(await openSession(other, clock)).toBeNull();
    for (const wrong of ["", "x", "A".repeat(43), `${other}A`])
      expect(await openSession(wrong, clock)).toBeNull();
  });

  test("a change of role holds from the next request on; putting somebody out too", async () => {
    const clock = tomorrow();
    const id = await asVera(clock);
    await changeRole(carmen, "vera", "intake", clock);
    expect(await openSession(id, clock)).toMatchObject({ role: "intake" });
    await disableStaff(carmen, "vera", clock);
    expect(await openSession(id, clock)).toBeNull();
    await expect(asVera(later(clock, 60))).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(disableStaff(carmen, "carmen", clock)).rejects.toMatchObject({ code: "coordinator_needed" });
    await expect(changeRole(carmen, "carmen", "vetter", clock)).rejects.toMatchObject({
      code: "coordinator_needed",
    });
  });
});

test("a person's key opens again from its wrap", () => {
  const { key, wrapped } = newPersonKey(carmen.keys);
  expect(Buffer.from(openPersonKey(carmen.keys, wrapped))).toEqual(Buffer.from(key));
});
