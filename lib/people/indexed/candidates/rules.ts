import { compare, type Prepared, prepare } from "../../matching/rules";
import type { Comparison, MatchPerson } from "../../matching/schema";
import { numberOf } from "../documents/rules";
import { type Entry, type NameIndex, preparedOf } from "../rules";
import { type Candidate, type IndexedKey, MOST_CANDIDATES } from "../schema";
import { bitsOf, CouldBe } from "./bounds/rules";

/** Who is sought: a person as somebody wrote them, and whom to leave out because it is they. */
export interface Sought {
  person: MatchPerson;
  except?: IndexedKey;
}

/**
 * Everybody in the index who is more than `different` from somebody, best first: the same people that comparing with each of them would
 * find. Whoever cannot be one of them, by the words and years they share, is left out before anything slow is done.
 */
export function candidatesIn(index: NameIndex, { person, except }: Sought): Candidate[] {
  return candidatesFor(index, prepare(person), except);
}

/** Likewise of somebody whose names were taken apart already, such as one in the index. */
export function candidatesFor(index: NameIndex, sought: Prepared, except?: IndexedKey): Candidate[] {
  const { person } = sought;
  const could = new CouldBe(sought);
  const bits = bitsOf(index, could.words);
  const same = new Set(index.byPaper(numberOf(person.id?.number ?? "")));
  const found: Candidate[] = [];
  const look = (place: number) => {
    const entry = index.entries[place];
    if (!entry || (except && entry.kind === except.kind && entry.id === except.id)) return;
    if (!same.has(place) && !could.beAtAll(index.columns[place] ?? 0, entry, bits[place] ?? 0)) return;
    const best = bestOf(sought, entry);
    if (best.verdict !== "different") found.push({ kind: entry.kind, id: entry.id, ...best });
  };
  const { columns } = index;
  for (let place = 0; place < bits.length; place++) {
    const shared = bits[place] ?? 0;
    if (shared !== 0 && !same.has(place) && could.be(columns[place] ?? 0, shared)) look(place);
  }
  for (const place of same) look(place);
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1)).slice(0, MOST_CANDIDATES);
}

/** Somebody detained twice is compared by the detention that fits best. */
function bestOf(sought: Prepared, entry: Entry): Comparison {
  const { earlier } = entry;
  const prepared = preparedOf(entry);
  const all = [prepared, ...earlier.map((one) => ({ ...prepared, person: { ...prepared.person, ...one } }))];
  const [first, ...others] = all.map((one) => compare(sought, one));
  return others.reduce((best, one) => (one.score > best.score ? one : best), first as Comparison);
}
