import type { MatchPerson } from "@/lib/people/matching/schema";
import type { Random } from "../../../scripts/demo/random";

const men =
  "José Luis Carlos Juan Jesús Miguel Ángel Pedro Antonio Rafael Manuel Francisco Alberto Jorge David Daniel Eduardo Andrés Alejandro Gabriel Víctor Ramón Enrique Javier Yohandry Jhonder Keiber Maikel Wilmer Yorman Yeferson Brayan Isaac Ulises Hernán Néstor Rómulo Osbaldo Giovanni Estiven Wilfredo Zenón Leonel Franklin Héctor Gregorio Alexander Josué Elías Samuel Michel Nelson Bladimir Joel Yonathan".split(
    " ",
  );
const women =
  "María Ana Carmen Rosa Yusmary Andreína Dayana Génesis Karelis Leidysnay Marisol Oriana Yajaira Zulay Milagros Coromoto Josefina Beatriz Gabriela Valentina Carolina Yorgelis Yennifer Luz Isabel Teresa Elena Victoria Alejandra Daniela Fabiola Nohelia Mairim Katiuska Wendy Ysabel Xiomara Guadalupe Mercedes Yolanda".split(
    " ",
  );
const particles = ["del Valle", "del Carmen", "de los Ángeles", "de Jesús", "de la Cruz"];
const common =
  "González Rodríguez Pérez Hernández García Martínez López Sánchez Díaz Ramírez Rojas Moreno Gómez Fernández Torres Rivas Flores Mendoza Gutiérrez Castillo Suárez Blanco Medina Márquez".split(
    " ",
  );
const rare =
  "Colmenares Briceño Zambrano Uzcátegui Villegas Araque Landaeta Urdaneta Montilla Marcano Quintero Escalona Noguera Paredes Sanabria Cedeño Perdomo Liendo Moncada Yánez Barrios Abreu Ibarra Jaimes Ochoa Toro Duque Salas Gil Herrera Farías Vivas Bastidas Chacón Zerpa Guillén Huérfano Bravo Velásquez Cáceres Peña Lugo Nieves Sequera Páez Báez Hurtado Aular Yépez Graterol".split(
    " ",
  );
const entities = "VE-A VE-B VE-D VE-G VE-K VE-L VE-M VE-N VE-S VE-V VE-X VE-Z".split(" ");

/** An invented person of whom everything is known. */
export interface Invented extends MatchPerson {
  givenNames: string;
  surnames: string;
  sex: "woman" | "man";
  birthDate: string;
  birthYear: number;
  id: { kind: string; number: string };
  entity: string;
  apprehended: string;
}

const two = (number: number) => String(number).padStart(2, "0");
export const surname = (random: Random): string => random.pick(random.chance(0.45) ? common : rare);
export const givenName = (random: Random, sex: "woman" | "man"): string =>
  random.pick(sex === "woman" ? women : men);
export const dayIn = (random: Random, from: number, to: number): string =>
  `${random.between(from, to)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
export const number = (random: Random): string => `99${random.between(100_000, 999_999)}`;

export function invent(random: Random): Invented {
  const sex = random.chance(0.25) ? "woman" : "man";
  const first = givenName(random, sex);
  const second = random.chance(0.12) ? random.pick(particles) : givenName(random, sex);
  const birthDate = dayIn(random, 1955, 2007);
  return {
    givenNames: random.chance(0.85) && second !== first ? `${first} ${second}` : first,
    surnames: `${random.chance(0.04) ? "de la " : ""}${surname(random)} ${surname(random)}`,
    sex,
    birthDate,
    birthYear: Number(birthDate.slice(0, 4)),
    id: { kind: "V", number: number(random) },
    entity: random.pick(entities),
    apprehended: dayIn(random, 2024, 2026),
  };
}
