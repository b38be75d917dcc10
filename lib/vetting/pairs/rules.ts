import { foldedWords } from "@/lib/core/folded";
import type { Agreement, PairSide, PairView } from "./schema";

/** The rows of the comparison, who first, then when and where. */
export const comparedRows = [
  ...(["surnames", "givenNames", "aliases", "document", "birth", "sex"] as const),
  ...(["nationality", "civilMilitary", "from", "entity", "state", "verdict"] as const),
  ...(["evidence", "reports"] as const),
] as const;
export type ComparedRow = (typeof comparedRows)[number];

const birthOf = ({ birthDate, birthYear }: PairSide) => birthDate ?? (birthYear && String(birthYear));
const lastOf = ({ detentions }: PairSide) => detentions.at(-1) ?? null;

/** What one side says in a row; null where it says nothing. */
export function saidIn(side: PairSide, row: ComparedRow): string | null {
  if (row === "aliases") return side.aliases.join(" · ") || null;
  if (row === "birth") return birthOf(side) || null;
  if (row === "from" || row === "entity" || row === "state") return lastOf(side)?.[row] ?? null;
  const value = side[row];
  return value === null || value === "unknown" || value === "" ? null : String(value);
}

const DAY = 86_400_000;
const NEAR = 31 * DAY;

/** How the two stand to each other in a row. What one does not say speaks neither for nor against. */
export function agreementOf(left: PairSide, right: PairSide, row: ComparedRow): Agreement {
  const [a, b] = [saidIn(left, row), saidIn(right, row)];
  if (a === null || b === null) return "missing";
  if (a === b) return "same";
  const [x, y] = [foldedWords(a).split(" "), foldedWords(b).split(" ")];
  if (row === "surnames" || row === "givenNames" || row === "aliases") {
    if (x.join(" ") === y.join(" ")) return "same";
    return x.some((word) => y.includes(word)) ? "compatible" : "different";
  }
  if (row === "birth") {
    if (a.length !== b.length && a.slice(0, 4) === b.slice(0, 4)) return "compatible";
    return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 1 && (a.length === 4 || b.length === 4)
      ? "compatible"
      : "different";
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
