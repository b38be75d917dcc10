import { type AskedPurpose, askedPurposes, type Giver, type PermissionAnswer, type Purpose } from "./schema";

/** The wording families read at present. A new wording is a new version; answers keep the one they were given under. */
export const CONSENT_TEXT = "2026-11";
/** The wording on the printed sheet: the same purposes in fewer words, so a version of its own. */
export const SHEET_TEXT = "2026-11-1";

/** Nothing is kept, not even a draft, unless the family says yes to keeping and verifying. */
export const mayBeKept = (answers: PermissionAnswer[]): boolean =>
  answers.some((answer) => answer.purpose === "store" && answer.granted);

const withoutStanding: Purpose[] = ["store", "count"];

/** Whether a yes for this purpose stands only once staff recorded who the giver is to the person and how it was checked. */
export const needsStanding = (what: Purpose): boolean => !withoutStanding.includes(what);

/** Whether this kind of giver may allow this purpose: a neighbour or an organisation speaks only for keeping and counting. */
export const mayGive = (what: Purpose, by: Giver): boolean =>
  (by !== "partner" && by !== "other") || !needsStanding(what);

/** By these somebody could be recognised in public; they are never offered for whoever may be under 18 (LOPNNA 65). */
export const publishing: readonly Purpose[] = ["name", "photo", "press"];

/** What a page offers to whoever answers: nothing that the giver may not allow, and nothing that publishes a person under 18. */
export const offeredPurposes = ({ by, under18 }: { by: Giver; under18: boolean }): AskedPurpose[] =>
  askedPurposes.filter((what) => mayGive(what, by) && !(under18 && publishing.includes(what)));
