import { compareAsTwins, compareBirths, comparePapers, compareTheRest } from "./evidence/rules";
import { compareGiven } from "./given/rules";
import { type NameParts, type NameWord, partsOf } from "./names/rules";
import type { Comparison, MatchPerson, ReasonCode, Verdict } from "./schema";
import { compareSurnames, type Said } from "./surnames/rules";

/** A person ready to be compared many times. */
export interface Prepared {
  person: MatchPerson;
  given: NameParts;
  surnames: NameParts;
}

/** Odds that two records which somebody thought worth comparing are one person, before anything is looked at. */
const BEFORE = -5.4;
const LIKELY = 0.5;
const POSSIBLE = 0.12;
/** What has to speak for two being one before they are more than different; scores are rounded. */
export const LEAST = Math.log((POSSIBLE - 0.0005) / (1 - POSSIBLE + 0.0005)) - BEFORE;
/** Names that speak this much against are not outweighed by a number that somebody may have copied wrongly. */
const CONTRADICTED = -3;

export const prepare = (person: MatchPerson, wordOf?: (plain: string) => NameWord): Prepared => ({
  person,
  given: partsOf(person.givenNames, "given", wordOf),
  surnames: partsOf(person.surnames, "surnames", wordOf),
});

/**
 * How alike two records are, and why. Says what people should look at first; never joins anybody, and never by a short form or a common
 * surname alone.
 */
export function compare(a: Prepared, b: Prepared): Comparison {
  const names = compareNames(a, b);
  const papers = comparePapers(a.person, b.person);
  const rest = [compareBirths(a.person, b.person), ...compareTheRest(a.person, b.person)];
  const all = [names, papers, ...rest, compareAsTwins(a.person, b.person, names.reasons)];
  const sum = all.reduce((total, { weight }) => total + weight, BEFORE);
  const score = Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
  const reasons = all.flatMap((one) => one.reasons);
  return { score, verdict: verdictOf(score, names.weight, reasons), reasons };
}

function verdictOf(score: number, names: number, reasons: ReasonCode[]): Verdict {
  if (reasons.includes("id_same")) return names <= CONTRADICTED ? "possible" : "likely";
  if (score >= LIKELY) return "likely";
  return score >= POSSIBLE ? "possible" : "different";
}

const OTHER_SLOT = -1;

/** Surnames and given names, each in its place; or all in one, as some lists write them. */
function compareNames(a: Prepared, b: Prepared): Said {
  const placed = sum(compareSurnames(a.surnames, b.surnames), compareGiven(a.given.words, b.given.words));
  const crossed = sum(compareSurnames(a.surnames, b.given), compareGiven(a.given.words, b.surnames.words));
  if (b.given.words.length === 0 || b.surnames.words.length === 0) return placed;
  return crossed.weight + OTHER_SLOT > placed.weight
    ? { weight: crossed.weight + OTHER_SLOT, reasons: ["names_in_the_other_slot"] }
    : placed;
}

const sum = (a: Said, b: Said): Said => ({
  weight: a.weight + b.weight,
  reasons: [...a.reasons, ...b.reasons],
});
