import type { MatchPerson } from "../../matching/schema";

/** The year of birth that an age told at a detention means, where it was told closely enough to mean one. */
export function bornAbout(min: number | null, max: number | null, year: number | null): number | null {
  if (min === null || max === null || year === null || max - min > 2) return null;
  return year - Math.round((min + max) / 2);
}

/** When and where somebody was detained, as one text of a row says it: the last, those before it, and the year of the first. */
export function detentionsIn(written: string | null): {
  first: number | null;
  last: Detention;
  earlier: Detention[];
} {
  const all = written ? written.split(" ") : [];
  const read = all.map((one): Detention => {
    const [entity, day, exact] = one.split("/");
    return { entity: entity || null, apprehended: (exact && day) || null };
  });
  const year = Number(all[0]?.split("/")[1]?.split("-")[0]);
  return {
    first: year > 0 ? year : null,
    last: read.at(-1) ?? { entity: null, apprehended: null },
    earlier: read.slice(0, -1),
  };
}

type Detention = Pick<MatchPerson, "entity" | "apprehended">;

/** A number that differs where texts do, but for once in thousands of millions of millions. */
export function printOf(text: string): number {
  let [high, low] = [0x9dc5811c, 0x811c9dc5];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    low = Math.imul(low ^ letter, 0x01000193);
    high = Math.imul(high ^ letter, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
