"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { withdrawEvidence } from "@/lib/evidence/commands";
import { gradeEvidence, promoteLead, readDocument } from "@/lib/vetting/evidence/commands";
import { markPiece } from "@/lib/vetting/evidence/files/commands";
import { tieEvidence, untieEvidence } from "@/lib/vetting/evidence/links/commands";
import * as forms from "@/lib/vetting/evidence/schema";

const done = (reference: string, piece: string, what: string, part = ""): never =>
  redirect(`/equipo/casos/${encodeURIComponent(reference)}/evidencia/${piece}?hecho=${what}${part}`);

/** Says what a file is. */
export const readOne = deskAction(
  forms.readingForm,
  async (staff, { caseId, reference, reading }, clock) => {
    done(reference, await readDocument(staff, caseId, reading, clock), "read");
  },
  { keep: ["title", "kind", "originClass", "originName", "quotation", "place", "standing", "why"] },
);

export const gradeOne = deskAction(
  forms.gradeForm,
  async (staff, { caseId: _, reference, evidenceId, ...grade }, clock) => {
    await gradeEvidence(staff, evidenceId, grade, clock);
    done(reference, evidenceId, "graded", "#calificacion");
  },
  { keep: ["reliability", "credibility", "why"] },
);

export const promoteOne = deskAction(
  forms.promotionForm,
  async (staff, { reference, evidenceId, why }, clock) => {
    await promoteLead(staff, evidenceId, why, clock);
    done(reference, evidenceId, "promoted");
  },
  { keep: ["why"] },
);

export const tieOne = deskAction(
  forms.tieForm,
  async (staff, { caseId: _, reference, evidenceId, ...tie }, clock) => {
    await tieEvidence(staff, evidenceId, tie, clock);
    done(reference, evidenceId, "tied", "#enlaces");
  },
  { keep: ["factId", "relation", "why"] },
);

export const untieOne = deskAction(
  forms.untieForm,
  async (staff, { reference, piece, linkId, why }, clock) => {
    await untieEvidence(staff, linkId, why, clock);
    done(reference, piece, "untied", "#enlaces");
  },
  { keep: ["why"] },
);

export const withdrawPiece = deskAction(
  forms.pieceWithdrawal,
  async (staff, { reference, evidenceId, why }, clock) => {
    await withdrawEvidence(staff, evidenceId, why, clock);
    done(reference, evidenceId, "withdrawn");
  },
  { keep: ["why"] },
);

/** What somebody saw of a file, so that the next one is asked first. */
export const markOne = deskAction(forms.pieceMark, async (staff, { reference, piece, graphic }, clock) => {
  await markPiece(staff, { reference, piece, graphic }, clock);
  done(reference, piece, "marked");
});
