import type { Giver, PermissionAnswer, Purpose } from "./schema";

/** The wording families read at present. A new wording is a new version; answers keep the one they were given under. */
export const CONSENT_TEXT = "2026-11";

/** The only two questions asked before anything is written down; all others wait until the family asks. */
export const askedFirst = ["store", "count"] as const;

/** Nothing is kept, not even a draft, unless the family says yes to keeping and verifying. */
export const mayBeKept = (answers: PermissionAnswer[]): boolean =>
  answers.some((answer) => answer.purpose === "store" && answer.granted);

const showTheirFace: Purpose[] = ["name", "photo", "press"];

/**
 * Whether this kind of giver may allow this purpose. A neighbour or an organisation speaks only for keeping
 * and counting until the family is reached; nobody may have a minor named, for ever (LOPNNA 65), and in doubt a person is one.
 */
export function mayGive(what: Purpose, by: Giver, about: { minor: boolean | "unknown" }): boolean {
  if (showTheirFace.includes(what) && about.minor !== false) return false;
  if (by === "partner" || by === "other") return what === "store" || what === "count";
  return true;
}

/** Relatives disagree: the most protective answer wins, except that the person's own answer decides over everybody's. */
export function prevailing(answers: { by: Giver; granted: boolean }[]): boolean {
  const own = answers.filter((answer) => answer.by === "person");
  const heard = own.length > 0 ? own : answers;
  return heard.length > 0 && heard.every((answer) => answer.granted);
}
