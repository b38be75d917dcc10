"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { changePassphrase } from "@/lib/auth/own-passphrase";
import { endOwnSession, renewRecoveryCodes } from "@/lib/auth/own-sessions";
import { changedPassphrase } from "@/lib/auth/schema";
import { currentSessionId } from "@/lib/auth/session";

export const endSession = deskAction(
  z.strictObject({ mark: z.string().regex(/^[0-9a-f]{16}$/) }),
  async (staff, { mark }, clock) => {
    await endOwnSession(staff, mark, clock);
    redirect("/equipo/cuenta?hecho=ended");
  },
);

/** Answers the ten new codes, which are shown here once. */
export const renewCodes = deskAction(z.strictObject({}), async (staff, _input, clock) => ({
  told: await renewRecoveryCodes(staff, clock),
}));

/** Nothing typed here is ever put back. */
export const changeOwn = deskAction(changedPassphrase, async (staff, input, clock) => {
  await changePassphrase(staff, input, (await currentSessionId()) ?? "", clock);
  redirect("/equipo/cuenta?hecho=passphrase");
});
