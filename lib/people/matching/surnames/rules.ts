import { type NameParts, type NameWord, soundOf } from "../names/rules";
import { FREQUENT } from "../names/schema";
import type { ReasonCode } from "../schema";
import { alike, NEAR, SAME } from "../words/rules";

/** What names say, as the logarithm of odds, and in words. */
export interface Said {
  weight: number;
  reasons: ReasonCode[];
}

const FREQUENT_SOUNDS = new Set([...FREQUENT].map(soundOf));
/** What it says that two bear a name: less where many do. */
export const worth = ({ sound }: NameWord, frequent: number, rare: number): number =>
  FREQUENT_SOUNDS.has(sound) ? frequent : rare;

const SWAPPED = -1.4;

/** What two persons' surnames say: the father's weighs most, the mother's may be missing, a married one is nobody's own. */
export function compareSurnames(a: NameParts, b: NameParts): Said {
  const straight = inOrder(a, b);
  if (a.words.length < 2 && b.words.length < 2) return straight;
  const [one, two] = b.words.length > 1 ? [a, turned(b)] : [turned(a), b];
  const swapped = inOrder(one, two);
  if (swapped.weight + SWAPPED <= straight.weight) return straight;
  return { weight: swapped.weight + SWAPPED, reasons: ["surnames_swapped"] };
}

const turned = (name: NameParts): NameParts => ({ ...name, words: [...name.words].reverse() });

function inOrder(a: NameParts, b: NameParts): Said {
  const [first, second] = a.words;
  const [otherFirst, otherSecond] = b.words;
  if (!first || !otherFirst) return { weight: 0, reasons: [] };
  const near = alike(first, otherFirst);
  if (near < NEAR) return { weight: -6, reasons: ["surnames_differ"] };
  const weight = near < SAME ? -1 : worth(first, 2.2, 3.2) * near;
  const said = how(near);
  if (second && otherSecond)
    return withSecond(alike(second, otherSecond), worth(second, 1.8, 2.8), weight, near);
  const married = [...a.married, ...b.married].some((word) =>
    [second, otherSecond].some((own) => own && alike(own, word) >= SAME),
  );
  if (married) return { weight: weight + 1, reasons: [said, "surname_married"] };
  if (a.married.length + b.married.length > 0) return { weight, reasons: [said, "surname_married"] };
  return second || otherSecond
    ? { weight: weight - 0.3, reasons: [said, "surname_missing"] }
    : { weight: weight - 0.1, reasons: [said] };
}

function withSecond(near: number, most: number, first: number, firstNear: number): Said {
  if (near < NEAR) return { weight: first - 5, reasons: ["surnames_differ"] };
  if (near < SAME) return { weight: first - 1, reasons: ["surnames_near"] };
  return { weight: first + most * near, reasons: [how(Math.min(near, firstNear))] };
}

const how = (near: number): ReasonCode =>
  near === 1 ? "surnames_same" : near > 0.9 ? "surnames_sound_same" : "surnames_near";
