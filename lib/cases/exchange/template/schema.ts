import type { ListName } from "@/lib/vocabularies/rules";

/** How the cells of a column are read; each has a sentence in `imports.kinds`. */
export type ColumnKind =
  | "key"
  | "name"
  | "text"
  | "document"
  | "date"
  | "birth"
  | "age"
  | "list"
  | "term"
  | "origin"
  | "yesNo";

export interface ColumnTerm {
  /** The Spanish head of the column: the template's contract. Read whatever its case, accents and spaces. */
  head: string;
  kind: ColumnKind;
  /** Its cell may not be empty. */
  required: boolean;
  /** The closed list of what a cell may say, where there is one. */
  list?: ListName | "giver" | "release" | "standing";
  /** The cell of the one invented row that the template prints. */
  example: string;
}

const column = <const Head extends string>(
  head: Head,
  kind: ColumnKind,
  example: string,
  { required = false, list }: { required?: boolean; list?: ColumnTerm["list"] } = {},
): ColumnTerm & { head: Head } => ({ head, kind, required, example, ...(list && { list }) });

/**
 * The fixed columns of the template, in the order it prints them. None bears a verdict, and none ever will: who is counted is decided by two
 * people at the desk.
 */
export const columns = [
  column("clave", "key", "A-001", { required: true }),
  column("nombres", "name", "María Fernanda", { required: true }),
  column("apellidos", "name", "Ejemplo Inventado", { required: true }),
  column("apodos", "text", "Mafe"),
  column("documento", "document", "V-99.100.101"),
  column("país del pasaporte", "text", ""),
  column("sexo", "term", "mujer", { list: "sex" }),
  column("fecha de nacimiento", "birth", "14/05/1990"),
  column("edad al ser detenida", "age", "34"),
  column("nacionalidad", "term", "venezolana", { list: "nationality" }),
  column("civil o militar", "term", "civil", { list: "civil_military" }),
  column("sector", "list", "estudiante", { list: "sector" }),
  column("fecha de detención", "date", "02/08/2024", { required: true }),
  column("estado donde fue detenida", "term", "Lara", { list: "entity" }),
  column("cuerpos que la detuvieron", "list", "PNB | SEBIN", { list: "force" }),
  column("situación", "term", "localizada, con contacto", { list: "standing" }),
  column("fecha de la situación", "date", "10/08/2024"),
  column("paradero", "term", "se sabe dónde está", { list: "whereabouts" }),
  column("lugar", "term", "Tocorón", { list: "facility" }),
  column("estado del lugar", "term", "", { list: "entity" }),
  column("situación procesal", "list", "imputación", { list: "process_state" }),
  column("fecha de la situación procesal", "date", "agosto 2024"),
  column("jurisdicción", "term", "ordinaria", { list: "jurisdiction" }),
  column("tipo de excarcelación", "term", "", { list: "release" }),
  column("fecha de excarcelación", "date", ""),
  column("medidas", "list", "", { list: "measure" }),
  column("base de las medidas", "term", "", { list: "measure_basis" }),
  column("fuente 1", "term", "familiar", { required: true, list: "source_kind" }),
  column("origen 1", "origin", "familia"),
  column("fuente 2", "term", "prensa", { list: "source_kind" }),
  column("origen 2", "origin", "prensa: Diario Inventado"),
  column("fuente 3", "term", "", { list: "source_kind" }),
  column("origen 3", "origin", ""),
  column("permiso para contar", "yesNo", "sí"),
  column("permiso dado por", "term", "familiar", { list: "giver" }),
  column("fecha del permiso", "date", "05/08/2024"),
  column("notas", "text", "Fila inventada: bórrela."),
] as const;

export type Column = (typeof columns)[number]["head"];
/** The cells of one row, trimmed; what nobody knows is empty. */
export type Row = Record<Column, string>;

/** Every reason for which a file or a row is refused, or for which a row deserves a look; each has its sentence in `imports.problems`. */
export const problemCodes = [
  "encoding",
  "damaged_letters",
  "not_a_csv",
  "workbook",
  "quote_open",
  "empty_file",
  "too_large",
  "too_many_rows",
  "column_missing",
  "column_unknown",
  "column_verdict",
  "column_twice",
  "cells_count",
  "control_character",
  "too_long",
  "required",
  "key_twice",
  "name_with_digits",
  "document_unreadable",
  "document_letter",
  "document_scientific",
  "document_digits",
  "document_company",
  "passport_country",
  "not_in_list",
  "caracas",
  "sex_m",
  "whereabouts_unclear",
  "date_unreadable",
  "date_two_digits",
  "date_month_first",
  "date_serial",
  "date_impossible",
  "date_reversed",
  "date_future",
  "age_unreadable",
  "age_and_birth",
  "birth_after_detention",
  "before_detention",
  "standing_without_whereabouts",
  "facility_elsewhere",
  "date_alone",
  "release_death",
  "release_house_arrest",
  "release_before",
  "measure_house_arrest",
  "measures_of_the_free",
  "basis_alone",
  "jurisdiction_alone",
  "source_pair",
  "origin_class",
  "origin_name",
  "origin_person",
  "permission_incomplete",
  "permission_alone",
  "contradiction",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const noticeCodes = [
  "windows_1252",
  "utf_16",
  "formula_kept",
  "military_active",
  "release_unspecified",
  "site_kept_as_words",
  "no_permission",
  "changed_since_import",
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

type Values = Record<string, string | number>;

/** One thing wrong: the line of the file where the row begins, the column, and why. `values` never hold a name or a document. */
export interface TemplateProblem {
  line: number;
  column: string | null;
  code: ProblemCode;
  values: Values;
}

/** Accepted, and worth a look. */
export interface TemplateNotice {
  line: number;
  column: string | null;
  code: NoticeCode;
}
