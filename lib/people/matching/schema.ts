import { z } from "zod";

/** A day that cannot be read is a day that is not known: it speaks neither for nor against. */
const day = z.iso.date().nullable().default(null).catch(null);

/** What is known of a person for comparing: names as somebody wrote them, and the few facts that tell two people apart. */
export const matchPerson = z.object({
  givenNames: z.string().nullable().default(null),
  surnames: z.string().nullable().default(null),
  sex: z.string().nullable().default(null),
  birthYear: z.number().int().nullable().default(null).catch(null),
  birthDate: day,
  id: z
    .object({ kind: z.string(), number: z.union([z.string(), z.number()]).transform(String) })
    .nullable()
    .default(null),
  /** Where they were apprehended, ISO 3166-2:VE. */
  entity: z.string().nullable().default(null),
  /** When, as an ISO date. */
  apprehended: day,
});
export type MatchPerson = z.infer<typeof matchPerson>;

/** `likely` is proposed first; `possible` is looked at; `different` is not shown. None of them joins anybody. */
export const verdicts = ["likely", "possible", "different"] as const;
export type Verdict = (typeof verdicts)[number];

/** What spoke for or against, in the order of the sentence: names, papers, birth, sex, place and day. */
export const reasonCodes = [
  "surnames_same",
  "surnames_sound_same",
  "surnames_near",
  "surname_missing",
  "surnames_swapped",
  "surname_married",
  "surnames_differ",
  "given_same",
  "given_sound_same",
  "given_near",
  "given_part",
  "given_nickname",
  "given_order",
  "given_differ",
  "names_in_the_other_slot",
  "id_same",
  "id_digits_swapped",
  "id_one_digit",
  "id_differs",
  "id_prefix_differs",
  "birth_date_same",
  "birth_date_near",
  "birth_date_differs",
  "birth_year_same",
  "birth_year_near",
  "birth_year_differs",
  "sex_differs",
  "entity_same",
  "entity_differs",
  "apprehended_near",
  "apprehended_apart",
  "perhaps_twins",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** How alike two records are, from 0 to 1, and why. */
export interface Comparison {
  score: number;
  verdict: Verdict;
  reasons: ReasonCode[];
}
