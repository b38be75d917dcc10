import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { changePassphrase } from "@/lib/auth/own-passphrase";
import { recoverStaff } from "@/lib/auth/recover";
import { openSession } from "@/lib/auth/sessions";
import { actorFor } from "@/lib/auth/sign-in";
import { addStaff, disableStaff } from "@/lib/auth/staff";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { asOwner } from "../../support/owner";
import { carmenPass, later, makeTeam, tomorrow, veraPass } from "../../support/signed-in-team";

const next = "una frase nueva de vera";
let team: Awaited<ReturnType<typeof makeTeam>>;
beforeAll(async () => {
  team = await makeTeam(tomorrow());
});

describe("a passphrase changed by its owner", () => {
  test("opens the same keys; the old one opens nothing, and other sessions are over", async () => {
    const clock = tomorrow();
    const elsewhere = await team.asVera(clock);
    const here = await team.asVera(later(clock, 60));
    const vera = (await openSession(here, later(clock, 60))) as StaffActor;
    const change = (current: string, passphrase: string, at = later(clock, 61)) =>
      changePassphrase(vera, { current, passphrase }, here, at);
    await expect(change("no es la frase de vera", next)).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(change(veraPass, veraPass)).rejects.toThrow(/passphrase_same/);
    await expect(change(veraPass, "corta")).rejects.toThrow(/passphrase_short/);
    await expect(change(veraPass, next, later(clock, 420))).rejects.toMatchObject({ code: "step_up_needed" });
    expect(await openSession(elsewhere, later(clock, 62))).not.toBeNull();

    await change(veraPass, next);
    expect(await openSession(elsewhere, later(clock, 62))).toBeNull();
    expect(await openSession(here, later(clock, 62))).toMatchObject({ username: "vera" });
    await expect(actorFor("vera", veraPass, clock)).rejects.toMatchObject({ code: "sign_in_failed" });
    const again = await actorFor("vera", next, clock);
    expect(again.signingKey).toEqual(vera.signingKey);
    expect(again.keys.privateKey).toEqual(team.carmen.keys.privateKey);
  });

  test("is slowed like signing in when the present one is guessed, and of two at once one gets through", async () => {
    const clock = tomorrow();
    const vera = { ...(await actorFor("vera", next, clock)) };
    const guess = () =>
      changePassphrase(vera, { current: "no es la frase", passphrase: veraPass }, "", clock);
    for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(guess()).rejects.toMatchObject({ code: "too_many_tries" });
    await asOwner("DELETE FROM registry.sign_in_tries");
    const both = await Promise.allSettled(
      ["primera frase de vera", "segunda frase de vera"].map((passphrase) =>
        changePassphrase(vera, { current: next, passphrase }, "", clock),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("recovery", () => {
  const identity = () => readFileSync(team.recovery, "utf8");
  const passphrase = "la frase recobrada de carmen";

  test("gives the only one left new keys from the offline identity, and nobody without it", async () => {
    const clock = tomorrow();
    const wrong = (await newRecoveryIdentity(clock())).file;
    const recover = (given: Partial<Parameters<typeof recoverStaff>[0]>) =>
      recoverStaff({ username: "carmen", passphrase, identity: identity(), witness: null, ...given }, clock);
    for (const file of ["", "AGE-SECRET-KEY-1", wrong])
      await expect(recover({ identity: file })).rejects.toMatchObject({ code: "recovery_file_wrong" });
    await expect(recover({ username: "vera" })).rejects.toMatchObject({ code: "not_found" });
    await expect(recover({ passphrase: "corta" })).rejects.toThrow(/passphrase_short/);
    const { codes } = await recover({});
    expect(codes).toHaveLength(10);
    await expect(actorFor("carmen", carmenPass, clock)).rejects.toMatchObject({ code: "sign_in_failed" });
    const carmen = await actorFor("carmen", passphrase, clock);
    expect(carmen.keys.privateKey).toEqual(team.carmen.keys.privateKey);

    const other = { username: "adela", role: "administrator", passphrase: veraPass } as const;
    await addStaff(carmen, other, clock);
    await expect(recover({})).rejects.toMatchObject({ code: "second_staff_needed" });
    await expect(recover({ witness: carmen })).rejects.toMatchObject({ code: "same_person" });
    await recover({ witness: await actorFor("adela", veraPass, clock) });
    await recover({ witness: "alone" });
    const acts = await asOwner<{ action: string; actor: string }>(
      "SELECT action, actor FROM registry.audit_events WHERE action LIKE 'staff.recovered%' ORDER BY seq",
    );
    expect(acts).toEqual([
      { action: "staff.recovered_alone", actor: "operator" },
      { action: "staff.recovered", actor: "adela" },
      { action: "staff.recovered_alone", actor: "operator" },
    ]);
    const elsa = { username: "elsa", role: "coordinator", passphrase: veraPass } as const;
    const again = await actorFor("carmen", passphrase, clock);
    await addStaff(again, elsa, clock);
    await disableStaff(again, "elsa", clock);
    await expect(recover({ username: "elsa", witness: "alone" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
