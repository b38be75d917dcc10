import { type NameWord, takeApart } from "../../matching/names/rules";
import { alike, NEAR } from "../../matching/words/rules";
import { Shelf } from "./shelf/rules";

/** A word that somebody in the index bears, and the places of those who do. */
export interface BorneWord extends NameWord {
  places: number[];
}

/** Of so many words it is kept which are near them. */
const KEPT = 5000;

/**
 * Every word borne by somebody in the index, once, with who bears it. Tells which words may be the same name as another without
 * looking at all: exactly those that `alike` takes for it. A word that nobody bears any more is gone.
 */
export class Vocabulary {
  private readonly words = new Map<string, BorneWord>();
  /** By what they have in common, whatever they begin with. */
  private readonly bound = new Map<string, BorneWord[]>();
  /** By their first letter. */
  private readonly shelves = new Map<string, Shelf<BorneWord>>();
  private readonly known = new Map<string, BorneWord[]>();

  get size(): number {
    return this.words.size;
  }

  /** The one word for this spelling, made at first sight. */
  readonly word = (plain: string): BorneWord => {
    const borne = this.words.get(plain);
    if (borne) return borne;
    const word = { ...takeApart(plain), places: [] };
    this.words.set(plain, word);
    for (const name of bondsOf(word)) {
      const bound = this.bound.get(name);
      if (bound) bound.push(word);
      else this.bound.set(name, [word]);
    }
    for (const letter of firstsOf(word)) {
      const shelf = this.shelves.get(letter) ?? new Shelf<BorneWord>();
      this.shelves.set(letter, shelf);
      shelf.add(word);
    }
    this.known.clear();
    return word;
  };

  /** Notes who bears it. Answers whether that was not known. */
  put(word: BorneWord, place: number): boolean {
    if (word.places.at(-1) === place) return false;
    word.places.push(place);
    return true;
  }

  take(word: BorneWord, place: number): void {
    const at = word.places.indexOf(place);
    if (at >= 0) word.places.splice(at, 1);
    if (word.places.length > 0 || this.words.get(word.plain) !== word) return;
    this.words.delete(word.plain);
    for (const name of bondsOf(word)) {
      const left = (this.bound.get(name) ?? []).filter((other) => other !== word);
      if (left.length > 0) this.bound.set(name, left);
      else this.bound.delete(name);
    }
    for (const letter of firstsOf(word)) this.shelves.get(letter)?.remove(word);
    this.known.clear();
  }

  /** Every word of the index that may be this name, itself included. */
  near(word: NameWord): readonly BorneWord[] {
    const known = this.known.get(word.plain);
    if (known) return known;
    const found = new Set<BorneWord>();
    for (const name of asksOf(word)) {
      for (const other of this.bound.get(name) ?? []) if (alike(word, other) >= NEAR) found.add(other);
    }
    for (const letter of firstsOf(word)) {
      const shelf = this.shelves.get(letter);
      const others = word.initial ? shelf?.words : shelf?.maybeNear(word);
      for (const other of others ?? []) if (alike(word, other) >= NEAR) found.add(other);
    }
    const near = [...found];
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(word.plain, near);
    return near;
  }

  /** Every word that begins so, as written or, where enough of it sounds, as it sounds. */
  beginning(word: NameWord): BorneWord[] {
    const found = new Set<BorneWord>();
    const sounds = word.sound.length >= Math.max(3, word.plain.length - 2);
    for (const letter of firstsOf(word)) {
      const shelf = this.shelves.get(letter);
      for (const other of shelf?.beginning(word.plain, sounds ? word.sound : null) ?? []) found.add(other);
    }
    return [...found];
  }
}

/** The letters it begins with: as it sounds and as written. */
function firstsOf({ plain, sound }: NameWord): string[] {
  const [heard, written] = [sound[0] ?? "", plain[0] ?? ""];
  return heard === written ? [heard] : [heard, written];
}

/** What a word has that those which begin otherwise may have too. */
const bondsOf = ({ plain, sound, bare, longer }: NameWord): string[] => [
  ...new Set([`sound ${sound}`, `first ${sound.slice(1)}`, `first ${plain.slice(1)}`]),
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
