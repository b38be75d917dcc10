import type { CodeOf, Term } from "../schema";

/** Charges as the authority imputes them: always "alleged charge", never "crime". */
export const charges = [
  { code: "TERR", es: "terrorismo", en: "terrorism" },
  { code: "FIN-TERR", es: "financiamiento al terrorismo", en: "financing of terrorism" },
  { code: "ASOC", es: "asociación para delinquir", en: "criminal association" },
  { code: "ODIO", es: "incitación al odio", en: "incitement to hatred" },
  { code: "TRAIC", es: "traición a la patria", en: "treason" },
  { code: "CONSP", es: "conspiración", en: "conspiracy" },
  { code: "REB", es: "rebelión civil", en: "civil rebellion" },
  { code: "REB-MIL", es: "rebelión o traición militar", en: "military rebellion or treason" },
  { code: "INST", es: "instigación pública", en: "public instigation" },
  { code: "AGAV", es: "agavillamiento", en: "conspiracy to commit offences (agavillamiento)" },
  { code: "RESIST", es: "resistencia a la autoridad", en: "resisting authority" },
  { code: "VIA", es: "obstrucción de la vía pública", en: "obstruction of the public highway" },
  { code: "DANOS", es: "daños a bienes públicos", en: "damage to public property" },
  { code: "INCEND", es: "tenencia de sustancias incendiarias", en: "possession of incendiary substances" },
  { code: "ARMAS", es: "tráfico o tenencia de armas", en: "trafficking or possession of weapons" },
  { code: "ESPION", es: "espionaje o revelación de secretos", en: "espionage or disclosure of secrets" },
  { code: "USURP", es: "usurpación de funciones o forjamiento", en: "usurpation of functions or forgery" },
  {
    code: "MAGNI",
    es: "magnicidio en grado de tentativa",
    en: "attempted assassination of the head of State",
  },
  { code: "CORRUP", es: "corrupción", en: "corruption" },
  { code: "DROGAS", es: "drogas", en: "drug offences" },
  { code: "HOMIC", es: "homicidio", en: "homicide" },
  { code: "OTRO", es: "otro cargo", en: "another charge" },
  { code: "NINGUNO", es: "sin cargo conocido", en: "no known charge" },
  { code: "DESC", es: "no se sabe", en: "not known" },
] as const satisfies readonly Term[];

export const courtKinds = [
  { code: "control", es: "tribunal de control", en: "supervisory (control) court" },
  { code: "trial", es: "tribunal de juicio", en: "trial court" },
  { code: "execution", es: "tribunal de ejecución", en: "sentence execution court" },
  { code: "appeals", es: "corte de apelaciones", en: "court of appeals" },
  { code: "tsj_criminal", es: "TSJ, Sala Penal", en: "Supreme Court, criminal chamber" },
  { code: "tsj_constitutional", es: "TSJ, Sala Constitucional", en: "Supreme Court, constitutional chamber" },
  { code: "military", es: "tribunal militar", en: "military court" },
  { code: "adolescent", es: "sección penal de adolescentes", en: "adolescent criminal section" },
  { code: "municipal", es: "tribunal municipal", en: "municipal court" },
] as const satisfies readonly Term[];

export const courtSpecialties = [
  { code: "ordinary", es: "ordinario", en: "ordinary" },
  { code: "terrorism", es: "terrorismo", en: "terrorism" },
  { code: "military", es: "militar", en: "military" },
  { code: "adolescent", es: "adolescentes", en: "adolescent" },
] as const satisfies readonly Term[];

export const jurisdictions = [
  { code: "ordinary", es: "ordinaria", en: "ordinary" },
  { code: "military", es: "militar", en: "military" },
  { code: "adolescent", es: "de adolescentes", en: "adolescent" },
] as const satisfies readonly Term[];

export const counselKinds = [
  { code: "public_imposed", es: "defensa pública impuesta", en: "public defender, imposed" },
  { code: "public_accepted", es: "defensa pública aceptada", en: "public defender, accepted" },
  { code: "private", es: "defensa privada", en: "private lawyer" },
  { code: "ngo", es: "abogado de una organización", en: "lawyer of an organisation" },
  { code: "none", es: "sin defensa", en: "no counsel" },
  { code: "refused", es: "le negaron su abogado", en: "own lawyer refused" },
] as const satisfies readonly Term[];

export const hearingModes = [
  { code: "in_person", es: "en persona", en: "in person" },
  { code: "video", es: "por video", en: "by video" },
  { code: "collective", es: "colectiva", en: "collective" },
] as const satisfies readonly Term[];

export type ChargeCode = CodeOf<typeof charges>;
