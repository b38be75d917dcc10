import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmBatch } from "@/lib/cases/exchange/batches/commands";
import { readBatch } from "@/lib/cases/exchange/batches/queries";
import { stageTemplate } from "@/lib/cases/exchange/template/commands";
import type { Row } from "@/lib/cases/exchange/template/schema";
import { dropIndex } from "@/lib/people/indexed/commands";
import { findPairs } from "@/lib/vetting/pairs/commands";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { listPairs } from "@/lib/vetting/pairs/queries";
import { countedAt } from "../../support/counted";
import { givenIndex } from "../../support/indexed";
import { cast, givenMergers, plan, verified } from "../../support/merges";
import { asOwner } from "../../support/owner";
import { fileOf, soundCells } from "../../support/sheet";
import { at } from "../../support/stories";

beforeAll(givenMergers);
afterAll(dropIndex);

const day = (hour: string) => at(`2026-03-10T${hour}:00:00Z`);
const counted = () => countedAt(day("23"));

interface Person {
  given: string;
  family: string;
  paper?: string;
  born: string;
  man?: boolean;
}

/** Five who are in the registry, counted, and whom an organisation writes its own way. */
const here: Person[] = [
  { given: "José Gregorio", family: "Méndez Rojas", paper: "V-99.100.101", born: "1988-03-04", man: true },
  { given: "Yohandry Alexander", family: "Peña Quintero", born: "2002-05-11", man: true },
  { given: "Yusmary del Carmen", family: "Rivas Colmenares", born: "1979-10-30" },
  { given: "Wilmer Ysaac", family: "Zambrano Gil", paper: "V-99.410.222", born: "1994-07-19", man: true },
  { given: "Rosa Inés", family: "Paredes Luna", paper: "V-99.451.327", born: "1995-02-03" },
];
const theSame: Person[] = [
  { given: "JOSE GREGORIO", family: "MENDEZ ROJAS", paper: "V-99100101", born: "1988-03-04", man: true },
  { given: "JHOANDRI ALEXANDER", family: "PENA Q", born: "2002-05-11", man: true },
  { given: "JUSMARI", family: "RIVAS", born: "1979-10-30" },
  { given: "WUILMER ISAAC", family: "SAMBRANO", born: "1994-07-19", man: true },
  { given: "ROSA INES", family: "PAREDES", paper: "V-99453127", born: "1995-02-03" },
];

/** Those who are in the registry too, and whose twin, father, namesake or number's double is on the list: nobody is anybody else. */
const alsoHere: Person[] = [
  { given: "Daniel Jesús", family: "Araque León", paper: "V-99.500.010", born: "2004-01-09", man: true },
  { given: "Pedro Antonio", family: "Salas Parra", born: "1969-06-14", man: true },
  { given: "Luis Alberto", family: "Hernández Díaz", paper: "V-99.200.001", born: "1991-12-01", man: true },
  { given: "Ramón Elías", family: "Farías Bello", paper: "V-99.700.123", born: "1983-08-08", man: true },
];
const others: Person[] = [
  { given: "DAVID JESUS", family: "ARAQUE LEON", paper: "V-99500011", born: "2004-01-09", man: true },
  { given: "PEDRO ANTONIO", family: "SALAS NUNEZ", born: "1996-04-02", man: true },
  { given: "LUIS ALBERTO", family: "HERNANDEZ DIAZ", paper: "V-99340777", born: "1978-02-17", man: true },
  { given: "MAREK", family: "DOLNICKI", paper: "E-99700123", born: "1980-11-11", man: true },
  // And three sisters of the list itself, two of them born together.
  { given: "YORGELIS ANDREINA", family: "CASTILLO MORA", paper: "V-99812440", born: "2001-09-09" },
  { given: "MARIELBIS ANDREINA", family: "CASTILLO MORA", paper: "V-99812441", born: "2001-09-09" },
  { given: "YORGELYS ANDREA", family: "CASTILLO MORA", born: "2003-02-20" },
];

const called = "ADALBERTO BENIGNO CIPRIANO DOMITILA ELEAZAR FULGENCIO GUMERSINDO".split(" ");
const families = "ALTUVE BARRETO CARDOZO DELGADILLO ESPINOZA FIGUERA GRANADILLO".split(" ");
/** People like nobody here, each unlike the others. */
const strangers: Person[] = Array.from({ length: 48 }, (_, n) => ({
  given: called[n % 7] ?? "",
  family: `${families[Math.floor(n / 7)]} ${families[(n + 3) % 7]}`,
  paper: `V-${99_600_000 + 137 * n}`,
  born: `${1950 + n}-0${1 + (n % 9)}-1${n % 9}`,
  man: n % 2 === 0,
}));

const paperOf = ({ paper }: Person) =>
  paper ? { kind: paper.slice(0, 1) as "V" | "E", number: paper.slice(2).replaceAll(".", "") } : null;
const registered = (person: Person) =>
  verified({
    identity: {
      ...{ givenNames: person.given, surnames: person.family, aliases: [] },
      idDocument: paperOf(person),
    },
    traits: { sex: person.man ? "man" : "woman", birthDate: person.born, civilMilitary: "civilian" },
  });
const rowOf = (person: Person, n: number): Partial<Row> => ({
  ...soundCells,
  clave: `L-${n + 1}`,
  nombres: person.given,
  apellidos: person.family,
  documento: person.paper ?? "",
  sexo: person.man ? "hombre" : "mujer",
  "fecha de nacimiento": person.born.split("-").reverse().join("/"),
  "fecha de detención": "10/01/2026",
  "estado donde fue detenida": "ZULIA",
  "fecha del permiso": "12/01/2026",
});

test("a list of sixty in capitals: five are proposed, nobody else is, and the count moves by nobody until two people decide", async () => {
  const five: { caseId: string; reference: string; facts: string[] }[] = [];
  for (const person of here) five.push(await registered(person));
  for (const person of alsoHere) await registered(person);
  const before = await counted();
  expect(before.held).toBe(here.length + alsoHere.length);

  const list = [...theSame, ...others, ...strangers];
  expect(list).toHaveLength(60);
  const { batchId, inspection } = await stageTemplate(
    cast.clara,
    fileOf(list.map(rowOf), "ong-lista"),
    { skipBad: false },
    day("12"),
  );
  // The first line of a file is its header.
  const proposed = five.map(({ reference }, at) => ({ line: at + 2, like: reference }));
  expect(inspection.alike).toEqual(proposed);
  expect((await readBatch(cast.vera, batchId, day("13"))).preview).toMatchObject({
    ...{ cases: 60, held: 0, alike: proposed, likenesses: 5 },
  });
  expect(await counted()).toEqual(before);

  await confirmBatch(cast.vera, batchId, day("14"));
  expect(await counted()).toEqual({ held: before.held, pending: before.pending + 60 });

  await givenIndex(cast.victor);
  const made = await asOwner<{ id: string; key: string }>(
    "SELECT id, source_key AS key FROM registry.cases WHERE source = 'ong-lista'",
  );
  for (const { id } of made) await findPairs(cast.victor, { kind: "case", id }, day("15"));
  const { rows } = await listPairs(cast.victor, "likely", 0, day("16"));
  const idOf = (n: number) => made.find(({ key }) => key === `L-${n + 1}`)?.id ?? "";
  const pairOf = (ids: string[]) => ids.sort().join(" ");
  expect(rows.map(({ sides }) => pairOf(sides.map(({ id }) => id))).sort()).toEqual(
    five.map(({ caseId }, n) => pairOf([caseId, idOf(n)])).sort(),
  );
  expect(await counted()).toEqual({ held: before.held, pending: before.pending + 60 });

  const [first] = five;
  const row = rows.find(({ sides }) => sides.some(({ id }) => id === first?.caseId));
  const survivingId = first?.caseId ?? "";
  const merge = await proposeMerge(
    cast.ines,
    { survivingId, absorbedId: idOf(0), pairId: row?.id, plan: plan({ take: [] }) },
    day("17"),
  );
  expect(await counted()).toEqual({ held: before.held, pending: before.pending + 60 });
  await agreeMerge(cast.clara, merge, day("18"));
  expect(await counted()).toEqual({ held: before.held, pending: before.pending + 59 });
}, 120_000);
