import type { CodeOf, Term } from "../schema";

interface SourceTerm extends Term {
  /** A relative, the person and their lawyer are one origin: together they never make two. */
  familyOrigin?: boolean;
  /** May be named as a kind on a public page. All others are only counted there, so that nobody is pointed at. */
  public?: boolean;
  /** For a disappeared person it stands as the second origin, whoever filed it. */
  provesDisappearance?: boolean;
}

/** Kinds of source behind a fact or a finding. */
export const sourceKinds = [
  { code: "relative", es: "familiar", en: "relative", familyOrigin: true },
  { code: "person", es: "la propia persona", en: "the person", familyOrigin: true },
  { code: "lawyer", es: "abogado o abogada de la familia", en: "the family's lawyer", familyOrigin: true },
  { code: "co_detainee", es: "persona que estuvo detenida con ella", en: "co-detainee" },
  { code: "witness", es: "testigo", en: "witness" },
  { code: "official_document", es: "documento oficial", en: "official document", public: true },
  {
    code: "official_statement",
    es: "declaración o publicación oficial",
    en: "official statement or post",
    public: true,
  },
  {
    code: "habeas_corpus",
    es: "habeas corpus presentado",
    en: "habeas corpus filing",
    provesDisappearance: true,
  },
  {
    code: "denial_log",
    es: "registro de negativas: dónde preguntaron y quién negó",
    en: "denial log: where they asked and who denied",
    provesDisappearance: true,
  },
  { code: "court_record", es: "expediente o audiencia", en: "court record or hearing" },
  { code: "press", es: "prensa", en: "press", public: true },
  { code: "ngo_list", es: "lista de una organización", en: "list of an organisation" },
  { code: "photo_video", es: "foto o video", en: "photo or video" },
  { code: "social_media", es: "redes sociales", en: "social media" },
  { code: "site_visit", es: "visita al sitio o registro en la puerta", en: "site visit or gate log" },
  { code: "medical_record", es: "documento médico", en: "medical record" },
  { code: "other", es: "otra", en: "other" },
] as const satisfies readonly SourceTerm[];

export type SourceKind = CodeOf<typeof sourceKinds>;
/** Source kinds as plain rows, whatever marks each bears. */
export const sourceTerms: readonly SourceTerm[] = sourceKinds;

/** How far whoever says it can be relied upon. Recorded beside an item of evidence; it decides nothing. */
export const sourceReliabilities = [
  { code: "reliable", es: "confiable", en: "reliable" },
  { code: "fairly_reliable", es: "bastante confiable", en: "fairly reliable" },
  { code: "doubtful", es: "dudosa", en: "doubtful" },
  { code: "unreliable", es: "no confiable", en: "unreliable" },
  { code: "unknown", es: "no se puede juzgar", en: "cannot be judged" },
] as const satisfies readonly Term[];

/** How far what is said is borne out by the rest: the degrees HURIDOCS uses. Recorded beside an item; it decides nothing. */
export const contentCredibilities = [
  { code: "confirmed", es: "confirmado por otras fuentes", en: "confirmed by other sources" },
  { code: "likely", es: "probable", en: "likely" },
  { code: "possible", es: "posible", en: "possible" },
  { code: "unlikely", es: "poco probable", en: "unlikely" },
  { code: "unknown", es: "no se puede juzgar", en: "cannot be judged" },
] as const satisfies readonly Term[];
