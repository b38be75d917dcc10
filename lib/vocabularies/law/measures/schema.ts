import type { CodeOf, Term } from "../../schema";

/** Measures a person is left under: COPP article 242 by its numerals, then those that have none. Never three at once by law; practice differs. */
export const measures = [
  { code: "VE242.1", es: "detención domiciliaria", en: "house arrest" },
  {
    code: "VE242.2",
    es: "cuidado o vigilancia de una persona o institución",
    en: "supervision by a person or institution",
  },
  { code: "VE242.3", es: "presentación periódica ante el tribunal", en: "periodic reporting to the court" },
  {
    code: "VE242.4",
    es: "prohibición de salir del país o de la localidad",
    en: "ban on leaving the country or locality",
  },
  { code: "VE242.5", es: "prohibición de acudir a reuniones o lugares", en: "ban on meetings or places" },
  {
    code: "VE242.6",
    es: "prohibición de comunicarse con determinadas personas",
    en: "ban on contact with certain persons",
  },
  { code: "VE242.7", es: "abandono del domicilio", en: "order to leave home" },
  { code: "VE242.8", es: "caución económica o fiadores", en: "bail or sureties" },
  { code: "VE242.9", es: "otra medida cautelar", en: "another precautionary measure" },
  {
    code: "VE-GAG",
    es: "prohibición de declarar a medios o redes",
    en: "ban on speaking to media or online",
  },
  { code: "VE-TAG", es: "grillete electrónico", en: "electronic ankle tag" },
  { code: "VE-PASS", es: "pasaporte retenido o anulado", en: "passport held or annulled" },
  { code: "VE-INH", es: "inhabilitación política", en: "disqualification from public office" },
] as const satisfies readonly Term[];

export const measureBases = [
  { code: "written_order", es: "consta por escrito", en: "in a written order" },
  { code: "informal_oral", es: "dicha de palabra", en: "given orally" },
  { code: "reported_by_press", es: "según la prensa", en: "reported by the press" },
  { code: "unknown", es: "no consta", en: "not known" },
] as const satisfies readonly Term[];

export const measureEnds = [
  { code: "lifted_by_court", es: "levantada por el tribunal", en: "lifted by the court" },
  { code: "amnesty", es: "por amnistía", en: "by amnesty" },
  { code: "expired", es: "vencida", en: "expired" },
  { code: "replaced", es: "sustituida", en: "replaced" },
  { code: "revoked_to_custody", es: "revocada: volvió a estar detenida", en: "revoked to custody" },
] as const satisfies readonly Term[];

export type MeasureCode = CodeOf<typeof measures>;
export type MeasureBasis = CodeOf<typeof measureBases>;
