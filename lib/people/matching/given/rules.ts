import type { NameWord } from "../names/rules";
import type { ReasonCode } from "../schema";
import { type Said, worth } from "../surnames/rules";
import { alike, NEAR, SAME } from "../words/rules";

interface Pair {
  a: number;
  b: number;
  near: number;
}

/**
 * What two persons' given names say. A name that one of them lacks says little; a name that each bears and the other does not says that
 * they are two, as twins and brothers are.
 */
export function compareGiven(a: NameWord[], b: NameWord[]): Said {
  if (a.length === 0 || b.length === 0) return { weight: 0, reasons: [] };
  const pairs = bestPairs(a, b);
  const same = pairs.filter(({ near }) => near >= SAME);
  const doubtful = pairs.filter(({ near }) => near < SAME).length;
  const apart = Math.min(a.length, b.length) - pairs.length;
  let weight = -3.2 * doubtful - 8 * apart;
  for (const pair of same) weight += saysSame(pair, a, b);
  const turned = same.some(({ a: at }, index) => (same[index - 1]?.a ?? -1) > at);
  if (turned) weight -= 1;
  return { weight, reasons: [reasonOf({ same, apart, doubtful, turned, a, b })] };
}

function saysSame(pair: Pair, a: NameWord[], b: NameWord[]): number {
  const word = a[pair.a];
  const other = b[pair.b];
  if (!word || !other) return 0;
  const isShort = word.longer !== null || other.longer !== null;
  const most =
    pair.a === 0 && pair.b === 0
      ? worth(isShort && other.longer === null ? other : word, 2, 3)
      : worth(word, 1, 1.8);
  return most * pair.near;
}

/** Each word with its best of the other name, the surest first; a word has one partner. In the order of the second name. */
function bestPairs(a: NameWord[], b: NameWord[]): Pair[] {
  const all = a
    .flatMap((word, at) => b.map((other, bt) => ({ a: at, b: bt, near: alike(word, other) })))
    .filter(({ near }) => near >= NEAR)
    .sort((one, two) => two.near - one.near || Math.abs(one.a - one.b) - Math.abs(two.a - two.b));
  const chosen: Pair[] = [];
  for (const pair of all)
    if (!chosen.some((taken) => taken.a === pair.a || taken.b === pair.b)) chosen.push(pair);
  return chosen.sort((one, two) => one.b - two.b);
}

interface Compared {
  same: Pair[];
  apart: number;
  doubtful: number;
  turned: boolean;
  a: NameWord[];
  b: NameWord[];
}

function reasonOf({ same, apart, doubtful, turned, a, b }: Compared): ReasonCode {
  if (apart > 0 || same.length === 0) return "given_differ";
  if (doubtful > 0) return "given_near";
  if (turned) return "given_order";
  if (same.some(({ near }) => near === 0.75)) return "given_nickname";
  if (a.length !== b.length) return "given_part";
  const least = Math.min(...same.map(({ near }) => near));
  return least === 1 ? "given_same" : least > 0.9 ? "given_sound_same" : "given_near";
}
