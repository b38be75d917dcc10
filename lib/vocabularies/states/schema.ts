import type { CodeOf, Term } from "../schema";

/** The seven squares that stand before a state on public pages; always followed by the word. */
export type StatusMark = "held" | "whereabouts" | "house" | "measures" | "free" | "died" | "pending";

interface CustodyTerm extends Term {
  kind: "held" | "out";
  mark: StatusMark;
}

/** Custody states. House arrest, a release ordered and not carried out, and a hidden whereabouts are all held. */
export const custodyStates = [
  { code: "apprehended", es: "detenida", en: "detained", kind: "held", mark: "held" },
  {
    code: "whereabouts_concealed",
    es: "desaparición forzada: paradero ocultado",
    en: "enforced disappearance: whereabouts concealed",
    kind: "held",
    mark: "whereabouts",
  },
  {
    code: "located_incommunicado",
    es: "localizada, incomunicada",
    en: "located, incommunicado",
    kind: "held",
    mark: "held",
  },
  {
    code: "located_contact",
    es: "localizada, con contacto",
    en: "located, with contact",
    kind: "held",
    mark: "held",
  },
  {
    code: "hospital_custody",
    es: "en un hospital, bajo custodia",
    en: "in hospital, in custody",
    kind: "held",
    mark: "held",
  },
  { code: "house_arrest", es: "detención domiciliaria", en: "house arrest", kind: "held", mark: "house" },
  {
    code: "release_ordered_not_executed",
    es: "con boleta de excarcelación sin ejecutar",
    en: "release ordered, not carried out",
    kind: "held",
    mark: "held",
  },
  {
    code: "released_with_measures",
    es: "excarcelada con medidas",
    en: "released under measures",
    kind: "out",
    mark: "measures",
  },
  { code: "released_full", es: "en libertad plena", en: "in full freedom", kind: "out", mark: "free" },
  {
    code: "released_unspecified",
    es: "excarcelada, sin que consten las condiciones",
    en: "released, conditions not known",
    kind: "out",
    mark: "measures",
  },
  {
    code: "released_expelled",
    es: "excarcelada a condición de salir del país",
    en: "released on condition of leaving the country",
    kind: "out",
    mark: "measures",
  },
  {
    code: "expelled_deported",
    es: "expulsada del país bajo custodia",
    en: "expelled from the country in custody",
    kind: "out",
    mark: "measures",
  },
  {
    code: "left_without_release",
    es: "fuera, sin haber sido excarcelada",
    en: "out, without having been released",
    kind: "out",
    mark: "free",
  },
  {
    code: "died_in_custody",
    es: "murió bajo custodia del Estado",
    en: "died in State custody",
    kind: "out",
    mark: "died",
  },
] as const satisfies readonly CustodyTerm[];

export const vettingStates = [
  { code: "pending_evaluation", es: "pendiente por evaluación", en: "pending evaluation" },
  {
    code: "verified_political",
    es: "detención por motivos políticos, verificada",
    en: "detention for political reasons, verified",
  },
  {
    code: "arbitrary_not_political",
    es: "detención arbitraria, sin motivo político establecido",
    en: "arbitrary detention, no political reason established",
  },
  {
    code: "not_confirmed",
    es: "no confirmada (no significa falsa)",
    en: "not confirmed (which does not mean false)",
  },
  { code: "out_of_scope", es: "fuera del alcance del registro", en: "outside the scope of the registry" },
  {
    code: "merged_duplicate",
    es: "unida a otro expediente de la misma persona",
    en: "merged with another dossier of the same person",
  },
] as const satisfies readonly Term[];

/** What happened in court, as nouns, so that they agree with everybody. */
export const processStates = [
  { code: "presented", es: "presentación ante un tribunal", en: "brought before a court" },
  {
    code: "preventive_detention_ordered",
    es: "prisión preventiva ordenada",
    en: "pre-trial detention ordered",
  },
  { code: "charged", es: "imputación", en: "charges brought" },
  { code: "accused", es: "acusación formal", en: "formal accusation" },
  { code: "trial", es: "juicio", en: "trial" },
  { code: "convicted", es: "condena", en: "conviction" },
  { code: "conviction_annulled", es: "condena anulada", en: "conviction annulled" },
  { code: "acquitted", es: "absolución", en: "acquittal" },
  { code: "dismissed", es: "sobreseimiento", en: "case dismissed" },
  { code: "sentence_served", es: "pena cumplida", en: "sentence served" },
  { code: "amnestied", es: "amnistía concedida", en: "amnesty granted" },
  { code: "amnesty_denied", es: "amnistía negada", en: "amnesty denied" },
  { code: "pardoned", es: "indulto", en: "pardon" },
] as const satisfies readonly Term[];

export const remedyStates = [
  { code: "habeas_corpus", es: "habeas corpus presentado", en: "habeas corpus filed" },
  { code: "complaint", es: "denuncia presentada", en: "complaint filed" },
  { code: "visit_denied", es: "visita negada", en: "visit denied" },
  { code: "information_denied", es: "información negada", en: "information denied" },
  { code: "medical_denied", es: "atención médica negada", en: "medical care denied" },
  { code: "visit", es: "visita permitida", en: "visit allowed" },
] as const satisfies readonly Term[];

/** What came of a remedy, or what was said where something was denied. */
export const remedyResults = [
  { code: "no_answer", es: "sin respuesta", en: "no answer" },
  { code: "not_received", es: "no lo quisieron recibir", en: "they would not receive it" },
  { code: "admitted", es: "admitido", en: "admitted" },
  { code: "rejected", es: "negado", en: "rejected" },
  { code: "granted", es: "declarado con lugar", en: "granted" },
  { code: "said_not_here", es: "dijeron que no está ahí", en: "said they are not there" },
  { code: "said_elsewhere", es: "dijeron que está en otro sitio", en: "said they are somewhere else" },
  { code: "said_nothing", es: "no quisieron decir nada", en: "would not say anything" },
  { code: "no_reason", es: "sin dar razón", en: "without giving a reason" },
  { code: "suspended", es: "visitas suspendidas", en: "visits suspended" },
  { code: "not_listed", es: "el familiar no está en la lista", en: "the relative is not on the list" },
  { code: "no_transfer", es: "no la trasladan al hospital", en: "not taken to hospital" },
  { code: "no_medicine", es: "no dejan entrar medicinas", en: "medicines not let in" },
  { code: "no_doctor", es: "no la ve un médico", en: "no doctor sees them" },
] as const satisfies readonly Term[];

/** The family has been told where, was not told, or was told "not here". Denied and not told make a disappearance. */
export const whereabouts = [
  { code: "known", es: "se sabe dónde está", en: "whereabouts known" },
  { code: "not_told_to_family", es: "no se lo han dicho a la familia", en: "not told to the family" },
  { code: "denied", es: "niegan tenerla", en: "custody denied" },
  { code: "not_recorded", es: "no consta", en: "not recorded" },
] as const satisfies readonly Term[];

export const releaseKinds = [
  { code: "with_measures", es: "con medidas", en: "under measures" },
  { code: "full", es: "libertad plena", en: "full freedom" },
  {
    code: "house_arrest",
    es: "a detención domiciliaria (no es excarcelación)",
    en: "to house arrest (not a release)",
  },
  { code: "medical", es: "por motivos de salud", en: "on medical grounds" },
  { code: "swap_expulsion", es: "por canje o con salida del país", en: "by exchange or with expulsion" },
  { code: "amnesty", es: "por amnistía", en: "by amnesty" },
  { code: "sentence_served", es: "por cumplir la pena", en: "sentence served" },
  { code: "acquittal", es: "por absolución", en: "by acquittal" },
  { code: "dismissal", es: "por sobreseimiento", en: "by dismissal" },
  { code: "unspecified", es: "sin que conste cómo", en: "not specified" },
] as const satisfies readonly Term[];

export type CustodyState = CodeOf<typeof custodyStates>;
export type HeldState = Extract<(typeof custodyStates)[number], { kind: "held" }>["code"];
export type VettingState = CodeOf<typeof vettingStates>;
export type ProcessState = CodeOf<typeof processStates>;
export type RemedyState = CodeOf<typeof remedyStates>;
export type Whereabouts = CodeOf<typeof whereabouts>;
