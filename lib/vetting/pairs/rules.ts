import { foldedWords } from "@/lib/core/folded";
import type { ReasonCode } from "@/lib/people/matching/schema";
import type { Agreement, PairSide, PairView } from "./schema";

/** The rows of the comparison, who first, then when and where. */
export const comparedRows = [
  ...(["surnames", "givenNames", "aliases", "document", "birth", "sex"] as const),
  ...(["nationality", "civilMilitary", "from", "entity", "state", "verdict"] as const),
  ...(["evidence", "reports"] as const),
] as const;
export type ComparedRow = (typeof comparedRows)[number];

const birthOf = ({ birthDate, birthYear }: PairSide) => birthDate ?? (birthYear && String(birthYear));
/** The year in which somebody may have been born, as near as it is known. */
const bornIn = (side: PairSide) => {
  const said = birthOf(side);
  if (said) return Number(said.slice(0, 4));
  const { age, openedAt } = side;
  return age === null ? null : Number((beganOf(side)?.from ?? openedAt.toISOString()).slice(0, 4)) - age;
};
const lastOf = ({ detentions }: PairSide) => detentions.at(-1) ?? null;
/** How the last detention began, whatever was said of it since. */
const beganOf = (side: PairSide) =>
  side.detentions.findLast(({ state }) => state === "apprehended") ?? lastOf(side);

/** What one side says in a row; null where it says nothing. */
export function saidIn(side: PairSide, row: ComparedRow): string | null {
  if (row === "aliases") return side.aliases.join(" · ") || null;
  if (row === "birth") return birthOf(side) || (side.age === null ? null : String(side.age));
  if (row === "from" || row === "entity") return beganOf(side)?.[row] ?? null;
  if (row === "state") return lastOf(side)?.state ?? null;
  const value = side[row];
  return value === null || value === "unknown" || value === "" ? null : String(value);
}

const DAY = 86_400_000;
const NEAR = 31 * DAY;

const judged = { surnames: /^surname/, givenNames: /^given_/, document: /^id_/ } as const;
const told: Record<string, Agreement> = { same: "same", differ: "different", differs: "different" };

/** What the comparison found of names and papers, so that a row never says otherwise than the sentence above it. */
function foundOf(row: ComparedRow, reasons: readonly ReasonCode[]): Agreement | null {
  const found = row in judged ? reasons.find((one) => judged[row as keyof typeof judged].test(one)) : null;
  if (!found) return null;
  const [, how = ""] = /^(?:surnames|given|id)_(same|differs?)$/.exec(found) ?? [];
  return found === "id_prefix_differs" ? "different" : (told[how] ?? "compatible");
}

/** How the two stand to each other in a row. What one does not say speaks neither for nor against. */
export function agreementOf(
  left: PairSide,
  right: PairSide,
  row: ComparedRow,
  reasons: readonly ReasonCode[] = [],
): Agreement {
  const [a, b] = [saidIn(left, row), saidIn(right, row)];
  if (a === null || b === null) return "missing";
  const found = foundOf(row, reasons);
  if (found) return found;
  if (a === b) return row === "birth" && birthOf(left) === null ? "compatible" : "same";
  const [x, y] = [foldedWords(a).split(" "), foldedWords(b).split(" ")];
  if (row === "surnames" || row === "givenNames" || row === "aliases") {
    if (x.join(" ") === y.join(" ")) return "same";
    return x.some((word) => y.includes(word)) ? "compatible" : "different";
  }
  if (row === "birth") {
    const apart = Math.abs((bornIn(left) ?? 0) - (bornIn(right) ?? 0));
    return apart <= 1 && !(left.birthDate && right.birthDate) ? "compatible" : "different";
  }
  if (row === "from") return Math.abs(Date.parse(a) - Date.parse(b)) <= NEAR ? "compatible" : "different";
  if (row === "evidence" || row === "reports") return "compatible";
  return "different";
}

/** Which pairs a view shows: a state, and for what waits how alike. */
export const LIKELY_FROM = 500;
export const viewOf: Record<PairView, { states: string[]; from?: number; below?: number; reopened?: true }> =
  {
    likely: { states: ["open"], from: LIKELY_FROM },
    possible: { states: ["open"], below: LIKELY_FROM },
    reopened: { states: ["open"], reopened: true },
    unsure: { states: ["unsure"] },
    different: { states: ["different"] },
    joined: { states: ["same_person", "other_episode"] },
  };
