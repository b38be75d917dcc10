import { plainOf, soundOf } from "@/lib/people/matching/names/rules";
import { PARTICLES } from "@/lib/people/matching/names/schema";
import { BEGUN, SHORT, SOUND } from "@/lib/publication/naming/marks/rules";
import { type CaseFilters, statesOf } from "../schema";

/** Nobody types as many words of a name; more are left out. */
const MOST_WORDS = 6;

/** One thing that must be true of a person: any of these marks, or any mark that begins like one of these. */
export interface Condition {
  marks: string[];
  beginnings: string[];
}

/**
 * What a search asks for: each word of the name in any order, as written or as it sounds (b and v, s, z and c, ll and y, a silent h,
 * accents), whole or its beginning; and each filter. A particle counts only where nothing else was typed.
 */
export function conditionsOf({ q, state, process, entity, sex, since }: CaseFilters): Condition[] {
  const filters: string[][] = [
    ...(state ? [statesOf[state].map((one) => `=state:${one}`)] : []),
    ...(process ? [[`=process:${process}`]] : []),
    ...(entity ? [[`=entity:${entity}`]] : []),
    ...(sex ? [[`=sex:${sex}`]] : []),
    ...(since ? [[`=since:${since}`]] : []),
  ];
  return [...typedWords(q ?? "").map(begunWith), ...filters.map((marks) => ({ marks, beginnings: [] }))];
}

/**
 * A word as it sounds, or as it begins and as that sounds. A short beginning is a mark of its own, so that it finds everybody; a longer
 * one is looked up among the words.
 */
function begunWith(word: string): Condition {
  const beginnings = beginningsOf(word);
  const isShort = (beginning: string) => beginning.replace(SOUND, "").length <= SHORT;
  return {
    marks: [SOUND + soundOf(word), ...beginnings.filter(isShort).map((beginning) => BEGUN + beginning)],
    beginnings: beginnings.filter((beginning) => !isShort(beginning)),
  };
}

function typedWords(q: string): string[] {
  const words = plainOf(q).split(" ").filter(Boolean);
  const telling = words.filter((word) => !PARTICLES.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS);
}

/** As a word begins, and as that sounds: what ends a word changes its sound, so one that goes on is heard as if it did. */
function beginningsOf(word: string): string[] {
  const goesOn = soundOf(`${word}a`).slice(0, -1);
  return [word, ...(goesOn ? [SOUND + goesOn] : [])];
}
