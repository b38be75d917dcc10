import type { GapKind } from "@/lib/cases/marks/schema";

/** Where on the page of a case each kind is mended. */
type Part = "identidad" | "hechos" | "pruebas" | "permisos";
const parts: Record<GapKind, Part> = {
  sex: "identidad",
  age: "identidad",
  civil_military: "identidad",
  entity: "hechos",
  whereabouts: "hechos",
  force: "hechos",
  origins: "pruebas",
  permission: "permisos",
  standing: "permisos",
  place_conflict: "hechos",
  house_arrest_open: "hechos",
  not_released: "hechos",
  impossible_date: "hechos",
  no_court: "hechos",
  undated: "hechos",
};

/** The part of the page of a case where a kind is mended. */
export const placeToMend = (kind: GapKind): Part => parts[kind];

/** The address of the place where a gap of a case is mended. */
export const whereToMend = (reference: string, kind: GapKind): string =>
  `/equipo/casos/${reference}#${parts[kind]}`;
