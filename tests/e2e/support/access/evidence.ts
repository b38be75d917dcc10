import type { Act } from "./table";

const id = "00000000-0000-7000-8000-000000000000";
const on = { caseId: id, reference: "7ZZZ-99" };
const why = "Una razón escrita.";

/** What may be said of the evidence of a case, and by whom. */
export const EVIDENCE_ACTS: Record<string, Act> = {
  "casos/[reference]/evidencia#gradeOne": {
    who: "VC",
    form: { ...on, evidenceId: id, reliability: "reliable", credibility: "likely", why },
  },
  "casos/[reference]/evidencia#markOne": { who: "IVLC", form: { ...on, piece: id, graphic: "yes" } },
  "casos/[reference]/evidencia#promoteOne": { who: "VC", form: { ...on, evidenceId: id, why } },
  "casos/[reference]/evidencia#readOne": {
    who: "IVLC",
    form: {
      ...{ ...on, documentId: id, title: "Nota", kind: "press", originClass: "press", originName: "" },
      ...{ quotation: "", place: "", standing: "lead", why: "" },
    },
  },
  "casos/[reference]/evidencia#tieOne": {
    who: "IVLC",
    form: { ...on, evidenceId: id, factId: id, relation: "supports", why },
  },
  "casos/[reference]/evidencia#untieOne": { who: "IVLC", form: { ...on, piece: id, linkId: id, why } },
  "casos/[reference]/evidencia#withdrawPiece": { who: "VC", form: { ...on, evidenceId: id, why } },
};
