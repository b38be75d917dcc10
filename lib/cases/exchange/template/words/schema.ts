/** Cells by which a sheet says that nobody knows: they read as empty. */
export const nothingSaid = [
  "n a",
  "na",
  "n d",
  "nd",
  "s d",
  "s i",
  "sd",
  "si dato",
  "sin dato",
  "sin datos",
  "sin informacion",
  "sin info",
  "no consta",
  "no se sabe",
  "no sabe",
  "se desconoce",
  "desconocido",
  "desconocida",
  "no aplica",
  "ninguno",
  "ninguna",
  "no tiene",
  "sin fecha",
  "no se conoce",
  "no se tiene",
  "sin cedula",
  "null",
  "por confirmar",
  "x confirmar",
] as const;

/** By list and code: other ways in which people write it, folded (no accents, no capitals), parted by commas. */
export type OtherWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Heads that would bear a verdict, a status of counting or a name's publication: refused with their reason, never ignored. */
export const verdictWords = [
  "veredicto",
  "verificad",
  "preso politico",
  "presa politica",
  "estatus",
  "status",
  "decision",
  "contado",
  "conclusion",
  "publicar nombre",
] as const;
