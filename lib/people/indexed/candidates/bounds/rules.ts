import { compareBirths, comparePapers, compareTheRest } from "../../../matching/evidence/rules";
import type { NameWord } from "../../../matching/names/rules";
import { LEAST, type Prepared } from "../../../matching/rules";
import { worth } from "../../../matching/surnames/rules";
import { bornAs, bornIn, givenIn, initialIn, surnamesIn } from "../../columns/rules";
import type { Entry, NameIndex } from "../../rules";

/** A bit each; of a longer name the other words are taken for shared by everybody. */
const MOST_WORDS = 10;
/** The most that a number a digit off, a place and a day of detention say for two being one. */
const REST = 0.3 + 0.6 + 1.2;
const DETAINED = 0.6 + 1.2;

/** For each place of the index, which of these words somebody there may bear, a bit each. */
export function bitsOf(index: NameIndex, words: readonly NameWord[]): Int32Array {
  const bits = new Int32Array(index.entries.length);
  for (const [at, word] of words.entries()) {
    const bit = 1 << at;
    for (const { places } of index.vocabulary.near(word)) {
      for (let n = 0; n < places.length; n++) bits[places[n] ?? 0] = (bits[places[n] ?? 0] ?? 0) | bit;
    }
  }
  return bits;
}

/** Tells cheaply who cannot be somebody: never of anyone whom the whole comparison would find more than different. */
export class CouldBe {
  /** The words whose bits are asked for. */
  readonly words: NameWord[];
  private readonly born: number;
  private readonly all: number;
  /** For each set of shared words: the most that given names and surnames say, and how many given names are the same. */
  private readonly given: Float64Array;
  private readonly same: Uint8Array;
  private readonly surnames: Float64Array;
  private readonly many: number;

  constructor(private readonly sought: Prepared) {
    const { person, given, surnames } = sought;
    const all = new Map([...given.words, ...surnames.words].map((word) => [word.plain, word]));
    this.words = [...all.values()].filter(({ initial }) => !initial).slice(0, MOST_WORDS);
    this.born = bornAs(person.birthDate ? Number(person.birthDate.slice(0, 4)) : person.birthYear);
    this.many = given.words.length;
    this.all = (1 << this.words.length) - 1;
    this.given = new Float64Array(this.all + 1);
    this.same = new Uint8Array(this.all + 1);
    this.surnames = new Float64Array(this.all + 1);
    for (let shared = 0; shared <= this.all; shared++) {
      const borne = given.words.filter((word) => this.isIn(word, shared));
      this.same[shared] = borne.length;
      for (const word of borne)
        this.given[shared] =
          (this.given[shared] ?? 0) + says(word, word === given.words[0] ? [2, 3] : [1, 1.8]);
      const family = surnames.words.filter((word) => this.isIn(word, shared));
      // Another surname, by marriage, may say one more.
      this.surnames[shared] = surnames.words.length === 0 ? 0 : family.length === 0 ? -6 : 1;
      for (const word of family)
        this.surnames[shared] = (this.surnames[shared] ?? 0) + says(word, [2.2, 3.2]);
    }
  }

  /** By what lies in a column alone. */
  be(column: number, shared: number): boolean {
    return this.namesAtMost(column, shared) + this.birthsAtMost(column) + REST >= LEAST;
  }

  /** By everything but the names themselves. */
  beAtAll(column: number, { person, earlier }: Entry, shared: number): boolean {
    const [one, other] = [this.sought.person, person];
    const [sex, ...detention] = compareTheRest(one, other);
    const rest = comparePapers(one, other).weight + compareBirths(one, other).weight + (sex?.weight ?? 0);
    // An earlier detention may fit better than the last.
    const detained = earlier.length > 0 ? DETAINED : detention.reduce((sum, { weight }) => sum + weight, 0);
    return this.namesAtMost(column, shared) + rest + detained >= LEAST;
  }

  private isIn(word: NameWord, shared: number): boolean {
    const bit = this.words.findIndex(({ plain }) => plain === word.plain);
    return bit < 0 || (shared & (1 << bit)) !== 0;
  }

  private namesAtMost(column: number, shared: number): number {
    const seen = initialIn(column) ? this.all : shared;
    const theirs = givenIn(column);
    const family = this.surnames[seen] ?? 0;
    if (this.many === 0 || theirs === 0) return surnamesIn(column) === 0 ? Math.max(0, family) : family;
    // A list may have put surnames where given names belong.
    const others = surnamesIn(column) || theirs;
    const least = Math.min(this.many, theirs, others);
    const missing = Math.max(0, least - (this.same[seen] ?? 0));
    return (this.given[seen] ?? 0) - 8 * missing + (surnamesIn(column) === 0 ? Math.max(0, family) : family);
  }

  private birthsAtMost(column: number): number {
    const theirs = bornIn(column);
    if (this.born === 0 || theirs === 0) return 0;
    const years = Math.abs(this.born - theirs);
    if (years === 0) return 3.5;
    if (years === 1) return 0.3;
    if (years === 10) return -0.5;
    return years === 2 ? -3.2 : years < 5 ? -4 : years < 15 ? -6 : -8;
  }
}

/** The most that bearing a name too may say. */
const says = (word: NameWord, [frequent, rare]: readonly [number, number]): number =>
  word.longer ? rare : worth(word, frequent, rare);
