import { isDeepStrictEqual } from "node:util";
import { type Who, type WhoField, whoFields } from "./schema";

/** One field's value, whichever of the two it lies in. */
export const fieldOf = ({ identity, traits }: Who, field: WhoField): unknown =>
  ({ ...identity, ...traits })[field];

/** The fields in which two differ. */
export const differencesOf = (a: Who, b: Who): WhoField[] =>
  whoFields.filter((field) => !isDeepStrictEqual(fieldOf(a, field), fieldOf(b, field)));

/** A text that is the same for the same values and no others, whatever the order they were written in. */
export const canonical = (who: Who): string =>
  JSON.stringify(whoFields.map((field) => [field, fieldOf(who, field)]));

const identityFields = new Set<WhoField>(["givenNames", "surnames", "aliases", "idDocument"]);

/** What stands, with the chosen fields taken from a proposal. */
export function chosen(stands: Who, proposed: Who, taken: ReadonlySet<WhoField>): Who {
  const pick = (of: "identity" | "traits") =>
    Object.fromEntries(
      whoFields
        .filter((field) => identityFields.has(field) === (of === "identity"))
        .map((field) => [field, fieldOf(taken.has(field) ? proposed : stands, field)]),
    );
  return { identity: pick("identity"), traits: pick("traits") } as unknown as Who;
}
