import { type NameWord, plainOf } from "../matching/names/rules";
import { type Prepared, prepare } from "../matching/rules";
import type { MatchPerson } from "../matching/schema";
import { columnOf } from "./columns/rules";
import { numberOf, Papers } from "./documents/rules";
import type { Indexed, IndexedKey } from "./schema";
import { type BorneWord, Vocabulary } from "./vocabulary/rules";

/** One person in the index: their names as the words that everybody shares, and what else is compared. */
export interface Entry extends IndexedKey {
  reference: string | null;
  /** Without the names as written: they are not compared again. */
  person: MatchPerson;
  earlier: Indexed["earlier"];
  /** Given names, those by marriage among them, surnames, those by marriage, and what they are called besides. */
  words: readonly BorneWord[];
  /** Where each of these ends, `BITS` bits each. */
  ends: number;
  number: string;
  /** Of the row it was read from: whoever reads it again need not open it while it is the same. */
  mark: number;
}

/**
 * Everybody of a case or an open report by the words of their names and the digits of their papers. Pure: it knows neither keys nor
 * database, and whoever is taken out is gone from it at once, with every word that only they bore.
 */
export class NameIndex {
  readonly vocabulary = new Vocabulary();
  readonly entries: (Entry | undefined)[] = [];
  readonly papers = new Papers();
  /** Of each place, what tells cheaply whom it is not worth comparing; 0 where nobody is. */
  columns = new Int32Array(1024);
  private readonly places = { case: new Map<string, number>(), report: new Map<string, number>() };
  private readonly free: number[] = [];
  /** Days, states and sexes, each kept once however many share it. */
  private readonly said = new Map<string, string>();

  get size(): number {
    return this.places.case.size + this.places.report.size;
  }

  /** Puts somebody in, or what is known of them now in place of what was. */
  put(indexed: Indexed, mark = 0): void {
    this.take(indexed);
    const place = this.free.pop() ?? this.entries.length;
    const entry = this.entryOf(indexed, mark);
    const { person, words } = entry;
    this.entries[place] = entry;
    this.places[entry.kind].set(entry.id, place);
    let borne = 0;
    for (const word of words) if (this.vocabulary.put(word, place)) borne++;
    this.papers.put(place, entry.number);
    this.columns = roomFor(this.columns, place);
    const [given, , surnames] = lengthsOf(entry);
    this.columns[place] = columnOf({
      given,
      surnames,
      hasInitial: words.some(({ initial }) => initial),
      words: borne,
      born: person.birthDate ? Number(person.birthDate.slice(0, 4)) : person.birthYear,
      isCase: entry.kind === "case",
    });
  }

  /** Takes somebody out. Whoever was not in is not missed. */
  take({ kind, id }: IndexedKey): void {
    const place = this.places[kind].get(id);
    const entry = place === undefined ? undefined : this.entries[place];
    if (place === undefined || !entry) return;
    this.places[kind].delete(id);
    this.entries[place] = undefined;
    this.columns[place] = 0;
    this.papers.take(place);
    this.free.push(place);
    for (const word of entry.words) this.vocabulary.take(word, place);
  }

  /** Takes out everybody of whom a whole reading said nothing. */
  keepOnly(kind: IndexedKey["kind"], seen: ReadonlySet<string>): void {
    for (const entry of this.entries) if (entry?.kind === kind && !seen.has(entry.id)) this.take(entry);
  }

  find({ kind, id }: IndexedKey): Entry | undefined {
    const place = this.places[kind].get(id);
    return place === undefined ? undefined : this.entries[place];
  }

  /** Whoever has this paper, or one with the same digits in another order. */
  byPaper(number: string): number[] {
    return this.papers.withDigitsOf(number, (place) => this.entries[place]?.number ?? "");
  }

  byReference(reference: string): Entry | undefined {
    return reference === "" ? undefined : this.entries.find((entry) => entry?.reference === reference);
  }

  /** Called for everybody of a registry: objects are written out at once, and no function is made on the way. */
  private entryOf({ kind, id, reference, person, aliases, earlier }: Indexed, mark: number): Entry {
    const { word } = this.vocabulary;
    const { given, surnames } = prepare(person, word);
    const written = person.id?.number ?? "";
    const number = numberOf(written);
    const words: BorneWord[] = [];
    const ends =
      endOf(words, given.words) |
      (endOf(words, given.married) << BITS) |
      (endOf(words, surnames.words) << (2 * BITS)) |
      (endOf(words, surnames.married) << (3 * BITS));
    for (const alias of aliases) for (const called of wordsIn(alias)) words.push(word(called));
    return {
      kind,
      id,
      reference,
      person: {
        givenNames: null,
        surnames: null,
        sex: this.once(person.sex),
        birthYear: person.birthYear,
        birthDate: this.once(person.birthDate),
        id: person.id && {
          kind: this.once(person.id.kind) ?? "",
          number: number === written ? number : written,
        },
        entity: this.once(person.entity),
        apprehended: this.once(person.apprehended),
      },
      earlier: earlier.length === 0 ? NONE : earlier,
      words,
      ends,
      number,
      mark,
    };
  }

  private once(text: string | null): string | null {
    if (text === null) return null;
    const known = this.said.get(text);
    if (known === undefined) this.said.set(text, text);
    return known ?? text;
  }
}

const NONE: Indexed["earlier"] = [];
const BITS = 7;
/** Nobody has as many names; of whoever seems to, the last are left out. */
const MOST_IN_ALL = 2 ** BITS - 1;

/** Puts the words of one part of the names behind those before it. Answers where they end. */
function endOf(words: BorneWord[], part: readonly NameWord[]): number {
  for (const one of part) if (words.length < MOST_IN_ALL) words.push(one as BorneWord);
  return words.length;
}

/** How many words each part of the names has. */
function lengthsOf({ ends }: Entry): [number, number, number, number] {
  const end = (part: number) => (ends >> (part * BITS)) & MOST_IN_ALL;
  return [end(0), end(1) - end(0), end(2) - end(1), end(3) - end(2)];
}

/** Somebody of the index, ready to be compared. */
export function preparedOf(entry: Entry): Prepared {
  const { person, words } = entry;
  const [given, marriedGiven, surnames, married] = lengthsOf(entry);
  const family = given + marriedGiven;
  return {
    person,
    given: { words: words.slice(0, given), married: words.slice(given, family) },
    surnames: {
      words: words.slice(family, family + surnames),
      married: words.slice(family + surnames, family + surnames + married),
    },
  };
}

/** The words of something typed or called, without accents; as many as a name may have and no more. */
export const wordsIn = (text: string): string[] =>
  plainOf(text.slice(0, 400)).split(" ").filter(Boolean).slice(0, 16);

function roomFor(columns: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  if (place < columns.length) return columns;
  const larger = new Int32Array(2 * columns.length);
  larger.set(columns);
  columns.fill(0);
  return larger;
}
