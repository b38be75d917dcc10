import { type MatchPerson, matchPerson, type Verdict } from "@/lib/people/matching/schema";

type Given = Partial<Omit<MatchPerson, "id">> & { id?: string };

/** An invented person in few words: `id` as "V 99100101". */
export function someone(given: Given): MatchPerson {
  const [kind = "", number = ""] = given.id?.split(" ") ?? [];
  return matchPerson.parse({ ...given, id: given.id ? { kind, number } : null });
}

interface Pair {
  what: string;
  a: MatchPerson;
  b: MatchPerson;
  verdict: Verdict;
}

const pair = (what: string, verdict: Verdict, a: Given, b: Given): Pair => ({
  what,
  verdict,
  a: someone(a),
  b: someone(b),
});

/** Twenty-five pairs of invented people that a list, a relative and a newspaper might bring on one day. */
export const pairs: Pair[] = [
  pair(
    "accents, case, order",
    "likely",
    { givenNames: "José Gregorio", surnames: "Méndez Rojas", id: "V 99.100.101" },
    { givenNames: "JOSE GREGORIO", surnames: "MENDEZ ROJAS", id: "V 99100101" },
  ),
  pair(
    "Yo and Jho, ñ and n, an initial",
    "likely",
    { givenNames: "Yohandry Alexander", surnames: "Peña Quintero", birthDate: "2002-05-11" },
    { givenNames: "Jhoandri Alexánder", surnames: "Pena Q.", birthDate: "2002-05-11" },
  ),
  pair(
    "homonyms",
    "different",
    { givenNames: "Luis Alberto", surnames: "Hernández Díaz", id: "V 99200001", birthYear: 1991 },
    { givenNames: "Luis Alberto", surnames: "Hernández Díaz", id: "V 99340777", birthYear: 1978 },
  ),
  pair(
    "a particle and a surname left out",
    "likely",
    {
      givenNames: "Yusmary del Carmen",
      surnames: "Rivas Colmenares",
      entity: "VE-K",
      apprehended: "2024-08-02",
    },
    { givenNames: "Jusmari", surnames: "Rivas", entity: "VE-K", apprehended: "2024-08-02" },
  ),
  pair(
    "a married name",
    "likely",
    { givenNames: "María de los Ángeles", surnames: "Briceño Urdaneta", birthYear: 1980, sex: "woman" },
    { givenNames: "María Ángeles", surnames: "Briceño de Acosta", birthYear: 1980 },
  ),
  pair(
    "a short form and a common surname",
    "different",
    { givenNames: 'José Rafael "Cheo"', surnames: "Gómez", entity: "VE-S", birthYear: 1980 },
    { givenNames: "Cheo", surnames: "Gómez", entity: "VE-R", birthYear: 2001 },
  ),
  pair(
    "sisters",
    "different",
    {
      givenNames: "Yorgelis Andreína",
      surnames: "Castillo Mora",
      birthYear: 2001,
      entity: "VE-K",
      apprehended: "2024-08-02",
    },
    {
      givenNames: "Yorgelys Andrea",
      surnames: "Castillo Mora",
      birthYear: 2003,
      entity: "VE-K",
      apprehended: "2024-08-02",
    },
  ),
  pair(
    "father and son",
    "different",
    { givenNames: "Pedro Antonio", surnames: "Salas Parra", birthYear: 1969 },
    { givenNames: "Pedro Antonio", surnames: "Salas Núñez", birthYear: 1996 },
  ),
  pair(
    "w and wu, y and i, z and s",
    "likely",
    {
      givenNames: "Wilmer Ysaac",
      surnames: "Zambrano Gil",
      id: "V 99410222",
      entity: "VE-G",
      apprehended: "2024-07-30",
    },
    { givenNames: "Wuilmer Isaac", surnames: "Sambrano", entity: "VE-G", apprehended: "2024-07-30" },
  ),
  pair(
    "ei and ey, v and b, an age for a year",
    "likely",
    { givenNames: "Keiberth Josué", surnames: "Villegas Pinto", birthYear: 1999 },
    { givenNames: "Keyber Josue", surnames: "Billegas", birthYear: 1999 },
  ),
  pair(
    "a silent h misleads",
    "different",
    { givenNames: "Hernán", surnames: "Ochoa Liendo", entity: "VE-S", birthYear: 1983 },
    { givenNames: "Ernán", surnames: "Ochoa", entity: "VE-R", birthYear: 2001 },
  ),
  pair(
    "too little to tell",
    "possible",
    { givenNames: "Ana Karina", surnames: "Duque Serrano", entity: "VE-L", birthYear: 1995 },
    { givenNames: "Karina", surnames: "Duque", entity: "VE-L" },
  ),
  pair(
    "two digits swapped",
    "likely",
    { givenNames: "Rosa Inés", surnames: "Paredes Luna", id: "V 99451327", birthDate: "1995-02-03" },
    { givenNames: "Rosa Ines", surnames: "Paredes", id: "V 99453127", birthDate: "1995-02-03" },
  ),
  pair(
    "twins",
    "different",
    { givenNames: "Daniel Jesús", surnames: "Araque León", id: "V 99500010", birthDate: "2004-01-09" },
    { givenNames: "David Jesús", surnames: "Araque León", id: "V 99500011", birthDate: "2004-01-09" },
  ),
  pair(
    "the same words, another sex",
    "different",
    { givenNames: "María José", surnames: "Landaeta Ruiz", sex: "woman", birthYear: 1993 },
    { givenNames: "José María", surnames: "Landaeta Ruiz", sex: "man", birthYear: 1990 },
  ),
  pair(
    "swapped surnames of two people",
    "different",
    { givenNames: "José Luis", surnames: "Pérez García", id: "V 99520100", apprehended: "2024-07-29" },
    { givenNames: "José Luis", surnames: "García Pérez", id: "V 99520955", apprehended: "2024-07-29" },
  ),
  pair(
    "surnames swapped by who copied",
    "likely",
    { givenNames: "José Luis", surnames: "Pérez García", id: "V 99520100" },
    { givenNames: "JOSE LUIS", surnames: "GARCIA PEREZ", id: "V 99520100" },
  ),
  pair(
    "a foreign name as heard",
    "likely",
    {
      givenNames: "Andrew James",
      surnames: "Whitcombe",
      id: "passport GBR990000123",
      entity: "VE-X",
      apprehended: "2024-09-14",
    },
    { givenNames: "Andru Jaimes", surnames: "Guitcom", entity: "VE-X", apprehended: "2024-09-14" },
  ),
  pair(
    "a fused particle",
    "likely",
    { givenNames: "Édgar", surnames: "de la Cruz Montilla", id: "V 99610040" },
    { givenNames: "Edgar", surnames: "Lacruz Montilla", id: "V 99610040" },
  ),
  pair(
    "a particle fused in a given name",
    "likely",
    { givenNames: "Rosa del Valle", surnames: "Marcano", entity: "VE-O" },
    { givenNames: "Rosa Delvalle", surnames: "Marcano Brito", entity: "VE-O" },
  ),
  pair(
    "a rank",
    "likely",
    { givenNames: "Sgto. 1ro. Jean Carlos", surnames: "Uzcátegui Vera", sex: "man" },
    { givenNames: "Yan Carlos", surnames: "Uscategui", sex: "man" },
  ),
  pair(
    "an age that a newspaper got wrong",
    "likely",
    { givenNames: "Yeferson Manuel", surnames: "Lugo Prieto", birthDate: "2007-09-30" },
    { givenNames: "Jefferson", surnames: "Lugo", birthYear: 2006 },
  ),
  pair(
    "detained again",
    "likely",
    { givenNames: "Miguel Ángel", surnames: "Toro Suárez", id: "V 99600001", apprehended: "2024-08-05" },
    { givenNames: "Miguel Ángel", surnames: "Toro Suárez", id: "V 99600001", apprehended: "2026-01-12" },
  ),
  pair(
    "moved, not detained again",
    "likely",
    { givenNames: "Carla Beatriz", surnames: "Nieves", id: "V 99640777", apprehended: "2024-08-03" },
    { givenNames: "Carla Beatriz", surnames: "Nieves", id: "V 99640777", apprehended: "2024-08-06" },
  ),
  pair(
    "another letter before the number",
    "different",
    { givenNames: "Ramón Elías", surnames: "Farías", id: "V 99700123" },
    { givenNames: "Marek", surnames: "Dolnicki", id: "E 99700123" },
  ),
];
