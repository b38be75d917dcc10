"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { retryWithdrawal } from "@/lib/publication/withdrawals/commands";
import {
  agreeVerdict,
  declineVerdict,
  proposeVerdict,
  recordRequest,
} from "@/lib/vetting/withdrawals/commands";
import { requestInput, verdictInput } from "@/lib/vetting/withdrawals/schema";

const onOne = z.strictObject({ id: z.uuid(), verdictId: z.uuid() });
const list = (what: string): never => redirect(`/equipo/retiros?hecho=${what}`);
const one = (id: string, what: string): never => redirect(`/equipo/retiros/${id}?hecho=${what}`);

export const record = deskAction(
  requestInput,
  async (staff, input, clock) => one(await recordRequest(staff, input, clock), "recorded"),
  { keep: ["reference", "kind", "asks", "words"] },
);

export const propose = deskAction(
  verdictInput.extend({
    granted: z.enum(["yes", "no"], "required").transform((answer) => answer === "yes"),
  }),
  async (staff, input, clock) => {
    await proposeVerdict(staff, input, clock);
    one(input.id, "proposed");
  },
  { keep: ["granted", "why"] },
);

/** A second person's word, upon which the answer takes effect. */
export const agree = deskAction(onOne, async (staff, { id, verdictId }, clock) => {
  await agreeVerdict(staff, verdictId, clock);
  one(id, "decided");
});

export const decline = deskAction(onOne, async (staff, { id, verdictId }, clock) => {
  await declineVerdict(staff, verdictId, clock);
  one(id, "declined");
});

/** The giver's own word, now that their standing was recorded. */
export const retry = deskAction(z.strictObject({ id: z.uuid() }), async (staff, { id }, clock) => {
  await retryWithdrawal(staff, id, clock);
  list("applied");
});

export const proposeToErase = deskAction(
  z.strictObject({
    caseId: z.uuid(),
    reference: z.string(),
    asks: z.string().trim().min(1, "required").max(200),
    why: z.string().trim().min(10, "required").max(2000),
  }),
  async (staff, { caseId, reference, asks, why }, clock) => {
    await proposeErasure(staff, caseId, `${asks}: ${why}`, clock);
    redirect(`/equipo/casos/${encodeURIComponent(reference)}/borrado?hecho=erasureProposed`);
  },
  { keep: ["asks", "why"] },
);

/** For ever, on a second coordinator's word with a fresh second factor. */
export const erase = deskAction(z.strictObject({ id: z.uuid() }), async (staff, { id }, clock) => {
  await erasePerson(staff, id, clock);
  list("erased");
});
