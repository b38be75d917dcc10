import type { NameWord } from "../names/rules";

/** From here on two words are taken for one name. */
export const SAME = 0.7;
/** Between this and `SAME` they may be one, badly heard, or two sisters' names. */
export const NEAR = 0.5;

/** How alike two words of a name are, from 0 to 1: as written, as they sound, without a fused particle, as a short form, but for a letter. */
export function alike(a: NameWord, b: NameWord): number {
  if (a.initial || b.initial) return a.sound[0] === b.sound[0] || a.plain[0] === b.plain[0] ? SAME : 0;
  if (a.plain === b.plain) return 1;
  if (a.sound === b.sound) return 0.97;
  if (a.bare === b.sound || b.bare === a.sound || (a.bare && a.bare === b.bare)) return 0.93;
  if (a.longer && (a.longer === b.sound || a.longer === b.longer)) return 0.75;
  if (b.longer && b.longer === a.sound) return 0.75;
  return butFor(a, b);
}

/** Names of a man and of a woman, a letter apart, are two names. */
const ofAnotherSex = (a: string, b: string): boolean =>
  (a.endsWith("a") !== b.endsWith("a") && a.slice(0, -1) === b.slice(0, -1)) ||
  a === `${b}a` ||
  b === `${a}a`;

function butFor(a: NameWord, b: NameWord): number {
  if (ofAnotherSex(a.plain, b.plain) || ofAnotherSex(a.sound, b.sound)) return 0.3;
  const letters = Math.max(a.sound.length, b.sound.length);
  const steps = Math.min(distance(a.sound, b.sound), distance(a.plain, b.plain));
  if (steps === 1 && [...a.plain].sort().join("") === [...b.plain].sort().join("")) return 0.85;
  if (steps === 1 && letters <= 4) return letters < 4 ? 0.3 : a.sound.length === b.sound.length ? 0.6 : SAME;
  if (steps === 1) return letters >= 7 ? 0.88 : 0.8;
  if (a.sound[0] !== b.sound[0]) return 0;
  if (steps === 2) return letters >= 9 ? 0.72 : letters >= 6 ? NEAR : 0.1;
  return steps === 3 && letters >= 10 ? NEAR : 0;
}

/** Letters put in, left out, changed, or swapped with their neighbour, that lead from one word to the other; four or more are four. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4;
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let [aEnd, bEnd] = [a.length, b.length];
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  const [rows, columns] = [aEnd - from, bEnd - from];
  if (rows === 0 || columns === 0) return Math.min(4, rows + columns);
  return columns < WIDEST ? between(a, b, from, rows, columns) : 4;
}

/** Where they differ over more than this, letters far apart were changed: no name is as long. */
const WIDEST = 64;
/** Three rows of the table, written anew by each question. */
let before = new Uint8Array(WIDEST);
let last = new Uint8Array(WIDEST);
let next = new Uint8Array(WIDEST);

function between(a: string, b: string, from: number, rows: number, columns: number): number {
  for (let column = 0; column <= columns; column++) last[column] = column;
  for (let row = 1; row <= rows; row++) {
    const letter = a.charCodeAt(from + row - 1);
    const previous = row > 1 ? a.charCodeAt(from + row - 2) : -1;
    next[0] = Math.min(row, 4);
    let least = next[0];
    for (let column = 1; column <= columns; column++) {
      const other = b.charCodeAt(from + column - 1);
      let best = at(last, column - 1) + (letter === other ? 0 : 1);
      best = Math.min(best, at(last, column) + 1, at(next, column - 1) + 1);
      if (column > 1 && previous === other && letter === b.charCodeAt(from + column - 2))
        best = Math.min(best, at(before, column - 2) + 1);
      next[column] = best;
      least = Math.min(least, best);
    }
    // A swap looks two rows back, and costs one.
    if (least > 4) return 4;
    [before, last, next] = [last, next, before];
  }
  return Math.min(4, at(last, columns));
}

const at = (row: Uint8Array, column: number): number => row[column] ?? 9;
