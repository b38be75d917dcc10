import { z } from "zod";
import { namedContent } from "@/lib/publication/naming/schema";
import { entityCodes } from "@/lib/vocabularies/places/entities/schema";
import { custodyStates, processStates, type StatusMark } from "@/lib/vocabularies/states/schema";

/** A named person as anyone may have it: what the page prints, and no more. Anything else in the row breaks the page. */
export const namedCase = namedContent.extend({
  sex: z.enum(["woman", "man", "other", "unknown"]),
  /** Day in Caracas on which the page last changed; null while details are hidden. */
  changed: z.iso.date().nullable(),
});
export type NamedCase = z.infer<typeof namedCase>;

/** One row of the list: enough to recognise a person and to go on to the page. */
export const namedRow = namedCase.pick({
  reference: true,
  name: true,
  state: true,
  since: true,
  entity: true,
  sex: true,
});
export type NamedRow = z.infer<typeof namedRow>;

/** The columns of the list as a file. */
export const csvColumns = ["reference", "name", "state", "since", "entity", "sex"] as const;

/** What one may ask the list for, in the words of the address; several custody states behind each word. */
export const stateGroups = ["detained", "whereabouts", "house", "released", "died"] as const;
export type StateGroup = (typeof stateGroups)[number];

const inKind = (kind: "held" | "out") =>
  custodyStates.filter((state) => state.kind === kind).map((state) => state.code as string);

export const statesOf: Readonly<Record<StateGroup, readonly string[]>> = {
  detained: inKind("held"),
  whereabouts: ["whereabouts_concealed"],
  house: ["house_arrest"],
  released: ["released", ...inKind("out").filter((state) => state !== "died_in_custody")],
  died: ["died_in_custody"],
};

/**
 * Filters of the list: nothing that the pages themselves do not say. A value that is none of the choices is refused by the API and left
 * out by the page.
 */
export const caseFilters = z.strictObject({
  q: z.string().trim().max(80).optional(),
  state: z.enum(stateGroups).optional(),
  /** The last step of the process that the page tells. */
  process: z.enum(processStates.map(({ code }) => code)).optional(),
  /** Year or month in which the present state began. */
  since: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
    .optional(),
  entity: z.enum(entityCodes).optional(),
  sex: z.enum(["woman", "man", "other"]).optional(),
});
export type CaseFilters = z.infer<typeof caseFilters>;

export const reference = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/);

/** The square that stands before a state; a release whose details are hidden shows the plain half-filled one. */
export function markOf(state: string): StatusMark {
  return custodyStates.find((term) => term.code === state)?.mark ?? "measures";
}

/** What the API's list may be asked. Anything else is a 400 that says so. */
export const caseQuery = caseFilters.extend({
  cursor: reference.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** A page of the list as the API answers it. */
export const casePage = z.strictObject({ items: z.array(namedRow), next: reference.nullable() });
