"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { openCase } from "@/lib/cases/dossier/commands";
import { findLookalike } from "@/lib/cases/opening/queries";
import { Refusal } from "@/lib/core/refusal";
import { directForm } from "@/lib/vetting/cases/opening/schema";

/** Opens the case of somebody nobody reported. A likeness is said first, once; whoever looked at it may open all the same. */
export const openDirect = deskAction(
  directForm,
  async (staff, { channel, identity, traits, fact, evidence, speaker, another }, clock) => {
    const taken = { entity: fact.entity ?? null, ...fact.effective };
    const reference = another ? null : await findLookalike(staff, { identity, traits, taken }, clock);
    if (reference !== null) throw new Refusal("looks_like", { reference });
    const speakers = speaker === null ? [] : [speaker];
    const opened = await openCase(
      staff,
      { channel, identity, traits, facts: [fact], evidence, speakers },
      clock,
    );
    redirect(`/equipo/casos/${opened.reference}?hecho=case`);
  },
  { keep: ["channel", "identity", "traits", "fact", "evidence", "speaker", "another"] },
);
