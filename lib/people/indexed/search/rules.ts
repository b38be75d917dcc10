import { type NameWord, takeApart } from "../../matching/names/rules";
import { PARTICLES } from "../../matching/names/schema";
import { alike } from "../../matching/words/rules";
import { caseIn, wordsHere } from "../columns/rules";
import { type NameIndex, wordsIn } from "../rules";
import { type Hit, type Hits, MOST_HITS } from "../schema";
import type { BorneWord } from "../vocabulary/rules";
import { byNumber, numberIn, referenceIn } from "./numbers/rules";

/** More words than a name has are not looked up. */
const MOST_WORDS = 8;
const BEGUN = 0.7;
/** How many words must be found before one may be wrong. */
const MAY_MISS = 3;

/**
 * Everybody whom words may mean: each word in some name or nickname, in any order, as it sounds, but for a letter, begun, or by a short
 * form; a number, also with digits swapped or one wrong; a reference. Of three words or more one may be wrong. Best first.
 */
export function searchIn(index: NameIndex, typed: string, only?: Hit["kind"]): Hits {
  const reference = index.byReference(referenceIn(typed));
  if (reference && only !== "report")
    return { hits: [{ kind: reference.kind, id: reference.id, fit: 1 }], total: 1 };
  const number = numberIn(typed);
  return best(index, number === "" ? byWords(index, typed) : byNumber(index, number), only);
}

/** How well each place fits, from 0 to 1; 0 is not at all. */
function byWords(index: NameIndex, typed: string): Float32Array {
  const words = wordsAsked(typed);
  const fits = new Float32Array(index.entries.length);
  if (words.length === 0) return fits;
  const counts = new Uint8Array(index.entries.length);
  const last = new Uint8Array(index.entries.length);
  for (const [at, word] of words.entries()) {
    for (const [{ places }, fit] of meant(index, word)) {
      for (let n = 0; n < places.length; n++) {
        const place = places[n] ?? 0;
        if (last[place] === at + 1) continue;
        last[place] = at + 1;
        counts[place] = (counts[place] ?? 0) + 1;
        fits[place] = (fits[place] ?? 0) + fit;
      }
    }
  }
  const needed = words.length >= MAY_MISS ? words.length - 1 : words.length;
  for (let place = 0; place < fits.length; place++) {
    const count = counts[place] ?? 0;
    if (count === 0) continue;
    const borne = wordsHere(index.columns[place] ?? 0);
    fits[place] =
      count < needed ? 0 : ((fits[place] ?? 0) / words.length) * 0.95 + 0.05 * Math.min(1, count / borne);
  }
  return fits;
}

/** What is typed as words, without particles where there are others, each once. */
function wordsAsked(typed: string): NameWord[] {
  const all = [...new Set(wordsIn(typed))];
  const telling = all.filter((word) => !PARTICLES.has(word) && (word.length > 1 || !/^[a-z0-9]$/.test(word)));
  return (telling.length > 0 ? telling : all.filter((word) => word.length > 1))
    .slice(0, MOST_WORDS)
    .map(takeApart);
}

/** The words of the index that a word typed may mean, the surest first. */
function meant(index: NameIndex, word: NameWord): [BorneWord, number][] {
  const fits = new Map<BorneWord, number>();
  for (const borne of index.vocabulary.beginning(word))
    fits.set(borne, BEGUN + (0.2 * word.plain.length) / Math.max(borne.plain.length, word.plain.length));
  for (const borne of index.vocabulary.near(word))
    fits.set(borne, Math.max(alike(word, borne), fits.get(borne) ?? 0));
  return [...fits].sort(([, a], [, b]) => b - a);
}

/** The best, in order, and how many there are; no more are put in order than are shown. */
function best({ entries, columns }: NameIndex, fits: Float32Array, only?: Hit["kind"]): Hits {
  let total = 0;
  let least = 0;
  const kept: { place: number; fit: number }[] = [];
  for (let place = 0; place < fits.length; place++) {
    const fit = fits[place] ?? 0;
    if (fit === 0 || (only && caseIn(columns[place] ?? 0) !== (only === "case"))) continue;
    total++;
    if (kept.length === MOST_HITS && fit <= least) continue;
    const at = kept.findIndex((one) => one.fit < fit);
    kept.splice(at < 0 ? kept.length : at, 0, { place, fit });
    kept.length = Math.min(kept.length, MOST_HITS);
    least = kept.at(-1)?.fit ?? 0;
  }
  const hits = kept.flatMap(({ place, fit }): Hit[] => {
    const entry = entries[place];
    return entry ? [{ kind: entry.kind, id: entry.id, fit }] : [];
  });
  return { hits, total };
}
