"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "@/lib/auth/desk-action";
import { enterAgain, enterFigure, publishEntry, setAsideEntry } from "@/lib/claims/entries/commands";
import { claimWhy, figureAgain, newFigure } from "@/lib/claims/entries/schema";
import { columns } from "@/lib/claims/file/schema";
import { claimId } from "@/lib/claims/schema";
import { withdrawFigure } from "@/lib/claims/withdrawals/commands";

const one = (id: string, did: string): never => redirect(`/equipo/declaraciones/${id}?hecho=${did}`);
const keep = [...columns, "relations", "why"];

/** Rows of the form that relate to nothing are not sent on. */
const withoutEmptyRows = (input: unknown): unknown => {
  if (typeof input !== "object" || input === null || !("relations" in input)) return input;
  const rows = z
    .array(z.looseObject({ relation: z.string(), target: z.string() }))
    .safeParse(input.relations);
  return { ...input, relations: (rows.data ?? []).filter(({ relation, target }) => relation || target) };
};

export const enter = deskAction(
  z.preprocess(withoutEmptyRows, newFigure),
  async (staff, input, clock) => one(await enterFigure(staff, input, clock), "entered"),
  { keep },
);

export const again = deskAction(
  z.preprocess(withoutEmptyRows, figureAgain),
  async (staff, input, clock) => {
    await enterAgain(staff, input, clock);
    one(input.id, "again");
  },
  { keep },
);

const onEntry = z.strictObject({ id: claimId, entryId: z.uuid() });

/** A second person's word, upon which the public reads it. */
export const publish = deskAction(onEntry, async (staff, { id, entryId }, clock) => {
  await publishEntry(staff, entryId, clock);
  one(id, "published");
});

export const setAside = deskAction(
  onEntry.extend({ why: claimWhy }),
  async (staff, { id, entryId, why }, clock) => {
    await setAsideEntry(staff, entryId, why, clock);
    one(id, "setAside");
  },
  { keep: ["why"] },
);

export const withdraw = deskAction(
  z.strictObject({ id: claimId, why: claimWhy }),
  async (staff, input, clock) => {
    await withdrawFigure(staff, input, clock);
    one(input.id, "withdrawn");
  },
  { keep: ["why"] },
);
