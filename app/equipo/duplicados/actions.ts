"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { tellKin } from "@/lib/cases/kin/commands";
import { answerPair, joinReport } from "@/lib/vetting/pairs/commands";
import * as merges from "@/lib/vetting/pairs/merge/commands";
import { mergeForm } from "@/lib/vetting/pairs/merge/schema";
import * as undoings from "@/lib/vetting/pairs/merge/undoing/commands";
import { answerInput, answerWhy } from "@/lib/vetting/pairs/schema";

const one = z.strictObject({ id: z.uuid() });
const merge = (id: string, what: string): never => redirect(`/equipo/duplicados/union/${id}?hecho=${what}`);

/** They are different, or it cannot be told. */
export const answer = deskAction(
  answerInput,
  async (staff, input, clock) => {
    await answerPair(staff, input, clock);
    redirect(`/equipo/duplicados/${input.id}?hecho=answered`);
  },
  { keep: ["answer", "why"] },
);

/** The report goes into the case. */
export const attach = deskAction(
  z.strictObject({ pairId: z.uuid(), answer: z.enum(["same_person", "other_episode"]), why: answerWhy }),
  async (staff, input, clock) => {
    await joinReport(staff, input, clock);
    redirect(`/equipo/duplicados/${input.pairId}?hecho=attached`);
  },
  { keep: ["answer", "why"] },
);

export const propose = deskAction(
  mergeForm,
  async (staff, input, clock) => merge(await merges.proposeMerge(staff, input, clock), "proposed"),
  { keep: ["why", "facts", "fields"] },
);

/** That the family of one of the two knows of the death which the other tells of; back to where the merge is prepared. */
export const tellKinFirst = deskAction(
  z.strictObject({
    ...{ pairId: z.uuid(), caseId: z.uuid(), queda: z.uuid() },
    como: z.enum(["same", "other"]),
  }),
  async (staff, { pairId, caseId, queda, como }, clock) => {
    await tellKin(staff, caseId, clock);
    redirect(`/equipo/duplicados/${pairId}/unir?queda=${queda}&como=${como}&hecho=kin`);
  },
);

/** A second person's word, with a fresh second factor: the two are one. */
export const agree = deskAction(one, async (staff, { id }, clock) => {
  await merges.agreeMerge(staff, id, clock);
  merge(id, "agreed");
});

export const decline = deskAction(one, async (staff, { id }, clock) => {
  await merges.declineMerge(staff, id, clock);
  merge(id, "declined");
});

export const proposeUndo = deskAction(
  z.strictObject({ id: z.uuid(), goes: z.array(z.uuid()).max(500).default([]), why: answerWhy }),
  async (staff, { id, ...plan }, clock) => {
    await undoings.proposeUndoing(staff, id, plan, clock);
    merge(id, "undoing");
  },
  { keep: ["why", "goes"] },
);

/** A second person's word, with a fresh second factor: the two are two again. */
export const agreeUndo = deskAction(one, async (staff, { id }, clock) => {
  await undoings.agreeUndoing(staff, id, clock);
  merge(id, "undone");
});

export const declineUndo = deskAction(one, async (staff, { id }, clock) => {
  await undoings.declineUndoing(staff, id, clock);
  merge(id, "stays");
});
