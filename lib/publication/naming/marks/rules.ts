import { plainOf, takeApart } from "@/lib/people/matching/names/rules";

/** Before how a word sounds, so that a sound is never taken for a spelling. */
export const SOUND = "~";

/** How each word of a printed name sounds, also without a particle that was written together with it. Nothing the page does not print. */
export function soundsOf(name: string): string[] {
  const words = plainOf(name).split(" ").filter(Boolean).map(takeApart);
  const sounds = words.flatMap(({ sound, bare }) => (bare === null ? [sound] : [sound, bare]));
  return [...new Set(sounds)].filter(Boolean).map((sound) => `${SOUND}${sound}`);
}

/** Before the beginning of a mark, and the letters up to which a beginning is a mark of its own: more of them begin few words. */
export const BEGUN = "^";
export const SHORT = 5;
