import type { CodeOf, Term } from "../schema";

/** The five criteria of PACE Resolution 1900 (2012), paragraph 3. One, with evidence, suffices. */
export const paceFindings = [
  {
    code: "a",
    es: "(a) Se impuso violando una garantía fundamental: conciencia, expresión, reunión o asociación",
    en: "(a) Imposed in violation of a fundamental guarantee: conscience, expression, assembly or association",
  },
  {
    code: "b",
    es: "(b) Por razones puramente políticas, sin relación con ningún delito",
    en: "(b) For purely political reasons, without connection to any offence",
  },
  {
    code: "c",
    es: "(c) Por motivos políticos, duración o condiciones desproporcionadas",
    en: "(c) For political motives, length or conditions clearly out of proportion",
  },
  {
    code: "d",
    es: "(d) Por motivos políticos, de forma discriminatoria frente a otras personas",
    en: "(d) For political motives, in a discriminatory manner compared to others",
  },
  {
    code: "e",
    es: "(e) Resulta de un proceso claramente injusto ligado a motivos políticos",
    en: "(e) The result of clearly unfair proceedings connected with political motives",
  },
] as const satisfies readonly Term[];

export const findingResults = [
  { code: "met", es: "se cumple", en: "met" },
  { code: "not_met", es: "no se cumple", en: "not met" },
  { code: "insufficient", es: "no se puede saber", en: "cannot be known" },
] as const satisfies readonly Term[];

/** Categories of the UN Working Group on Arbitrary Detention. Recorded beside the decision; they decide nothing. */
export const wgadCategories = [
  { code: "I", es: "I. Sin base legal", en: "I. No legal basis" },
  { code: "II", es: "II. Por ejercer derechos y libertades", en: "II. For exercising rights and freedoms" },
  { code: "III", es: "III. Sin juicio justo", en: "III. No fair trial" },
  { code: "IV", es: "IV. Migración o asilo", en: "IV. Migration or asylum" },
  { code: "V", es: "V. Discriminación", en: "V. Discrimination" },
] as const satisfies readonly Term[];

/** Foro Penal's categories. Recorded beside the decision; they decide nothing. */
export const foroPenalCategories = [
  { code: "FP1", es: "1. Amenaza política individual", en: "1. An individual political threat" },
  { code: "FP2", es: "2. Para intimidar a un grupo", en: "2. To intimidate a group" },
  {
    code: "FP3",
    es: "3. Para sostener una campaña o propaganda",
    en: "3. To sustain a campaign or propaganda",
  },
  {
    code: "FP-REL",
    es: "Familiar, para presionar a otra persona",
    en: "A relative, to put pressure on another",
  },
] as const satisfies readonly Term[];

export const exclusions = [
  { code: "none", es: "nada indica violencia", en: "nothing points to violence" },
  {
    code: "violence_alleged_unproven",
    es: "violencia alegada y no probada",
    en: "violence alleged, not proven",
  },
  {
    code: "violence_credible",
    es: "violencia creíble contra personas",
    en: "credible violence against persons",
  },
  {
    code: "incitement",
    es: "llamado a la violencia por origen o religión",
    en: "incitement on race or religion",
  },
] as const satisfies readonly Term[];

export const agents = [
  { code: "state", es: "agentes del Estado", en: "State agents" },
  { code: "acquiescence", es: "con su consentimiento", en: "with their acquiescence" },
  { code: "unknown", es: "no se sabe", en: "not known" },
] as const satisfies readonly Term[];

export const confidences = [
  { code: "high", es: "alta", en: "high" },
  { code: "medium", es: "media", en: "medium" },
  { code: "low", es: "baja", en: "low" },
] as const satisfies readonly Term[];

export const pendingReasons = [
  { code: "identity", es: "falta establecer la identidad", en: "identity to be established" },
  {
    code: "second_channel",
    es: "falta una segunda fuente independiente",
    en: "a second independent source is missing",
  },
  {
    code: "political_nexus",
    es: "falta establecer el motivo político",
    en: "political reason to be established",
  },
  { code: "whereabouts", es: "falta saber dónde está", en: "whereabouts to be established" },
  { code: "duplicate_check", es: "hay que descartar que sea un duplicado", en: "duplicate check" },
  { code: "legal_file", es: "falta el expediente judicial", en: "court file missing" },
] as const satisfies readonly Term[];

export type PaceFinding = CodeOf<typeof paceFindings>;
export type WgadCategory = CodeOf<typeof wgadCategories>;
export type ForoPenalCategory = CodeOf<typeof foroPenalCategories>;
