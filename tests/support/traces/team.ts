import type { StaffActor } from "@/lib/auth/actor";
import * as invitations from "@/lib/auth/invitations";
import { changePassphrase } from "@/lib/auth/own-passphrase";
import { renewRecoveryCodes } from "@/lib/auth/own-sessions";
import * as staff from "@/lib/auth/staff";
import { newTotpSecret, totpCode } from "@/lib/auth/totp";
import { departStaff } from "@/lib/vetting/departures/commands";
import { at } from "../stories";

/** Runs an act with its trace left out, which the database refuses, and then as it is. */
export type Act = <Answer>(action: string, run: () => Promise<Answer>) => Promise<Answer>;
export type Traced = Record<
  "carmen" | "carlos" | "ines" | "vera" | "victor" | "elena" | "adela" | "andres",
  StaffActor
>;

const now = at("2026-01-22T12:00:00Z");

/** Everything done to the team. */
export async function actOnTeam(act: Act, people: Traced): Promise<void> {
  const { carmen, adela, andres, vera } = people;
  const passphrase = "una frase larga de nadia";
  const takes = async (username: string, code: string) => {
    const totpSecret = newTotpSecret();
    return invitations.acceptInvitation(
      { username, code, passphrase, totpSecret, totp: totpCode(totpSecret, now()) },
      now,
    );
  };
  const code = await act("staff.invited", () =>
    invitations.inviteStaff(carmen, { username: "nadia", role: "intake" }, now),
  );
  await act("staff.joined", () => takes("nadia", code));
  const again = await invitations.inviteStaff(adela, { username: "nadia", role: "intake" }, now);
  const [waiting] = await invitations.listInvitations(adela, now);
  const id = waiting?.id ?? "";
  await act("staff.invitation_seconded", () => invitations.secondInvitation(andres, id, now));
  await act("staff.keys_replaced", () => takes("nadia", again));
  await invitations.inviteStaff(carmen, { username: "nora", role: "intake" }, now);
  const [open] = await invitations.listInvitations(adela, now);
  await act("staff.invitation_revoked", () => invitations.revokeInvitation(carmen, open?.id ?? "", now));
  await act("staff.recovery_codes_renewed", () => renewRecoveryCodes(vera, now));
  await act("staff.added", () =>
    staff.addStaff(carmen, { username: "olga", role: "intake", passphrase }, now),
  );
  await act("staff.role_changed", () => staff.changeRole(carmen, "olga", "vetter", now));
  await act("staff.disabled", () => staff.disableStaff(carmen, "olga", now));
  await act("staff.departed", () => departStaff(carmen, { username: "nadia", heir: "vera" }, now));
  const next = { current: "una frase larga de paso", passphrase };
  await act("staff.passphrase_changed", () => changePassphrase(vera, next, "", now));
}
