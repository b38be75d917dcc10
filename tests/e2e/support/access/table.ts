import { EVIDENCE_ACTS } from "./evidence";
import { REPLY_ACTS } from "./replies";

/** The roles are those of `rooms.ts`, by the same letters. */
export interface Act {
  who: string;
  /** What is posted: well formed, about things that do not exist, so that who may do it is refused for that. */
  form: Record<string, string>;
  /** Asks for a second factor given minutes ago. */
  fresh?: true;
}

const id = "00000000-0000-7000-8000-000000000000";
const on = { caseId: id, reference: "7ZZZ-99" };
const source = { "sources.0.kind": "family", "sources.0.originClass": "family", "sources.0.originName": "" };
const fact = {
  kind: "custody:apprehended",
  episode: "1",
  earliest: "2026-01-03",
  latest: "2026-01-03",
  ...source,
};
const both = { pairId: id, survivingId: id, absorbedId: "00000000-0000-7000-8000-000000000001" };
const why = "Una razón escrita.";
const someone = { username: "nadie-aqui" };
const who = {
  ...{ "identity.givenNames": "Ana", "identity.surnames": "Inventada", "identity.aliases": "" },
  ...{ "traits.sex": "woman", "traits.nationality": "unknown", "traits.civilMilitary": "unknown" },
};
const somebody = { ...who, "fact.state": "apprehended" };

/** A figure of nobody's, as it is typed. */
const figure = {
  ...{ claimant: "nadie", claimant_kind: "ngo", measure: "held_now", kind: "stock", stage: "reported" },
  ...{ population: "all", value: "7", qualifier: "exact", unit: "persons", names_published: "none" },
  ...{ house_arrest_counted: "unknown", as_of: "2026-01-05", quote: "siete", source_title: "Nota" },
  ...{ source_outlet: "Medio", source_url: "https://nadie.invalid/7" },
};

/** The same for every act, by the file of the action under app/equipo and its name. */
export const ACTS: Record<string, Act> = {
  "balances#declare": { who: "C", form: { since: "2026-02-01", until: "2026-01-01" } },
  "balances#discard": { who: "C", form: { id } },
  "balances#draft": { who: "C", form: { kind: "weekly", day: "2999-01-01", corrects: "", why: "" } },
  "balances#second": { who: "C", form: { id } },
  "balances#signDraft": { who: "C", form: { id }, fresh: true },
  "buscar#lookFor": { who: "IVLCE", form: { buscar: "nadie así" } },
  ...EVIDENCE_ACTS,
  "casos/[reference]/familia#askToRevoke": { who: "VC", form: { ...on, reportId: id, why } },
  "casos/[reference]/familia#confirmRevoke": { who: "VC", form: { ...on, revocationId: id }, fresh: true },
  "casos/[reference]/familia#explainOne": { who: "VC", form: { ...on, reason: "not_political" } },
  "casos/[reference]/familia#giveCode": {
    who: "VC",
    form: { ...on, holderId: id, locale: "es" },
    fresh: true,
  },
  "casos/[reference]/familia#saveOwnAnswer": {
    who: "IVLC",
    form: {
      ...{ ...on, askedBy: "Su abogada", means: "in_person", on: "2026-01-03", checked: "A solas." },
      ...Object.fromEntries(
        ["store", "count", "name", "photo", "partners", "un", "iachr", "press", "archive"].map((purpose) => [
          `answers.${purpose}`,
          "no",
        ]),
      ),
    },
    fresh: true,
  },
  "casos/[reference]#addFact": { who: "IVLC", form: { ...on, ...fact } },
  "casos/[reference]#addHolder": {
    who: "IVLC",
    form: { ...on, givenBy: "relative", report: "", who: "Una hermana", how: "Por videollamada." },
  },
  "casos/[reference]#addOneEvidence": {
    who: "IVLC",
    form: { ...on, kind: "press", originClass: "press", originName: "", title: "Nota" },
  },
  "casos/[reference]#addPermission": {
    who: "IVLC",
    form: { ...on, purpose: "name", answer: "yes", givenBy: "relative", standing: "on" },
  },
  "casos/[reference]#addRemedy": {
    who: "IVLC",
    form: { ...on, state: "visit_denied", episode: "1", earliest: "2026-01-03", latest: "", ...source },
  },
  "casos/[reference]#confirmLeaving": { who: "VC", form: { ...on, retractionId: id } },
  "casos/[reference]#confirmName": { who: "CE", form: { ...on, namingId: id }, fresh: true },
  "casos/[reference]#confirmOneFact": { who: "VC", form: { ...on, factId: id } },
  "casos/[reference]#correctOne": {
    who: "IVLC",
    form: { ...on, factId: id, why, track: "custody", state: "apprehended", episode: "1", ended: "no" },
  },
  "casos/[reference]#declineLeaving": { who: "IVLC", form: { ...on, retractionId: id } },
  "casos/[reference]#moveReview": {
    who: "C",
    form: { ...on, decisionId: id, day: "2099-01-01", why },
  },
  "casos/[reference]#proposeLeaving": { who: "IVLC", form: { ...on, factId: id, why } },
  "casos/[reference]#proposeName": { who: "CE", form: on },
  "casos/[reference]#recordKin": { who: "VC", form: on },
  "casos/[reference]#reviewOne": {
    who: "VC",
    form: { reference: on.reference, decisionId: id, agreed: "yes", note: "" },
  },
  "casos/[reference]#setAsideOne": { who: "IVLC", form: { ...on, factId: id, why } },
  "casos/[reference]#signDecision": {
    who: "VC",
    form: {
      ...on,
      outcome: "arbitrary_not_political",
      confidence: "high",
      reasoning: "Una razón bastante larga.",
      ...{ "identity.result": "met", "deprivation.result": "met", "deprivation.agent": "state" },
      ...{ "exclusion.kind": "none", "counterEvidence.reasoning": "" },
    },
  },
  "casos/[reference]/ficha#prepareSheet": {
    who: "LC",
    form: { reference: on.reference, recipient: "lawyer", language: "es" },
  },
  "casos/[reference]/identidad#chooseWho": {
    who: "IVLC",
    form: { ...on, changeId: id, seen: "0".repeat(64), "take.sex": "stands" },
  },
  "casos/[reference]/identidad#confirmWho": { who: "VC", form: { ...on, changeId: id } },
  "casos/[reference]/identidad#declineWho": { who: "IVLC", form: { ...on, changeId: id } },
  "casos/[reference]/identidad#proposeWho": {
    who: "IVLC",
    form: { ...on, ...who, seen: "0".repeat(64), why },
  },
  "casos/[reference]#recordOneAwaited": { who: "IVLC", form: { ...on, report: id, purpose: "name" } },
  "casos/[reference]#takeOne": { who: "VC", form: on },
  "casos/[reference]#withdrawOneEvidence": { who: "VC", form: { ...on, evidenceId: id, why } },
  "casos/[reference]#withdrawName": { who: "CE", form: { ...on, why } },
  "casos/nuevo#openDirect": {
    who: "IVLC",
    form: {
      ...somebody,
      ...{ channel: "telephone", another: "on", "fact.earliest": "2026-01-05", "fact.latest": "2026-01-03" },
      ...{ "speaker.givenBy": "relative", "speaker.who": "", "speaker.how": "" },
    },
  },
  "cuenta#changeOwn": {
    who: "IVLCEAX",
    form: { current: "no es la frase de nadie", passphrase: "otra frase bastante larga" },
    fresh: true,
  },
  "cuenta#endSession": { who: "IVLCEAX", form: { mark: "0000000000000000" } },
  "cuenta#renewCodes": { who: "IVLCEAX", form: {}, fresh: true },
  "declaraciones#again": { who: "VCE", form: { ...figure, id: "nadie-rel-2026", over: "", why } },
  "declaraciones#enter": {
    who: "VCE",
    form: { ...figure, "relations.0.relation": "quotes", "relations.0.target": "nadie-rel-2026" },
  },
  "declaraciones#publish": { who: "CE", form: { id: "nadie-rel-2026", entryId: id } },
  "declaraciones#setAside": { who: "VCE", form: { id: "nadie-rel-2026", entryId: id, why } },
  "declaraciones#withdraw": { who: "CE", form: { id: "nadie-rel-2026", why } },
  "importaciones#confirm": { who: "VC", form: { id } },
  "importaciones#discard": { who: "VCEA", form: { id, why } },
  "mensajes#sendOwnWords": {
    who: "IVC",
    form: { reportId: id, seen: "0", words: "Una pregunta.", own: "yes", asks: "yes" },
  },
  "mensajes#sendSentences": { who: "IVC", form: { reportId: id, seen: "0", "templates[]": "thanks" } },
  "mensajes#settleOne": { who: "IVC", form: { reportId: id, seen: "0" } },
  "noche#answerSheet": { who: "VC", form: { sheet: id, confirm: id } },
  "noche#preciseSheet": {
    who: "IVLC",
    form: { sheet: id, reason: why, ...source, [`kind.c${id}`]: "released_with_measures" },
  },
  "noche#saveSheet": {
    who: "IVLC",
    form: {
      sheet: id,
      day: "2026-01-03",
      precision: "day",
      common: "released_unspecified",
      pick: on.reference,
      ...source,
    },
  },
  "planilla#destroy": { who: "IVC", form: { id } },
  "planilla/hojas#printed": { who: "IVC", form: { lote: "1", lengua: "es", numbers: "0000000" } },
  "planilla#see": { who: "IVC", form: { id } },
  "planilla#transcribe": {
    who: "IVC",
    form: {
      ...{ number: "0000000", takenOn: "2026-01-03", store: "yes", count: "no" },
      ...{ "person.givenNames": "Ana", "detention.year": "2026" },
    },
  },
  "novedades#seekCase": { who: "IVC", form: { id, reportId: id } },
  "novedades#settleOne": { who: "IVC", form: { id } },
  "personas#depart": { who: "CX", form: { ...someone, heir: "" }, fresh: true },
  "personas#giveRole": { who: "CX", form: { ...someone, role: "vetter" }, fresh: true },
  "personas#invite": { who: "CX", form: { ...someone, role: "vetter" }, fresh: true },
  "personas#putOut": { who: "CX", form: someone, fresh: true },
  "personas#revoke": { who: "CX", form: { id } },
  "personas#second": { who: "X", form: { id }, fresh: true },
  "duplicados#agree": { who: "VC", form: { id }, fresh: true },
  "duplicados#agreeUndo": { who: "VC", form: { id }, fresh: true },
  "duplicados#answer": { who: "IVC", form: { id, answer: "different", why } },
  "duplicados#attach": { who: "IVC", form: { pairId: id, answer: "same_person", why } },
  "duplicados#decline": { who: "IVC", form: { id } },
  "duplicados#declineUndo": { who: "IVC", form: { id } },
  "duplicados#propose": { who: "IVC", form: { ...both, kind: "same_episode", why } },
  "duplicados#tellKinFirst": { who: "VC", form: { pairId: id, caseId: id, queda: id, como: "same" } },
  "duplicados#proposeUndo": { who: "IVC", form: { id, why } },
  ...REPLY_ACTS,
  "retiros#agree": { who: "VC", form: { id, verdictId: id } },
  "retiros#decline": { who: "VC", form: { id, verdictId: id } },
  "retiros#erase": { who: "C", form: { id }, fresh: true },
  "retiros#propose": { who: "VC", form: { id, granted: "yes", why } },
  "retiros#proposeToErase": { who: "C", form: { ...on, asks: "Una hermana", why } },
  "reportes/[id]/documentos/[document]#mark": {
    who: "IVC",
    form: { reportId: id, documentId: id, graphic: "yes" },
  },
  "reportes/[id]#attachToCase": { who: "IVC", form: { reportId: id, reference: on.reference } },
  "reportes/[id]/contacto#saveCall": { who: "IVC", form: { reportId: id, seen: "0", result: "reached" } },
  "reportes/[id]/contacto#saveContact": {
    who: "IVC",
    form: {
      ...{ reportId: id, seen: "0", way: "none", address: "", from: "", until: "" },
      ...{ mayLeaveMessage: "no", safeWord: "" },
    },
  },
  "reportes/[id]/contacto#saveReason": { who: "IVC", form: { reportId: id, seen: "0", why } },
  "reportes/[id]/contacto#showWord": { who: "IVC", form: { reportId: id }, fresh: true },
  "reportes/[id]#lookForCase": { who: "IVLCE", form: { reportId: id, buscar: "nadie así" } },
  "reportes/[id]#openCaseFromReport": { who: "IVC", form: { reportId: id, ...somebody } },
  "reportes#askForWord": { who: "IVC", form: { reportId: id, seen: "", "wants[]": "date" } },
  "reportes#bringBack": { who: "IVC", form: { reportId: id, seen: "" } },
  "reportes#giveReport": { who: "IVC", form: { reportId: id, seen: "", to: "vera" } },
  "reportes#putOff": { who: "IVC", form: { reportId: id, seen: "", hours: "4", why } },
  "reportes#takeReport": { who: "IVC", form: { reportId: id, seen: "" } },
};

/** Acts of whoever is not signed in: they open, at most, a session of somebody who shows who they are. */
export const OPEN_ACTS = [
  "entrar#enter",
  "idioma#chooseLanguage",
  "invitacion#accept",
  "salir#leave",
  "teclas#switchKeys",
];
