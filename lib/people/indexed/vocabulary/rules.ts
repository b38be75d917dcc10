import { type NameWord, takeApart } from "../../matching/names/rules";
import { alike, NEAR } from "../../matching/words/rules";

/** A word that somebody in the index bears, and the places of those who do. */
export interface BorneWord extends NameWord {
  places: number[];
  /** Which letters it has, a bit each, as it sounds and as written: words far apart are told apart without comparing them. */
  letters: number;
  written: number;
}

/** Where words that may be near lie together. */
type Shelves = Map<string, Set<BorneWord>>;

/**
 * Every word borne by somebody in the index, once, with who bears it. Tells which words may be the same name as another without
 * looking at all: exactly those that `alike` takes for it. A word that nobody bears any more is gone.
 */
export class Vocabulary {
  private readonly words = new Map<string, BorneWord>();
  private readonly shelves: Shelves = new Map();
  private readonly known = new Map<string, BorneWord[]>();

  get size(): number {
    return this.words.size;
  }

  /** The one word for this spelling, made at first sight. */
  readonly word = (plain: string): BorneWord => {
    const borne = this.words.get(plain);
    if (borne) return borne;
    const word = { ...takeApart(plain), places: [], letters: 0, written: 0 };
    word.letters = lettersOf(word.sound);
    word.written = lettersOf(word.plain);
    this.words.set(plain, word);
    for (const shelf of shelvesOf(word)) this.shelf(shelf).add(word);
    this.known.clear();
    return word;
  };

  put(word: BorneWord, place: number): void {
    if (word.places.at(-1) !== place) word.places.push(place);
  }

  take(word: BorneWord, place: number): void {
    const at = word.places.indexOf(place);
    if (at >= 0) word.places.splice(at, 1);
    if (word.places.length > 0) return;
    this.words.delete(word.plain);
    for (const shelf of shelvesOf(word)) {
      this.shelf(shelf).delete(word);
      if (this.shelf(shelf).size === 0) this.shelves.delete(shelf);
    }
    this.known.clear();
  }

  /** Every word of the index that may be this name, itself included. */
  near(word: NameWord): BorneWord[] {
    const known = this.known.get(word.plain);
    if (known) return known;
    const found: BorneWord[] = [];
    for (const shelf of asksOf(word)) {
      for (const other of this.shelves.get(shelf) ?? [])
        if (!found.includes(other) && alike(word, other) >= NEAR) found.push(other);
    }
    const [letters, written] = [lettersOf(word.sound), lettersOf(word.plain)];
    const most = word.sound.length >= 10 ? 6 : 4;
    for (const shelf of [`s ${word.sound[0]}`, `p ${word.plain[0]}`]) {
      for (const other of this.shelves.get(shelf) ?? []) {
        if (apart(letters, other.letters) > most && apart(written, other.written) > most) continue;
        if (alike(word, other) >= NEAR && !found.includes(other)) found.push(other);
      }
    }
    if (this.known.size > 2000) this.known.clear();
    this.known.set(word.plain, found);
    return found;
  }

  /** Every word that begins so, as written or, where enough of it sounds, as it sounds. */
  beginning(word: NameWord): BorneWord[] {
    const found = new Set<BorneWord>();
    const sounds = word.sound.length >= Math.max(3, word.plain.length - 2);
    for (const shelf of [`s ${word.sound[0]}`, `p ${word.plain[0]}`]) {
      for (const other of this.shelves.get(shelf) ?? [])
        if (other.plain.startsWith(word.plain) || (sounds && other.sound.startsWith(word.sound)))
          found.add(other);
    }
    return [...found];
  }

  private shelf(name: string): Set<BorneWord> {
    const known = this.shelves.get(name);
    if (known) return known;
    const made = new Set<BorneWord>();
    this.shelves.set(name, made);
    return made;
  }
}

/** Where a word is laid. */
const shelvesOf = ({ plain, sound, bare, longer }: NameWord): string[] => [
  ...[
    `p ${plain[0]}`,
    `s ${sound[0]}`,
    `sound ${sound}`,
    `first ${sound.slice(1)}`,
    `first ${plain.slice(1)}`,
  ],
  ...(bare ? [`bare ${bare}`] : []),
  ...(longer ? [`longer ${longer}`] : []),
];

/** Where the words may lie that are the same name but begin otherwise. */
function asksOf({ plain, sound, bare, longer }: NameWord): string[] {
  const begun = [sound, plain].flatMap((text) => [
    ...[`first ${text.slice(1)}`, `first ${text}`, `first ${text.slice(2)}`],
    ...(text.length > 1 ? [`first ${text[0]}${text.slice(2)}`] : []),
  ]);
  return [
    ...new Set([
      ...[`sound ${sound}`, `bare ${sound}`, `longer ${sound}`],
      ...(bare ? [`sound ${bare}`, `bare ${bare}`] : []),
      ...(longer ? [`sound ${longer}`, `longer ${longer}`] : []),
      ...begun,
    ]),
  ];
}

function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** How many letters one word has and the other does not. */
function apart(a: number, b: number): number {
  let bits = a ^ b;
  let many = 0;
  for (; bits !== 0; bits &= bits - 1) many++;
  return many;
}
