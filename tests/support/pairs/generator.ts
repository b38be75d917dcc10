import type { MatchPerson } from "@/lib/people/matching/schema";
import { Random } from "../../../scripts/demo/random";
import { knowledge, liberties, spellings } from "./changes";
import { dayIn, givenName, type Invented, invent, number, surname } from "./people";

export interface LabelledPair {
  what: string;
  a: MatchPerson;
  b: MatchPerson;
  same: boolean;
}

/** Pairs of invented people, half of them one person written twice; the same seed makes the same pairs. */
export function labelledPairs(seed: number, count: number): LabelledPair[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? written(random) : random.pick(others)(random),
  );
}

function written(random: Random): LabelledPair {
  const a = invent(random);
  let b: MatchPerson = a;
  const done: string[] = [];
  const change = (list: typeof spellings, name: string, times: number) => {
    for (let time = 0; time < times; time++) {
      const at = random.between(0, list.length - 1);
      b = list[at]?.(b, random) ?? b;
      done.push(`${name}${at}`);
    }
  };
  change(spellings, "s", random.between(0, 4));
  change(liberties, "l", random.between(0, 2));
  change(knowledge, "k", random.between(0, 3));
  // With neither number, birth nor day beside it, nobody could tell; a list says at least where.
  return { what: `same ${done.join(" ")}`, a, b, same: true };
}

const other = (what: string, a: MatchPerson, b: MatchPerson): LabelledPair => ({ what, a, b, same: false });
const kept = (b: MatchPerson, random: Random): MatchPerson => {
  const spelled = random.chance(0.5) ? (random.pick(spellings)(b, random) ?? b) : b;
  return random.chance(0.3) ? { ...spelled, id: null } : spelled;
};
const first = (name: string) => name.split(" ")[0] ?? name;
const rest = (name: string) => name.split(" ").slice(1).join(" ");

/** Another given name of the same sex, which is not the same name spelled otherwise. */
function anotherName(random: Random, person: Invented): string {
  for (;;) {
    const name = givenName(random, person.sex);
    if (!person.givenNames.includes(name) && name.slice(0, 2) !== first(person.givenNames).slice(0, 2))
      return name;
  }
}

const others: ((random: Random) => LabelledPair)[] = [
  (random) => {
    const a = invent(random);
    const name = anotherName(random, a);
    const b = {
      ...a,
      givenNames: random.chance(0.5)
        ? `${name} ${rest(a.givenNames)}`.trim()
        : `${name} ${givenName(random, a.sex)}`,
      id: { kind: "V", number: String(Number(a.id.number) + 1) },
    };
    return other("twins", a, kept(b, random));
  },
  (random) => {
    const a = invent(random);
    const birthDate = dayIn(random, a.birthYear + 2, a.birthYear + 9);
    const b = {
      ...a,
      givenNames: `${anotherName(random, a)} ${random.chance(0.4) ? rest(a.givenNames) : ""}`.trim(),
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
      id: { kind: "V", number: number(random) },
    };
    return other("siblings", a, kept(b, random));
  },
  (random) => {
    const a = invent(random);
    const birthDate = dayIn(random, a.birthYear + 18, a.birthYear + 40);
    const b = {
      ...a,
      surnames: `${first(a.surnames)} ${surname(random)}`,
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
      id: { kind: "V", number: number(random) },
    };
    return other("father and son", a, kept(b, random));
  },
  (random) => {
    const a = invent(random);
    const birthDate = dayIn(random, 1955, 2007);
    const b = {
      ...a,
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
      id: { kind: "V", number: number(random) },
      entity: invent(random).entity,
    };
    return other("homonyms", a, random.chance(0.3) ? { ...b, birthDate: null, birthYear: null } : b);
  },
  (random) => {
    const a = invent(random);
    const b = random.chance(0.5)
      ? { ...invent(random), id: { kind: "E", number: a.id.number } }
      : {
          ...a,
          birthDate: dayIn(random, 1955, 2007),
          birthYear: a.birthYear,
          id: { kind: "E", number: a.id.number },
        };
    return other("another letter", a, { ...b, birthYear: Number(b.birthDate.slice(0, 4)) });
  },
  (random) => {
    const a = invent(random);
    const b = {
      ...invent(random),
      surnames: `${first(a.surnames)} ${surname(random)}`,
      entity: a.entity,
      apprehended: a.apprehended,
    };
    return other("same surname and day", a, kept(b, random));
  },
  (random) => {
    const a = invent(random);
    const b = {
      ...invent(random),
      sex: a.sex,
      givenNames: a.givenNames,
      entity: a.entity,
      apprehended: a.apprehended,
    };
    return other("same given names and day", a, kept(b, random));
  },
  (random) => {
    const a = invent(random);
    const [one = "", two = ""] = a.surnames.replace("de la ", "").split(" ");
    const b = {
      ...a,
      surnames: `${two} ${one}`,
      birthDate: dayIn(random, 1955, 2007),
      id: { kind: "V", number: number(random) },
    };
    return other(
      "surnames the other way round",
      { ...a, surnames: `${one} ${two}` },
      { ...b, birthYear: Number(b.birthDate.slice(0, 4)) },
    );
  },
  (random) => {
    const a = { ...invent(random), sex: "woman" as const, givenNames: "María José" };
    const b = {
      ...a,
      sex: "man" as const,
      givenNames: "José María",
      birthDate: dayIn(random, 1960, 2005),
      id: { kind: "V", number: number(random) },
    };
    return other("María José and José María", a, {
      ...b,
      birthYear: Number(b.birthDate.slice(0, 4)),
      id: null,
    });
  },
];
