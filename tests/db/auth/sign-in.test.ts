import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { newDevice } from "@/lib/auth/device";
import { openSession } from "@/lib/auth/sessions";
import { signIn } from "@/lib/auth/sign-in";
import { totpCode } from "@/lib/auth/totp";
import { asOwner } from "../../support/owner";
import { later, makeTeam, tomorrow, veraPass } from "../../support/signed-in-team";

let team: Awaited<ReturnType<typeof makeTeam>>;
beforeAll(async () => {
  team = await makeTeam(tomorrow());
});

const keyOf = (name: string) =>
  createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update(`try|${name}|`)
    .digest("hex");

describe("signing in", () => {
  test("passphrase and code open a session that knows who it is", async () => {
    const clock = tomorrow();
    const vera = await openSession(await team.asVera(clock), clock);
    expect(vera).toMatchObject({ username: "vera", role: "vetter" });
    expect(Buffer.from(vera?.keys.privateKey ?? [])).toEqual(Buffer.from(team.carmen.keys.privateKey));
    expect(vera?.signingKey).toHaveLength(64);
  });

  test.each([
    ["a wrong passphrase", "vera", "no es la frase de vera", true],
    ["a wrong code", "vera", veraPass, false],
    ["a name nobody has", "nadie", veraPass, true],
  ])("%s is the same refusal", async (_why, name, passphrase, goodCode) => {
    const clock = tomorrow();
    const code = goodCode ? totpCode(team.veraTotp, clock()) : "000000";
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
    const code = totpCode(team.veraTotp, clock());
    await signIn("vera", veraPass, code, clock);
    await expect(signIn("vera", veraPass, code, clock)).rejects.toMatchObject({ code: "sign_in_failed" });
    const soon = later(clock, 30);
    await expect(signIn("vera", veraPass, code, soon)).rejects.toMatchObject({ code: "sign_in_failed" });
  });

  test("fifty at once with one code succeed once", async () => {
    const clock = tomorrow();
    // The throttle would refuse most of them before the code is looked at: let every one through to it.
    await team.asVera(later(clock, -3600));
    await asOwner("INSERT INTO registry.sign_in_tries VALUES ($1, -1000, $2)", [keyOf("vera"), 9e12]);
    const code = totpCode(team.veraTotp, clock());
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
    await expect(signIn("vera", veraPass, totpCode(team.veraTotp, owner()), owner)).resolves.toBeTruthy();
    expect(await asOwner("SELECT FROM registry.sign_in_tries")).toEqual([]);
  });
});

describe("a known device", () => {
  test("lets its owner in at once while somebody guesses, and counts its own failures", async () => {
    await asOwner("DELETE FROM registry.sign_in_tries");
    const clock = tomorrow();
    const device = newDevice("vera");
    const from = (token: string, passphrase: string, at = clock) =>
      signIn("vera", passphrase, totpCode(team.veraTotp, at()), at, token);
    for (let n = 0; n < 6; n++) await from("", "no es la frase de vera").catch(() => {});
    await expect(from("", veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(newDevice("carmen"), veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(`${device}x`, veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
    await expect(from(device, veraPass)).resolves.toBeTruthy();
    for (let n = 0; n < 5; n++) await from(device, "no es la frase de vera").catch(() => {});
    await expect(from(device, veraPass)).rejects.toMatchObject({ code: "too_many_tries" });
  });
});
