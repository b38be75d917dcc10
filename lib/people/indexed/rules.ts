import { plainOf } from "../matching/names/rules";
import { type Prepared, prepare } from "../matching/rules";
import { columnOf } from "./columns/rules";
import { anagramOf, numberOf } from "./documents/rules";
import type { Indexed, IndexedKey } from "./schema";
import { type BorneWord, Vocabulary } from "./vocabulary/rules";

/** One person in the index, taken apart once. */
export interface Entry extends IndexedKey {
  reference: string | null;
  prepared: Prepared;
  earlier: Indexed["earlier"];
  aliases: readonly BorneWord[];
  number: string;
  /** Of the row it was read from: whoever reads it again need not open it while it is the same. */
  mark: string;
}

/**
 * Everybody of a case or an open report by the words of their names and the digits of their papers. Pure: it knows neither keys nor
 * database, and whoever is taken out is gone from it at once, with every word that only they bore.
 */
export class NameIndex {
  readonly vocabulary = new Vocabulary();
  readonly entries: (Entry | undefined)[] = [];
  /** Of each place, what tells cheaply whom it is not worth comparing; 0 where nobody is. */
  columns = new Int32Array(1024);
  private readonly places = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly papers = new Map<string, number[]>();
  private readonly references = new Map<string, number>();

  get size(): number {
    return this.places.size;
  }

  /** Puts somebody in, or what is known of them now in place of what was. */
  put(indexed: Indexed, mark = ""): void {
    this.take(indexed);
    const place = this.free.pop() ?? this.entries.length;
    const entry = this.entryOf(indexed, mark);
    this.entries[place] = entry;
    this.columns = roomFor(this.columns, place);
    const words = wordsOf(entry);
    const { person, given, surnames } = entry.prepared;
    this.columns[place] = columnOf({
      given: given.words.length,
      surnames: surnames.words.length,
      hasInitial: words.some(({ initial }) => initial),
      words: words.length,
      born: person.birthDate ? Number(person.birthDate.slice(0, 4)) : person.birthYear,
      isCase: entry.kind === "case",
    });
    this.places.set(keyOf(indexed), place);
    for (const word of words) this.vocabulary.put(word, place);
    for (const key of papersOf(entry)) this.papers.set(key, [...(this.papers.get(key) ?? []), place]);
    if (entry.reference) this.references.set(entry.reference, place);
  }

  /** Takes somebody out. Whoever was not in is not missed. */
  take(key: IndexedKey): void {
    const place = this.places.get(keyOf(key));
    const entry = place === undefined ? undefined : this.entries[place];
    if (place === undefined || !entry) return;
    this.places.delete(keyOf(key));
    this.entries[place] = undefined;
    this.columns[place] = 0;
    this.free.push(place);
    for (const word of wordsOf(entry)) this.vocabulary.take(word, place);
    for (const paper of papersOf(entry)) {
      const left = (this.papers.get(paper) ?? []).filter((one) => one !== place);
      if (left.length > 0) this.papers.set(paper, left);
      else this.papers.delete(paper);
    }
    if (entry.reference) this.references.delete(entry.reference);
  }

  /** Takes out everybody of whom a whole reading said nothing. */
  keepOnly(kind: IndexedKey["kind"], seen: ReadonlySet<string>): void {
    for (const entry of this.entries) if (entry?.kind === kind && !seen.has(entry.id)) this.take(entry);
  }

  find(key: IndexedKey): Entry | undefined {
    const place = this.places.get(keyOf(key));
    return place === undefined ? undefined : this.entries[place];
  }

  /** Whoever has this paper, or one with the same digits in another order. */
  byPaper(number: string): number[] {
    return number === "" ? [] : (this.papers.get(anagramOf(number)) ?? []);
  }

  byReference(reference: string): Entry | undefined {
    const place = this.references.get(reference);
    return place === undefined ? undefined : this.entries[place];
  }

  private entryOf(indexed: Indexed, mark: string): Entry {
    const { kind, id, reference, person, aliases, earlier } = indexed;
    const { word } = this.vocabulary;
    const prepared = prepare(person, word);
    const called = aliases.flatMap((alias) => wordsIn(alias).map(word));
    return {
      ...{ kind, id, reference, earlier, mark },
      // The names as written are not compared again.
      prepared: { ...prepared, person: { ...person, givenNames: null, surnames: null } },
      aliases: called.length === 0 ? NOBODY : called,
      number: numberOf(person.id?.number ?? ""),
    };
  }
}

const NOBODY: readonly BorneWord[] = [];

/** Every word of every name somebody bears, once. */
function wordsOf({ prepared: { given, surnames }, aliases }: Entry): BorneWord[] {
  const own = [...given.words, ...given.married, ...surnames.words, ...surnames.married] as BorneWord[];
  return [...new Set([...own, ...aliases])];
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

const keyOf = ({ kind, id }: IndexedKey) => `${kind} ${id}`;
const papersOf = ({ number }: Entry): string[] => (number === "" ? [] : [anagramOf(number)]);
