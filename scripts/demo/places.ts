/** Where people are taken in the invented history: entity, weight, and the sites of that entity in the vocabulary. */
const places = [
  ["VE-A", 22, ["HELICOIDE", "MARIPEREZ"]],
  ["VE-M", 20, ["RODEO1", "YARE2", "ZONA7", "RAMOVERDE", "DGCIM-BOL"]],
  ["VE-G", 14, ["TOCUYITO", "LIBERTADOR"]],
  ["VE-D", 8, ["TOCORON"]],
  ["VE-K", 8, ["URIBANA", "FENIXLARA"]],
  ["VE-V", 8, ["ELMARITE"]],
  ["VE-B", 5, ["PUENTEAYALA"]],
  ["VE-S", 5, ["OCCIDENTE"]],
  ["VE-F", 3, ["VISTAHERMOSA"]],
  ["VE-P", 3, ["BROMBA"]],
  ["VE-U", 2, ["SANFELIPE"]],
  ["VE-Z", 1, []],
  ["VE-Y", 1, []],
] as const;

export const entities = places.map(([entity, weight]) => [entity, weight] as const);

/** The sites of an entity; empty where the vocabulary names none. */
export const sitesOf = (entity: string): readonly string[] =>
  places.find(([code]) => code === entity)?.[2] ?? [];

/** Large prisons people are moved to, with their entity. */
export const prisons = [
  ["TOCORON", "VE-D"],
  ["TOCUYITO", "VE-G"],
  ["RODEO1", "VE-M"],
  ["YARE3", "VE-M"],
] as const;

export const womensPrisons = [
  ["CRISALIDA", "VE-M"],
  ["INOF", "VE-M"],
  ["ANAMARIA", "VE-V"],
] as const;

export const forces = [
  ["PNB", 34],
  ["GNB", 20],
  ["SEBIN", 14],
  ["DGCIM", 10],
  ["POL-EST", 10],
  ["CICPC", 6],
  ["UNIDENT", 6],
] as const;
