"use server";

import { redirect } from "next/navigation";
import { deskAction } from "@/lib/auth/desk-action";
import { recordRemedy } from "@/lib/cases/facts/remedies/commands";
import { declineRetraction, proposeRetraction, setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { recordStanding } from "@/lib/cases/standing/commands";
import { addEvidence, withdrawEvidence } from "@/lib/evidence/commands";
import { confirmFact, confirmRetraction, recordFact, supersedeFact } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { recordAwaited } from "@/lib/vetting/answers/commands";
import { awaitedInput } from "@/lib/vetting/answers/schema";
import { correctionForm } from "@/lib/vetting/cases/correcting/schema";
import { decisionForm, reviewDateForm, reviewForm } from "@/lib/vetting/cases/deciding/schema";
import { remedyForm } from "@/lib/vetting/cases/remedies/schema";
import {
  caseAct,
  evidenceAct,
  evidenceBoxes,
  factAct,
  factForm,
  factWithReason,
  holderBoxes,
  namingAct,
  permissionBoxes,
  retractionAct,
  withReason,
} from "@/lib/vetting/cases/schema";
import { takeCase, writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { setReviewDate } from "@/lib/vetting/review/dates/commands";

const done = (reference: string, what: string, part: string): never =>
  redirect(`/equipo/casos/${encodeURIComponent(reference)}?hecho=${what}#${part}`);
const whenAndWhere = ["earliest", "latest", "entity", "facility", "whereabouts", "forces", "sources"];

/** Records a proposed fact; another person confirms it. */
export const addFact = deskAction(
  factForm,
  async (staff, { caseId, reference, fact }, clock) => {
    await recordFact(staff, caseId, fact, clock);
    done(reference, "fact", "hechos");
  },
  { keep: ["kind", "episode", "basis", "authority", "result", ...whenAndWhere] },
);

/** Records a remedy or a denial by the form of its kind; another person confirms it. */
export const addRemedy = deskAction(
  remedyForm,
  async (staff, { caseId, reference, remedy }, clock) => {
    await recordRemedy(staff, caseId, remedy, clock);
    done(reference, "remedy", "recursos");
  },
  { keep: ["episode", "authority", "said", "result", "answeredOn", ...whenAndWhere] },
);

export const confirmOneFact = deskAction(factAct, async (staff, { factId, reference }, clock) => {
  await confirmFact(staff, factId, clock);
  done(reference, "confirmed", "hechos");
});

/** A fact nobody knows yet is put aside at once. */
export const setAsideOne = deskAction(
  factWithReason,
  async (staff, { factId, reference, why }, clock) => {
    await setAsideFact(staff, factId, why, clock);
    done(reference, "setAside", "hechos");
  },
  { keep: ["why"] },
);

export const correctOne = deskAction(
  correctionForm,
  async (staff, { factId, reference, why, fact }, clock) => {
    await supersedeFact(staff, factId, fact, why, clock);
    done(reference, "corrected", "hechos");
  },
  {
    keep: [
      "why",
      "state",
      "basis",
      "jurisdiction",
      "authority",
      "result",
      "ended",
      "endEarliest",
      "endLatest",
      ...whenAndWhere,
    ],
  },
);

export const proposeLeaving = deskAction(
  factWithReason,
  async (staff, { factId, reference, why }, clock) => {
    await proposeRetraction(staff, factId, why, clock);
    done(reference, "leaving", "hechos");
  },
  { keep: ["why"] },
);

export const confirmLeaving = deskAction(retractionAct, async (staff, { retractionId, reference }, clock) => {
  await confirmRetraction(staff, retractionId, clock);
  done(reference, "retracted", "hechos");
});

export const declineLeaving = deskAction(retractionAct, async (staff, { retractionId, reference }, clock) => {
  await declineRetraction(staff, retractionId, clock);
  done(reference, "stays", "hechos");
});

export const recordKin = deskAction(caseAct, async (staff, { caseId, reference }, clock) => {
  await tellKin(staff, caseId, clock);
  done(reference, "kin", "hechos");
});

export const addOneEvidence = deskAction(
  evidenceBoxes,
  async (staff, { caseId, reference, item }, clock) => {
    await addEvidence(staff, caseId, item, clock);
    done(reference, "evidence", "pruebas");
  },
  { keep: ["title", "kind", "originClass", "originName", "quotation", "place", "lead"] },
);

export const withdrawOneEvidence = deskAction(
  evidenceAct,
  async (staff, { evidenceId, reference, why }, clock) => {
    await withdrawEvidence(staff, evidenceId, why, clock);
    done(reference, "evidenceWithdrawn", "pruebas");
  },
  { keep: ["why"] },
);

export const addPermission = deskAction(
  permissionBoxes,
  async (staff, { caseId, reference, permission }, clock) => {
    await recordPermission(staff, caseId, permission, clock);
    done(reference, "permission", "permisos");
  },
  { keep: ["purpose", "answer", "givenBy", "standing", "holderId"] },
);

/** What a family answered and waited for standing, as the holder's own word. */
export const recordOneAwaited = deskAction(
  caseAct.extend(awaitedInput.shape),
  async (staff, { caseId, reference, ...answer }, clock) => {
    await recordAwaited(staff, caseId, answer, clock);
    done(reference, "permission", "permisos");
  },
);

/** Writes down who answers for the person and how that was checked; only the sealed part of the case bears it. */
export const addHolder = deskAction(
  holderBoxes,
  async (staff, { caseId, reference, ...given }, clock) => {
    await recordStanding(staff, caseId, given, clock);
    done(reference, "holder", "permisos");
  },
  { keep: ["givenBy", "report", "who", "how"] },
);

export const takeOne = deskAction(caseAct, async (staff, { caseId, reference }, clock) => {
  await takeCase(staff, caseId, clock);
  done(reference, "taken", "decision");
});

/** Signs a decision as its author. Everything that matters happens in writeDecision. */
export const signDecision = deskAction(
  decisionForm,
  async (staff, { caseId, reference, decision }, clock) => {
    await writeDecision(staff, caseId, decision, clock);
    done(reference, "decision", "decision");
  },
  {
    keep: [
      ...["outcome", "identity", "deprivation", "findings", "exclusion", "counterEvidence"],
      ...["confidence", "reasoning", "wgad", "foroPenal", "nextReviewOn"],
    ],
  },
);

export const reviewOne = deskAction(
  reviewForm,
  async (staff, { decisionId, reference, ...word }, clock) => {
    await reviewDecision(staff, decisionId, word, clock);
    done(reference, "review", "decision");
  },
  { keep: ["note", "dissentOn", "dissent", "factIds"] },
);

export const moveReview = deskAction(
  reviewDateForm,
  async (staff, { decisionId, reference, day, why }, clock) => {
    await setReviewDate(staff, decisionId, { day, why }, clock);
    done(reference, "reviewDate", "revision");
  },
  { keep: ["day", "why"] },
);

export const proposeName = deskAction(caseAct, async (staff, { caseId, reference }, clock) => {
  await proposeNaming(staff, caseId, clock);
  done(reference, "naming", "nombre");
});

export const confirmName = deskAction(namingAct, async (staff, { namingId, reference }, clock) => {
  await confirmNaming(staff, namingId, clock);
  done(reference, "named", "nombre");
});

export const withdrawName = deskAction(
  withReason,
  async (staff, { caseId, reference, why }, clock) => {
    await withdrawNaming(staff, caseId, why, clock);
    done(reference, "withdrawn", "nombre");
  },
  { keep: ["why"] },
);
