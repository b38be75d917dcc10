"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { endOwnSession, renewRecoveryCodes } from "@/lib/auth/own-sessions";

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
