import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff, makeVault } from "@/lib/auth/staff";
import { newPersonKey, openPersonKey } from "@/lib/vault/person";
import { unwrapFromRecovery } from "@/lib/vault/recovery";
import { openFromVault, sealToVault } from "@/lib/vault/seal";
import { asOwner } from "../../support/owner";
import { carmenPass, makeTeam, tomorrow, veraPass } from "../../support/signed-in-team";

let team: Awaited<ReturnType<typeof makeTeam>>;
beforeAll(async () => {
  team = await makeTeam(tomorrow());
});

describe("the vault and its first coordinator", () => {
  test("the recovery identity is readable by its owner only and opens the vault", async () => {
    expect(statSync(team.recovery).mode & 0o777).toBe(0o600);
    const [wrap] = await asOwner<{ wrapped: Uint8Array }>(
      "SELECT wrapped FROM registry.vault_wraps WHERE staff_id IS NULL",
    );
    const key = await unwrapFromRecovery(
      readFileSync(team.recovery, "utf8"),
      wrap?.wrapped ?? new Uint8Array(),
    );
    expect(Buffer.from(key)).toEqual(Buffer.from(team.carmen.keys.privateKey));
  });

  test("is made once, never over an existing file, and only with a coordinator", async () => {
    const another = { username: "otra", role: "coordinator", passphrase: carmenPass } as const;
    const clock = tomorrow();
    const fresh = join(team.directory, "second.txt");
    await expect(makeVault(another, team.recovery, clock)).rejects.toMatchObject({ code: "file_exists" });
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
    expect(Buffer.from(vera.keys.root)).toEqual(Buffer.from(team.carmen.keys.root));
    const sealed = await sealToVault(team.carmen.keys.publicKey, { word: "hola" });
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
    await expect(addStaff(team.carmen, someone, tomorrow())).rejects.toThrow();
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
    await expect(addStaff(team.carmen, again, tomorrow())).rejects.toMatchObject({ code: "username_taken" });
  });
});

test("a person's key opens again from its wrap", () => {
  const { key, wrapped } = newPersonKey(team.carmen.keys);
  expect(Buffer.from(openPersonKey(team.carmen.keys, wrapped))).toEqual(Buffer.from(key));
});
