import { anagramOf, numberOf } from "../indexed/documents/rules";
import { type NameWord, takeApart } from "../matching/names/rules";
import { compare, type Prepared, prepare } from "../matching/rules";
import type { MatchPerson } from "../matching/schema";

/** Words of a name by which somebody is looked for: nobody is known by more of each. */
const MOST_WORDS = 3;
/** Of more than this many who bear the same two names the rest is not compared. */
const MOST_COMPARED = 300;

/**
 * Who looks like somebody seen before, thousands a second: for a list beside a registry, where each line is asked about once. Only those
 * are compared who bear one of their numbers' digits, or a surname and a given name that sound alike and no birth years apart; how alike
 * two are is what `compare` says, as everywhere. For looking, never for deciding.
 */
export class Alike {
  private readonly people: { prepared: Prepared; as: string }[] = [];
  private readonly births: number[] = [];
  private readonly shared = new Map<string, number[]>();
  private readonly words = new Map<string, NameWord>();

  add(person: MatchPerson, as: string): void {
    const prepared = this.prepared(person);
    const place = this.people.push({ prepared, as }) - 1;
    this.births.push(bornIn(person));
    for (const name of sharedOf(prepared)) {
      const places = this.shared.get(name);
      if (places) places.push(place);
      else this.shared.set(name, [place]);
    }
  }

  /** Whoever is most alike and likely the same, or has the same paper under whatever name; null where nobody is. */
  find(person: MatchPerson): string | null {
    const prepared = this.prepared(person);
    const born = bornIn(person);
    const compared = new Set<number>();
    let best: { score: number; as: string } | null = null;
    for (const name of sharedOf(prepared)) {
      for (const place of this.shared.get(name) ?? []) {
        if (areApart(name, born, this.births[place] ?? 0) || compared.has(place)) continue;
        const other = this.people[place];
        if (!other) continue;
        if (compared.size >= MOST_COMPARED) break;
        compared.add(place);
        const { score, verdict, reasons } = compare(prepared, other.prepared);
        const isLike = verdict === "likely" || reasons.includes("id_same");
        if (isLike && (!best || score > best.score)) best = { score, as: other.as };
      }
    }
    return best?.as ?? null;
  }

  /** Names as words that are kept once, however many bear them; as written they are not needed again. */
  private prepared(person: MatchPerson): Prepared {
    const { given, surnames } = prepare(person, (plain) => {
      const known = this.words.get(plain) ?? takeApart(plain);
      this.words.set(plain, known);
      return known;
    });
    return { person: { ...person, givenNames: null, surnames: null }, given, surnames };
  }
}

/** What two who may be one have in common: the digits of a paper first, then each surname with each given name. */
function* sharedOf({ person, given, surnames }: Prepared): Generator<string> {
  const number = numberOf(person.id?.number ?? "");
  if (number !== "") yield `${PAPER}${anagramOf(number)}`;
  const families = [...surnames.words, ...surnames.married].slice(0, MOST_WORDS);
  // A list may bear everything in one slot.
  const called = given.words.length === 0 ? families : given.words.slice(0, MOST_WORDS);
  const pairs = new Set<string>();
  for (const family of families.length === 0 ? called : families) {
    for (const word of called) {
      const two = [family.bare ?? family.sound, word.longer ?? word.sound];
      pairs.add(two.sort().join(" "));
    }
  }
  yield* pairs;
}

const PAPER = "№ ";

/** Years of birth further apart are somebody else's, but for a slip of ten; a paper is looked at all the same. */
function areApart(name: string, one: number, other: number): boolean {
  const years = Math.abs(one - other);
  return one !== 0 && other !== 0 && years > 2 && years !== 10 && !name.startsWith(PAPER);
}

const bornIn = ({ birthDate, birthYear }: MatchPerson): number =>
  birthDate ? Number(birthDate.slice(0, 4)) : (birthYear ?? 0);
