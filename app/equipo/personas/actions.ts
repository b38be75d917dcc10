"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { inviteStaff, revokeInvitation, secondInvitation } from "@/lib/auth/invitations";
import { newInvitation, staffRole } from "@/lib/auth/schema";
import { changeRole, disableStaff } from "@/lib/auth/staff";
import { departStaff } from "@/lib/vetting/departures/commands";
import { departure } from "@/lib/vetting/departures/schema";

const which = z.strictObject({ id: z.uuid() });
const who = z.strictObject({ username: z.string().min(1).max(64) });
const back = (what: string) => redirect(`/equipo/personas?hecho=${what}`);

/** Answers the one-time code, which is shown here once. */
export const invite = deskAction(
  newInvitation,
  async (staff, input, clock) => ({ told: [await inviteStaff(staff, input, clock)] }),
  { keep: ["username", "role"] },
);

export const second = deskAction(which, async (staff, { id }, clock) => {
  await secondInvitation(staff, id, clock);
  back("seconded");
});

export const revoke = deskAction(which, async (staff, { id }, clock) => {
  await revokeInvitation(staff, id, clock);
  back("revoked");
});

export const giveRole = deskAction(
  who.extend({ role: staffRole }),
  async (staff, { username, role }, clock) => {
    await changeRole(staff, username, role, clock);
    back("role");
  },
);

export const putOut = deskAction(who, async (staff, { username }, clock) => {
  await disableStaff(staff, username, clock);
  back("disabled");
});

export const depart = deskAction(
  departure,
  async (staff, input, clock) => {
    await departStaff(staff, input, clock);
    back("departed");
  },
  { keep: ["heir"] },
);
