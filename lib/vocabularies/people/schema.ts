import type { CodeOf, Term } from "../schema";

export const sexes = [
  { code: "woman", es: "mujer", en: "woman" },
  { code: "man", es: "hombre", en: "man" },
  { code: "other", es: "otro", en: "other" },
  { code: "unknown", es: "no consta", en: "not recorded" },
] as const satisfies readonly Term[];

export const nationalities = [
  { code: "national", es: "venezolana", en: "Venezuelan" },
  { code: "dual", es: "doble nacionalidad", en: "dual nationality" },
  { code: "foreign", es: "extranjera", en: "foreign" },
  { code: "unknown", es: "no consta", en: "not recorded" },
] as const satisfies readonly Term[];

export const civilMilitary = [
  { code: "civilian", es: "civil", en: "civilian" },
  { code: "military_active", es: "militar en servicio", en: "active military" },
  { code: "military_retired", es: "militar en retiro", en: "retired military" },
  { code: "unknown", es: "no consta", en: "not recorded" },
] as const satisfies readonly Term[];

export const ageGroups = [
  { code: "under18", es: "menor de 18 años", en: "under 18" },
  { code: "adult", es: "adulta", en: "adult" },
  { code: "unknown", es: "no consta", en: "not recorded" },
] as const satisfies readonly Term[];

export const documentKinds = [
  { code: "V", es: "cédula V", en: "V identity card" },
  { code: "E", es: "cédula E", en: "E identity card" },
  { code: "passport", es: "pasaporte", en: "passport" },
] as const satisfies readonly Term[];

export const sectors = [
  { code: "party_member", es: "militante de un partido", en: "party member" },
  { code: "election_witness", es: "testigo electoral", en: "election witness" },
  { code: "journalist", es: "periodista", en: "journalist" },
  { code: "defender", es: "persona defensora de derechos", en: "human rights defender" },
  { code: "lawyer", es: "abogado o abogada", en: "lawyer" },
  { code: "unionist", es: "sindicalista", en: "trade unionist" },
  { code: "student", es: "estudiante", en: "student" },
  { code: "teacher", es: "docente", en: "teacher" },
  { code: "health_worker", es: "personal de salud", en: "health worker" },
  { code: "military", es: "militar", en: "military" },
  { code: "police", es: "policía", en: "police" },
  { code: "religious", es: "religioso o religiosa", en: "religious" },
  { code: "business", es: "empresario o comerciante", en: "business" },
  { code: "foreign_visitor", es: "visitante extranjero", en: "foreign visitor" },
  { code: "relative", es: "familiar de otra persona perseguida", en: "relative of another person" },
  { code: "none_known", es: "sin actividad conocida", en: "no known activity" },
] as const satisfies readonly Term[];

export const arrestContexts = [
  { code: "protest", es: "en una protesta", en: "at a protest" },
  { code: "home_raid", es: "en un allanamiento", en: "in a home raid" },
  {
    code: "checkpoint",
    es: "en una alcabala o revisión del teléfono",
    en: "at a checkpoint or phone search",
  },
  { code: "workplace", es: "en su trabajo", en: "at work" },
  { code: "border_airport", es: "en la frontera o el aeropuerto", en: "at the border or airport" },
  { code: "summons", es: "al acudir a una citación", en: "on answering a summons" },
  { code: "hospital", es: "en un hospital", en: "in a hospital" },
  { code: "online", es: "por una publicación o un chat", en: "over a post or chat" },
  { code: "relative_hostage", es: "para presionar a un familiar", en: "to put pressure on a relative" },
  { code: "election", es: "por ser testigo electoral", en: "for being an election witness" },
  { code: "other", es: "de otra forma", en: "otherwise" },
] as const satisfies readonly Term[];

/** What permission may be given for. One row each, asked apart, never bundled. */
export const purposes = [
  { code: "store", es: "guardar y verificar", en: "keep and verify" },
  { code: "count", es: "contar sin nombre", en: "count without a name" },
  { code: "name", es: "publicar el nombre", en: "publish the name" },
  { code: "photo", es: "publicar la foto", en: "publish the photo" },
  { code: "partners", es: "compartir con organizaciones aliadas", en: "share with partner organisations" },
  { code: "un", es: "presentar ante la ONU", en: "submit to the UN" },
  { code: "iachr", es: "presentar ante la CIDH", en: "submit to the IACHR" },
  { code: "press", es: "contacto con la prensa", en: "contact with the press" },
  { code: "archive", es: "conservar para la memoria y la justicia", en: "keep for memory and justice" },
] as const satisfies readonly Term[];

export type Sex = CodeOf<typeof sexes>;
export type SectorCode = CodeOf<typeof sectors>;
export type PurposeCode = CodeOf<typeof purposes>;
