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
  const { earliest, latest } = beganOf(side) ?? {};
  return age === null ? null : Number((earliest ?? latest ?? openedAt.toISOString()).slice(0, 4)) - age;
};
const lastOf = ({ detentions }: PairSide) => detentions.at(-1) ?? null;
/** How the last detention began, whatever was said of it since. */
export const beganOf = (side: PairSide) =>
  side.detentions.findLast(({ state }) => state === "apprehended") ?? lastOf(side);

/** The first and the last day on which the detention may have begun; null where neither is known. */
function daysOf(side: PairSide): [string, string] | null {
  const { earliest, latest } = beganOf(side) ?? {};
  return earliest || latest ? [earliest ?? "0000-01-01", latest ?? "9999-12-31"] : null;
}

/** What one side says in a row; null where it says nothing. */
export function saidIn(side: PairSide, row: ComparedRow): string | null {
  if (row === "aliases") return side.aliases.join(" · ") || null;
  if (row === "birth") return birthOf(side) || (side.age === null ? null : String(side.age));
  if (row === "entity") return beganOf(side)?.entity ?? null;
  if (row === "from") return daysOf(side)?.join(" ") ?? null;
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
  if (row === "from") return daysAgree(daysOf(left), daysOf(right));
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
  if (row === "evidence" || row === "reports") return "compatible";
  return "different";
}

/** The same where both say one and the same day; a year or a month agrees with every day of it, and never says that the day is the same. */
function daysAgree(a: [string, string] | null, b: [string, string] | null): Agreement {
  if (!a || !b) return "missing";
  if (a[0] === a[1] && b[0] === b[1] && a[0] === b[0]) return "same";
  const apart = Math.max(Date.parse(a[0]), Date.parse(b[0])) - Math.min(Date.parse(a[1]), Date.parse(b[1]));
  return apart <= NEAR ? "compatible" : "different";
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
