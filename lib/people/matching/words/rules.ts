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
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 9) + 1,
        (next[column - 1] ?? 9) + 1,
        (last[column - 1] ?? 9) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] ?? 9) + 1);
      next.push(best);
    }
    before = last;
    last = next;
  }
  return Math.min(4, last[b.length] ?? 4);
}
