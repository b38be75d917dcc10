import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { inviteStaff, listInvitations } from "@/lib/auth/invitations";
import { signIn } from "@/lib/auth/sign-in";
import { addStaff, changeRole, disableStaff } from "@/lib/auth/staff";
import { newTotpSecret, totpCode } from "@/lib/auth/totp";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { departStaff } from "@/lib/vetting/departures/commands";
import { listLeftTo } from "@/lib/vetting/departures/queries";
import { assignReport } from "@/lib/vetting/reports/commands";
import { oneMore, twoCoordinators } from "../../support/coordinators";
import { asOwner } from "../../support/owner";
import { alwaysFresh } from "../../support/signed-in-team";
import { at, givenCase, givenReport, plainFact } from "../../support/stories";

const now = at("2026-01-22T12:00:00Z");
const fresh = (actor: StaffActor): StaffActor => ({ ...actor, factorAt: alwaysFresh });
let [carmen, elena, ines, vera, abel, adela] = [] as unknown as StaffActor[] as [
  StaffActor,
  StaffActor,
  StaffActor,
  StaffActor,
  StaffActor,
  StaffActor,
];

beforeAll(async () => {
  const clock = at("2026-01-01T12:00:00Z");
  [carmen, elena] = (await twoCoordinators(clock)).map(fresh) as [StaffActor, StaffActor];
  const more = async (name: string, role: StaffActor["role"]) =>
    fresh(await oneMore(carmen, name, role, clock));
  [ines, vera] = [await more("ines", "intake"), await more("vera", "vetter")];
  [abel, adela] = [await more("abel", "auditor"), await more("adela", "administrator")];
});

const holders = () =>
  asOwner<{ assigned_to: string | null }>("SELECT assigned_to FROM registry.reports ORDER BY received_at");

describe("somebody who leaves", () => {
  test("hands over open reports, loses session, key and invitations, and leaves proposals waiting, in one act", async () => {
    const passphrase = "una frase larga de paso";
    const totpSecret = newTotpSecret();
    await addStaff(carmen, { username: "ida", role: "coordinator", passphrase, totpSecret }, now);
    await signIn("ida", passphrase, totpCode(totpSecret, now()), now);
    const { actorFor } = await import("@/lib/auth/sign-in");
    const ida = fresh(await actorFor("ida", passphrase, now));
    const [first, second] = [await givenReport(), await givenReport()];
    await assignReport(ida, first.reportId, { seen: null }, now);
    await assignReport(vera, second.reportId, { seen: null }, now);
    const { caseId, reference } = await givenCase(ines);
    const fact = await recordFact(ida, caseId, { ...plainFact, state: "located_contact" }, now);
    await inviteStaff(ida, { username: "nueva", role: "intake" }, now);

    for (const heir of [null, "ida", "nadie", "abel"])
      await expect(departStaff(carmen, { username: "ida", heir }, now)).rejects.toMatchObject({
        code: "heir_needed",
      });
    expect(await holders()).toEqual([{ assigned_to: "ida" }, { assigned_to: "vera" }]);
    expect(await listInvitations(carmen, now)).toHaveLength(1);

    expect(await departStaff(carmen, { username: "ida", heir: "ines" }, now)).toBe(1);
    expect(await holders()).toEqual([{ assigned_to: "ines" }, { assigned_to: "vera" }]);
    expect(await listInvitations(carmen, now)).toEqual([]);
    const [left] = await asOwner<{ sessions: number; wraps: number }>(
      `SELECT (SELECT count(*)::int FROM registry.staff_sessions WHERE staff_id = s.id) AS sessions,
              (SELECT count(*)::int FROM registry.vault_wraps WHERE staff_id = s.id) AS wraps
       FROM registry.staff s WHERE username = 'ida'`,
    );
    expect(left).toEqual({ sessions: 0, wraps: 0 });
    await expect(actorFor("ida", passphrase, now)).rejects.toMatchObject({ code: "sign_in_failed" });

    expect(await listLeftTo(ines)).toMatchObject([{ kind: "fact", from: "ida", where: reference }]);
    expect(await listLeftTo(vera)).toEqual([]);
    await confirmFact(vera, fact, now);
    expect(await listLeftTo(ines)).toEqual([]);
    await expect(departStaff(carmen, { username: "ida", heir: "ines" }, now)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is put out by somebody else who decides about people and has just given their factor", async () => {
    const who = { username: "ines", heir: "vera" };
    await expect(departStaff(vera, who, now)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(departStaff({ ...carmen, factorAt: undefined }, who, now)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    await expect(departStaff(carmen, { username: "carmen", heir: "vera" }, now)).rejects.toMatchObject({
      code: "not_on_oneself",
    });
    expect(await departStaff(carmen, { username: "abel", heir: null }, now)).toBe(0);
    expect(abel.username).toBe("abel");
  });
});

describe("the last", () => {
  test("administrator stays, and of two coordinators who put each other out at once one stays", async () => {
    for (const act of [
      () => disableStaff(carmen, "adela", now),
      () => departStaff(carmen, { username: "adela", heir: "ines" }, now),
      () => changeRole(carmen, "adela", "intake", now),
    ])
      await expect(act()).rejects.toMatchObject({ code: "last_of_role" });
    const third = fresh(await oneMore(carmen, "tercera", "coordinator", now));
    const both = await Promise.allSettled([
      departStaff(elena, { username: "tercera", heir: null }, now),
      departStaff(third, { username: "elena", heir: null }, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [one] = await asOwner<{ username: string }>(
      "SELECT username FROM registry.staff WHERE role = 'coordinator' AND disabled_at IS NULL AND username <> 'carmen'",
    );
    await disableStaff(carmen, one?.username ?? "", now);
    await expect(disableStaff(adela, "carmen", now)).rejects.toMatchObject({ code: "last_of_role" });
  });

  test("and nobody has an heir while on the team, nor themselves", async () => {
    await expect(asOwner("UPDATE registry.staff SET heir = 'vera' WHERE username = 'ines'")).rejects.toThrow(
      /heir_of_who_left/,
    );
    await expect(asOwner("UPDATE registry.staff SET heir = username WHERE username = 'ida'")).rejects.toThrow(
      /heir_of_who_left/,
    );
  });
});
