import type { Random } from "./random";

const womensNames =
  "Ana Yusmary Carmen Dayana Elena Fabiola Génesis Inés Josefina Karelis Leidysnay Marisol Nohelia Oriana Petra Rosa Soledad Teresa Ursulina Viviana Wendy Yajaira Zulay Milagros Andreína Coromoto".split(
    " ",
  );
const mensNames =
  "Alirio Bladimir César Dixon Edgar Franklin Gregorio Hernán Ignacio Jhonder Keiber Leonel Maikel Néstor Omar Pedro Rómulo Saúl Tulio Ulises Vicente Wilmer Yohandry Zenón Eleazar Yorman".split(
    " ",
  );
const surnames =
  "Abreu Barrios Colmenares Duque Escalona Farías Gil Herrera Ibarra Jaimes Landaeta Marcano Noguera Ochoa Paredes Quintero Rivas Salas Toro Urdaneta Villegas Yánez Zambrano Briceño Montilla Araque Uzcátegui Liendo Moncada Perdomo Sanabria Cedeño".split(
    " ",
  );
const foreignSurnames =
  "Whitcombe Dolnicki Ferrante Okafor Lindqvist Moreau Andersson Kovač Restrepo Bianchi".split(" ");

export interface InventedName {
  givenNames: string;
  surnames: string;
}

/** Invented names only: common Venezuelan parts in chance order, so that nobody real is meant. */
export function inventName(random: Random, sex: string, foreign: boolean): InventedName {
  const first = sex === "woman" ? womensNames : mensNames;
  const givenNames = random.chance(0.7) ? `${random.pick(first)} ${random.pick(first)}` : random.pick(first);
  if (foreign) return { givenNames, surnames: random.pick(foreignSurnames) };
  return {
    givenNames,
    surnames: random.chance(0.9)
      ? `${random.pick(surnames)} ${random.pick(surnames)}`
      : random.pick(surnames),
  };
}
