import type { CodeOf, Term } from "../schema";

/** Who takes or holds people. Those who arrest and those who hold are separate, several at a time; never an agent's name. */
export const forces = [
  {
    code: "SEBIN",
    es: "SEBIN (inteligencia)",
    en: "SEBIN (intelligence)",
    aliases: ["Servicio Bolivariano de Inteligencia Nacional"],
  },
  {
    code: "DGCIM",
    es: "DGCIM (contrainteligencia militar)",
    en: "DGCIM (military counter-intelligence)",
    aliases: ["Dirección General de Contrainteligencia Militar"],
  },
  { code: "PNB", es: "Policía Nacional Bolivariana", en: "Bolivarian National Police" },
  {
    code: "PNB-DAET",
    es: "Policía Nacional, DAET",
    en: "National Police, DAET",
    kind: "PNB",
    aliases: ["FAES", "Dirección de Acciones Estratégicas y Tácticas"],
  },
  { code: "PNB-DIE", es: "Policía Nacional, DIE", en: "National Police, DIE", kind: "PNB" },
  { code: "PNB-DCDO", es: "Policía Nacional, DCDO", en: "National Police, DCDO", kind: "PNB" },
  { code: "PNB-UCT", es: "Policía Nacional, UCT", en: "National Police, UCT", kind: "PNB" },
  { code: "GNB", es: "Guardia Nacional Bolivariana", en: "Bolivarian National Guard" },
  { code: "GNB-CONAS", es: "Guardia Nacional, CONAS", en: "National Guard, CONAS", kind: "GNB" },
  { code: "FANB-EJ", es: "Ejército", en: "Army", kind: "FANB" },
  { code: "FANB-ARM", es: "Armada", en: "Navy", kind: "FANB" },
  { code: "FANB-AV", es: "Aviación militar", en: "Air force", kind: "FANB" },
  { code: "FANB-MIL", es: "Milicia", en: "Militia", kind: "FANB" },
  {
    code: "CICPC",
    es: "CICPC (policía científica)",
    en: "CICPC (investigative police)",
    aliases: ["PTJ", "Cuerpo de Investigaciones Científicas, Penales y Criminalísticas"],
  },
  { code: "POL-EST", es: "Policía del estado", en: "State police" },
  { code: "POL-MUN", es: "Policía municipal", en: "Municipal police" },
  { code: "SAIME", es: "Migración (SAIME)", en: "Migration control (SAIME)", aliases: ["INM"] },
  { code: "COLECTIVO", es: "Civiles armados (colectivos)", en: "Armed civilians (colectivos)" },
  {
    code: "UNIDENT",
    es: "Hombres armados sin identificar",
    en: "Unidentified armed men",
    hintEs: "Encapuchados, de civil o sin insignias.",
    hintEn: "Hooded, in plain clothes or without insignia.",
  },
  { code: "OTRO", es: "Otro cuerpo", en: "Another force" },
  { code: "DESCONOCIDO", es: "No se sabe", en: "Not known" },
] as const satisfies readonly Term[];

export type ForceCode = CodeOf<typeof forces>;
