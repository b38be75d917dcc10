import { NICKNAMES } from "@/lib/people/matching/names/schema";
import type { MatchPerson } from "@/lib/people/matching/schema";
import type { Random } from "../../../scripts/demo/random";

type Change = (person: MatchPerson, random: Random) => MatchPerson;

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
const names = (person: MatchPerson, change: (text: string) => string): MatchPerson => ({
  ...person,
  givenNames: person.givenNames && change(person.givenNames),
  surnames: person.surnames && change(person.surnames),
});
const once =
  (pattern: RegExp, by: string | ((found: string) => string)): Change =>
  (person) =>
    names(person, (text) => text.replace(pattern, by as string));
const words = (text: string | null) => (text ?? "").split(" ").filter(Boolean);
const loosely = (text: string) => plain(text).toLowerCase();

/** Spellings that sound the same where these people live. */
export const spellings: Change[] = [
  (person) => names(person, plain),
  (person) => names(person, (text) => plain(text).toUpperCase()),
  once(/b/gi, (found) => (found === "B" ? "V" : "v")),
  once(/v/gi, (found) => (found === "V" ? "B" : "b")),
  once(/z/g, "s"),
  once(/s(?=[aeiou])/g, "z"),
  once(/c(?=[ei])/g, "s"),
  once(/ll/g, "y"),
  once(/y(?=[aeo])/g, "ll"),
  once(/^H|\bH/g, (found) => found.replace("H", "")),
  once(/\bJ(?=[oe])/g, "Yh"),
  once(/\bY(?=[oeu])/g, "J"),
  once(/\bWil/g, "Guil"),
  once(/i(?=s\b)/g, "y"),
  once(/\bI/g, "Y"),
  once(/ñ/g, "n"),
  once(/qu(?=[ei])/g, "k"),
  once(/\bGi/g, "Yi"),
];

/** What lists, newspapers and scanners do to a name. */
export const liberties: Change[] = [
  (person) => ({ ...person, surnames: words(person.surnames).slice(0, -1).join(" ") || person.surnames }),
  (person) => ({ ...person, givenNames: person.givenNames?.replace(/^(\S+) .*/, "$1") ?? null }),
  (person) => ({ ...person, surnames: person.surnames?.replace(/ (\S)\S*$/, " $1.") ?? null }),
  (person) => ({ ...person, surnames: person.surnames?.replace(/^(\S+) (\S+)$/, "$2 $1") ?? null }),
  (person, random) =>
    person.sex === "woman"
      ? {
          ...person,
          surnames: `${words(person.surnames)[0]} ${random.chance(0.3) ? "Vda. de" : "de"} Acosta`,
        }
      : person,
  (person) =>
    names(person, (text) =>
      text.replace(
        /\b(de la|de los|del|de) (\S+)/gi,
        (_all, particle: string, rest: string) => particle.replace(" ", "") + rest.toLowerCase(),
      ),
    ),
  (person, random) => ({
    ...person,
    givenNames: `${random.pick(["Sgto. 2do.", "Cnel.", "Dr.", "Abg.", "Prof."])} ${person.givenNames}`,
  }),
  (person) => {
    const short = Object.entries(NICKNAMES).find(
      ([, long]) => long === loosely(words(person.givenNames)[0] ?? ""),
    )?.[0];
    return short
      ? { ...person, givenNames: [short, ...words(person.givenNames).slice(1)].join(" ") }
      : person;
  },
  (person, random) =>
    names(person, (text) =>
      plain(text)
        .toUpperCase()
        .replace(/O|I|S/, (found) =>
          random.chance(0.7) ? ({ O: "0", I: "1", S: "5" }[found] ?? found) : found,
        ),
    ),
  (person, random) => names(person, (text) => slip(text, random)),
];

/** A finger that hit two keys in the wrong order, or one twice. */
function slip(text: string, random: Random): string {
  const at = random.between(1, Math.max(1, text.length - 3));
  const [one, two] = [text[at] ?? "", text[at + 1] ?? ""];
  if (one === " " || two === " ") return text;
  return random.chance(0.5)
    ? text.slice(0, at) + two + one + text.slice(at + 2)
    : text.slice(0, at) + one + text.slice(at);
}

/** What else is known of the same person elsewhere: less, or a little wrong. */
export const knowledge: Change[] = [
  (person) => ({ ...person, id: null }),
  (person) => ({ ...person, birthDate: null }),
  (person, random) => ({
    ...person,
    birthDate: null,
    birthYear: (person.birthYear ?? 1990) + random.between(-1, 1),
  }),
  (person) => ({ ...person, birthDate: null, birthYear: null }),
  (person) => ({ ...person, entity: null }),
  (person) => ({ ...person, apprehended: null }),
  (person, random) => ({
    ...person,
    id: person.id && { ...person.id, number: swapDigits(person.id.number, random) },
  }),
  (person, random) => ({
    ...person,
    id: person.id && { ...person.id, number: person.id.number.slice(0, -2) + String(random.between(10, 99)) },
    birthDate: person.birthDate,
  }),
  (person) => ({ ...person, sex: null }),
];

function swapDigits(digits: string, random: Random): string {
  const at = random.between(2, digits.length - 2);
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
}
