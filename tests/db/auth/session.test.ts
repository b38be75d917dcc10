import { beforeAll, describe, expect, test } from "vitest";
import { openSession, signOut } from "@/lib/auth/sessions";
import { signIn } from "@/lib/auth/sign-in";
import { changeRole, disableStaff } from "@/lib/auth/staff";
import { totpCode } from "@/lib/auth/totp";
import { asOwner } from "../../support/owner";
import { carmenPass, later, makeTeam, tomorrow } from "../../support/signed-in-team";

let team: Awaited<ReturnType<typeof makeTeam>>;
beforeAll(async () => {
  team = await makeTeam(tomorrow());
});

describe("a session", () => {
  test("ends after fifteen idle minutes, and after twelve hours however busy", async () => {
    const clock = tomorrow();
    const idle = await team.asVera(clock);
    expect(await openSession(idle, later(clock, 15 * 60 - 1))).not.toBeNull();
    expect(await openSession(idle, later(clock, 15 * 60 - 1 + 15 * 60))).toBeNull();
    const busyFrom = tomorrow();
    const busy = await team.asVera(busyFrom);
    for (let minutes = 10; minutes < 720; minutes += 10) {
      expect(await openSession(busy, later(busyFrom, minutes * 60))).not.toBeNull();
    }
    expect(await openSession(busy, later(busyFrom, 720 * 60))).toBeNull();
  });

  test("ends when its owner signs out, and its row is gone", async () => {
    const clock = tomorrow();
    const id = await team.asVera(clock);
    await signOut(id, clock);
    expect(await openSession(id, clock)).toBeNull();
  });

  test("a row without its cookie opens nothing, nor does a cookie without its row", async () => {
    const clock = tomorrow();
    const [mine, other] = [
      await team.asVera(clock),
      await signIn("carmen", carmenPass, totpCode(team.carmenTotp, clock()), clock),
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
    const id = await team.asVera(clock);
    await changeRole(team.carmen, "vera", "intake", clock);
    expect(await openSession(id, clock)).toMatchObject({ role: "intake" });
    await disableStaff(team.carmen, "vera", clock);
    expect(await openSession(id, clock)).toBeNull();
    await expect(team.asVera(later(clock, 60))).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(disableStaff(team.carmen, "carmen", clock)).rejects.toMatchObject({
      code: "not_on_oneself",
    });
    await expect(changeRole(team.carmen, "carmen", "vetter", clock)).rejects.toMatchObject({
      code: "not_on_oneself",
    });
  });
});
