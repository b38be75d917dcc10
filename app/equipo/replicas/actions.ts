"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { settleReply, takeDownAsAsked } from "@/lib/vetting/replies/commands";
import { settleInput, takeDownInput } from "@/lib/vetting/replies/schema";
import { recordRequest } from "@/lib/vetting/withdrawals/commands";
import { requestInput } from "@/lib/vetting/withdrawals/schema";

const one = (id: string, what: string): never => redirect(`/equipo/replicas/${id}?hecho=${what}`);

/** Takes the name off the page that was written about; its author reads so. */
export const takeDown = deskAction(
  takeDownInput,
  async (staff, input, clock) => {
    await takeDownAsAsked(staff, input, clock);
    one(input.id, "taken_down");
  },
  { keep: ["why"] },
);

/** Ends it without changing any page. */
export const settle = deskAction(
  settleInput,
  async (staff, input, clock) => {
    await settleReply(staff, input, clock);
    one(input.id, input.outcome);
  },
  { keep: ["outcome", "reason", "why"] },
);

/** Puts before two people what one alone must not change. */
export const askTwo = deskAction(
  requestInput,
  async (staff, input, clock) =>
    redirect(`/equipo/retiros/${await recordRequest(staff, input, clock)}?hecho=recorded`),
  { keep: ["kind", "asks", "words"] },
);
