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
  /** Of each, side by side: a question passes over thousands who bear the same two names. */
  private readonly born: number[] = [];
  private readonly families: number[] = [];
  private readonly given: number[] = [];
  private readonly shared = new Map<string, number[]>();
  private readonly words = new Map<string, NameWord>();

  add(person: MatchPerson, as: string): void {
    const prepared = this.prepared(person);
    const place = this.people.push({ prepared, as }) - 1;
    const { born, family, given } = outlineOf(prepared);
    this.born.push(born);
    this.families.push(family);
    this.given.push(given);
    for (const name of sharedOf(prepared)) {
      const places = this.shared.get(name);
      if (places) places.push(place);
      else this.shared.set(name, [place]);
    }
  }

  /** Whoever is most alike and likely the same, or has the same paper under whatever name; null where nobody is. */
  find(person: MatchPerson): string | null {
    const prepared = this.prepared(person);
    const outline = outlineOf(prepared);
    const compared = new Set<number>();
    let best: { score: number; as: string } | null = null;
    for (const name of sharedOf(prepared)) {
      const isPaper = name.startsWith(PAPER);
      for (const place of this.shared.get(name) ?? []) {
        if (!isPaper && this.isApart(outline, place)) continue;
        const other = this.people[place];
        if (!other || compared.has(place)) continue;
        if (compared.size >= MOST_COMPARED) break;
        compared.add(place);
        const { score, verdict, reasons } = compare(prepared, other.prepared);
        const isLike = verdict === "likely" || reasons.includes("id_same");
        if (isLike && (!best || score > best.score)) best = { score, as: other.as };
      }
    }
    return best?.as ?? null;
  }

  /** Years of birth apart are somebody else's, but for a slip of ten; so is a second surname or given name that begins otherwise. */
  private isApart({ born, family, given }: Outline, place: number): boolean {
    const [theirs, families, called] = [
      this.born[place] ?? 0,
      this.families[place] ?? 0,
      this.given[place] ?? 0,
    ];
    const years = Math.abs(born - theirs);
    if (born !== 0 && theirs !== 0 && years > 1 && years !== 10) return true;
    if (family !== 0 && families !== 0 && family !== families) return true;
    return given !== 0 && called !== 0 && given !== called;
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

/** What tells at a glance that two are two: a year of birth, and with what letters two surnames or two given names begin. */
interface Outline {
  born: number;
  family: number;
  given: number;
}

const outlineOf = ({ person: { birthDate, birthYear }, given, surnames }: Prepared): Outline => ({
  born: birthDate ? Number(birthDate.slice(0, 4)) : (birthYear ?? 0),
  family: surnames.married.length > 0 ? 0 : beginningsOf(surnames.words),
  given: beginningsOf(given.words),
});

/** The letters two words begin with, in either order; 0 where there are not two. */
function beginningsOf(words: readonly NameWord[]): number {
  const [first, second] = words.map(({ bare, longer, sound }) => (longer ?? bare ?? sound).charCodeAt(0));
  if (words.length !== 2 || first === undefined || second === undefined) return 0;
  return (Math.min(first & 255, second & 255) << 8) | Math.max(first & 255, second & 255);
}
