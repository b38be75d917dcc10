import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import {
  acceptInvitation,
  inviteStaff,
  listInvitations,
  revokeInvitation,
  secondInvitation,
} from "@/lib/auth/invitations";
import { endOwnSession, readOwnAccess, renewRecoveryCodes } from "@/lib/auth/own-sessions";
import { giveFactor, openSession } from "@/lib/auth/sessions";
import { actorFor, signIn } from "@/lib/auth/sign-in";
import { changeRole, disableStaff, makeVault } from "@/lib/auth/staff";
import { newTotpSecret, totpCode } from "@/lib/auth/totp";
import { asOwner } from "../../support/owner";

const minute = 60_000;
let now = Date.parse("2026-01-10T12:00:00Z");
const clock = () => new Date(now);
const later = (ms: number) => {
  now += ms;
};
const passphrase = "una frase larga de carmen";
const other = "otra frase larga de adela";
let carmen: StaffActor;

/** An invitation accepted by whoever was told the code; their secret and recovery codes. */
async function joins(by: StaffActor, username: string, role: StaffActor["role"], phrase = other) {
  const code = await inviteStaff(by, { username, role }, clock);
  return { code, ...(await takes(username, code, phrase)) };
}
async function takes(username: string, code: string, phrase = other) {
  const totpSecret = newTotpSecret();
  const codes = await acceptInvitation(
    { username, code, passphrase: phrase, totpSecret, totp: totpCode(totpSecret, clock()) },
    clock,
  );
  return { totpSecret, codes };
}
const fresh = async (username: string, phrase = other): Promise<StaffActor> =>
  actorFor(username, phrase, clock);

beforeAll(async () => {
  const recovery = join(mkdtempSync(join(tmpdir(), "vigilia-recovery-")), "recovery.txt");
  await makeVault({ username: "carmen", role: "coordinator", passphrase }, recovery, clock);
  carmen = await actorFor("carmen", passphrase, clock);
});

describe("an invitation", () => {
  test("gives the vault to whoever has the code, once, with a passphrase nobody else chose", async () => {
    const { code, totpSecret, codes } = await joins(carmen, "adela", "administrator");
    expect(codes).toHaveLength(10);
    later(minute);
    const session = await signIn("adela", other, totpCode(totpSecret, clock()), clock);
    const adela = await openSession(session, clock);
    expect(adela).toMatchObject({ role: "administrator" });
    expect(adela?.keys.privateKey).toEqual(carmen.keys.privateKey);
    await expect(takes("adela", code)).rejects.toMatchObject({ code: "invitation_refused" });
    const stored = JSON.stringify(await asOwner("SELECT i::text FROM registry.invitations i"));
    expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  test("opens with a code typed carelessly, and with no other, no other name, none revoked or late, and none of two at once", async () => {
    const code = await inviteStaff(carmen, { username: "vera", role: "vetter" }, clock);
    const wrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    await expect(takes("vera", wrong)).rejects.toMatchObject({ code: "invitation_refused" });
    await expect(takes("victor", code)).rejects.toMatchObject({ code: "invitation_refused" });
    const careless = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `;
    const both = await Promise.allSettled([takes("vera", careless), takes("vera", careless)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);

    const again = await inviteStaff(carmen, { username: "victor", role: "vetter" }, clock);
    const [waiting] = await listInvitations(carmen, clock);
    await revokeInvitation(carmen, waiting?.id ?? "", clock);
    await expect(takes("victor", again)).rejects.toMatchObject({ code: "invitation_refused" });
    carmen = await actorFor("carmen", passphrase, clock);
    const late = await inviteStaff(carmen, { username: "victor", role: "vetter" }, clock);
    later(24 * 60 * minute);
    await expect(takes("victor", late)).rejects.toMatchObject({ code: "invitation_refused" });
  });

  test("needs a second factor given minutes ago", async () => {
    const stale = await fresh("adela");
    later(6 * minute);
    await expect(inviteStaff(stale, { username: "nadie", role: "intake" }, clock)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    await expect(changeRole(stale, "vera", "intake", clock)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    await expect(disableStaff(stale, "vera", clock)).rejects.toMatchObject({ code: "step_up_needed" });
  });
});

describe("lost keys", () => {
  test("are replaced only when two administrators agree; then the old ones open nothing", async () => {
    carmen = await actorFor("carmen", passphrase, clock);
    await joins(carmen, "andres", "administrator", "la frase larga de andres");
    await expect(inviteStaff(carmen, { username: "vera", role: "vetter" }, clock)).rejects.toMatchObject({
      code: "administrator_needed",
    });
    const [adela, andres] = [await fresh("adela"), await fresh("andres", "la frase larga de andres")];
    const code = await inviteStaff(adela, { username: "vera", role: "vetter" }, clock);
    await expect(takes("vera", code, "frase nueva de vera")).rejects.toMatchObject({
      code: "invitation_refused",
    });
    const [waiting] = await listInvitations(adela, clock);
    const id = waiting?.id ?? "";
    await expect(secondInvitation(adela, id, clock)).rejects.toMatchObject({ code: "same_person" });
    await expect(secondInvitation(carmen, id, clock)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(
      asOwner("UPDATE registry.invitations SET used_at = now() WHERE id = $1", [id]),
    ).rejects.toThrow(/replacing_needs_two|used_in_time/);
    await secondInvitation(andres, id, clock);
    await takes("vera", code, "frase nueva de vera");
    await expect(fresh("vera", other)).rejects.toMatchObject({ code: "sign_in_failed" });
    await expect(fresh("vera", "frase nueva de vera")).resolves.toMatchObject({ role: "vetter" });
  });
});

describe("a second factor", () => {
  test("is given again in a session, or replaced once by a recovery code, each working once", async () => {
    carmen = await actorFor("carmen", passphrase, clock);
    const { totpSecret, codes } = await joins(carmen, "ines", "intake", "la frase larga de ines");
    later(minute);
    const session = await signIn("ines", "la frase larga de ines", totpCode(totpSecret, clock()), clock);
    later(6 * minute);
    const stale = await openSession(session, clock);
    await expect(renewRecoveryCodes(stale as StaffActor, clock)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    await giveFactor(session, totpCode(totpSecret, clock()), clock);
    await expect(giveFactor(session, totpCode(totpSecret, clock()), clock)).rejects.toMatchObject({
      code: "sign_in_failed",
    });
    await giveFactor(session, codes[0] ?? "", clock);
    await expect(signIn("ines", "la frase larga de ines", codes[0] ?? "", clock)).rejects.toMatchObject({
      code: "sign_in_failed",
    });
    const elsewhere = await signIn("ines", "la frase larga de ines", codes[1] ?? "", clock);
    const ines = (await openSession(session, clock)) as StaffActor;
    const { sessions, codesLeft } = await readOwnAccess(ines, session);
    expect([sessions.length, codesLeft]).toEqual([2, 8]);
    const mark = sessions.find((one) => !one.isThis)?.mark ?? "";
    await expect(endOwnSession(carmen, mark, clock)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await endOwnSession(ines, mark, clock);
    expect(await openSession(elsewhere, clock)).toBeNull();
    expect(await openSession(session, clock)).not.toBeNull();
    await renewRecoveryCodes(ines, clock);
    await expect(giveFactor(session, codes[2] ?? "", clock)).rejects.toMatchObject({
      code: "sign_in_failed",
    });
  });
});
