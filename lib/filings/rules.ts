import type { StaffRole } from "@/lib/auth/actor";
import { outStates } from "@/lib/cases/facts/schema";
import type { Standing } from "@/lib/cases/permissions/rules";
import type { RefusalCode } from "@/lib/core/refusal";
import { purposeOf, type Recipient } from "./schema";

/** What decides whether a record may leave: permissions, what is known of releases, and the age. */
export interface Filable {
  permissions: readonly (Standing & { givenBy: string })[];
  /** When each release known now came to be known. */
  releasesKnown: readonly Date[];
  /** By the most protective of the detentions. */
  ageAtDetention: "under18" | "adult" | "unknown";
  ageToday: "under18" | "adult" | "unknown";
}

export type FilingRefusal = Extract<
  RefusalCode,
  | "filing_not_permitted"
  | "filing_refused"
  | "filing_ask_again"
  | "filing_guardian_needed"
  | "filing_coordinator_needed"
>;

/** An exit after which the person can be asked; a death is none. */
export const isExit = (state: string): boolean =>
  (outStates as readonly string[]).includes(state) && state !== "died_in_custody";

/**
 * Why a record may not be handed to a recipient now; null when it may. Among holders whose standing was checked the strictest answer
 * wins; whoever else says no cannot stop a complaint. A release known since the yes means that the released person is asked. Of
 * somebody still under 18 a guardian must have agreed and they themselves not have refused; a record of anybody detained under 18, or
 * whose age is in doubt, leaves only by a coordinator's hand (LOPNNA 65, 545).
 */
export function filingRefusal(
  recipient: Recipient,
  { permissions, releasesKnown, ageAtDetention, ageToday }: Filable,
  role: StaffRole,
  now: Date,
): FilingRefusal | null {
  const answers = permissions.filter(
    (row) =>
      row.purpose === purposeOf[recipient] &&
      row.knownFrom <= now &&
      (row.knownTo === null || row.knownTo > now),
  );
  const isMinor = ageAtDetention === "under18" && ageToday !== "adult";
  if (answers.some((row) => !row.granted && (row.standing || (isMinor && row.givenBy === "person"))))
    return "filing_refused";
  const given = answers.filter((row) => row.granted && row.standing);
  if (given.length === 0) return "filing_not_permitted";
  if (!given.some((row) => releasesKnown.every((known) => row.knownFrom > known))) return "filing_ask_again";
  if (isMinor && !given.some((row) => row.givenBy === "guardian")) return "filing_guardian_needed";
  return ageAtDetention !== "adult" && role !== "coordinator" ? "filing_coordinator_needed" : null;
}
