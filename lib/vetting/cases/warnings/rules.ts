import { releaseRefusal } from "@/lib/cases/facts/release/rules";
import { isDisappearance, isOneDay } from "@/lib/cases/facts/rules";
import { isHeldState } from "@/lib/cases/facts/schema";
import { comesAfter, placeMissing } from "@/lib/cases/facts/transitions/rules";
import { type DeskFact, statusOf } from "../rules";
import { lastConfirmed } from "../timeline/rules";

export const warnings = [
  "release_from_nothing",
  "after_death",
  "house_arrest_and_out",
  "full_and_measures",
  "detained_after_amnesty",
  "located_nowhere",
  "located_by_fellow",
  "transfer",
  "liberty_unproven",
  "not_confirmed_lately",
  "three_measures",
] as const;
export type WarningRule = (typeof warnings)[number];

/** Something about the facts of a case that somebody should look at, with the facts it is about. It stops nothing and changes no count. */
export interface CaseWarning {
  rule: WarningRule;
  facts: string[];
}

/**
 * What practice or an import left in a case although no form of the desk would have let it in, and what is worth a look even where it is
 * allowed. Judged on what is known now.
 */
export function warningsOf(facts: readonly DeskFact[], now: Date): CaseWarning[] {
  const known = facts.filter((fact) => statusOf(fact) === "known");
  const custody = known.filter((fact) => fact.track === "custody");
  const measures = known.filter((fact) => fact.track === "measure" && !fact.endEarliest && !fact.endLatest);
  return [
    ...custody.flatMap((fact, n) => custodyWarnings(fact, custody.slice(0, n), measures, known)),
    ...(lastConfirmed(facts, now)?.isStale ? [warning("not_confirmed_lately")] : []),
    ...threeAtOnce(measures),
  ];
}

const warning = (rule: WarningRule, ...facts: DeskFact[]): CaseWarning => ({
  rule,
  facts: facts.map(({ id }) => id),
});

function custodyWarnings(
  fact: DeskFact,
  before: readonly DeskFact[],
  measures: readonly DeskFact[],
  known: readonly DeskFact[],
): CaseWarning[] {
  const last = before.at(-1);
  const death = before.find(({ state }) => state === "died_in_custody");
  const isHeld = isHeldState(fact.state);
  const own = before.filter(({ episode }) => episode === fact.episode);
  const found: CaseWarning[] = [];
  if (death) found.push(warning("after_death", death, fact));
  if (fact.state.startsWith("released_") && !own.some(({ state }) => isHeldState(state)))
    found.push(warning("release_from_nothing", fact));
  const contradiction = releaseRefusal(fact, measures);
  if (contradiction) {
    const rule = contradiction === "house_arrest_open" ? "house_arrest_and_out" : "full_and_measures";
    found.push(warning(rule, fact, ...measures));
  }
  const amnesty = known.find(
    (one) =>
      one.state === "amnestied" &&
      (one.episode === null || one.episode === fact.episode) &&
      comesAfter(fact, one),
  );
  if (amnesty && fact.state === "apprehended" && own.length > 0)
    found.push(warning("detained_after_amnesty", amnesty, fact));
  if (isHeld && last && own.includes(last)) found.push(...whereWarnings(fact, last));
  if (
    isHeld &&
    last &&
    last.episode !== fact.episode &&
    !isHeldState(last.state) &&
    last.sources.length === 0
  )
    found.push(warning("liberty_unproven", last, fact));
  return found;
}

/** A hidden whereabouts ends with evidence of a place, and on a fellow detainee's word alone with little certainty; two sites on one day are a transfer. */
function whereWarnings(fact: DeskFact, last: DeskFact): CaseWarning[] {
  if (isDisappearance(last) && !isDisappearance(fact)) {
    if (placeMissing(fact) && fact.whereabouts !== "not_recorded")
      return [warning("located_nowhere", last, fact)];
    return fact.sources.every(({ kind }) => kind === "co_detainee")
      ? [warning("located_by_fellow", last, fact)]
      : [];
  }
  const moved = fact.facility !== null && last.facility !== null && fact.facility !== last.facility;
  const isSameDay = isOneDay(fact) && isOneDay(last) && sameMoment(fact.earliest, last.earliest);
  return moved && isSameDay ? [warning("transfer", last, fact)] : [];
}

const sameMoment = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime();

/** Never three measures at once, by law (COPP 242); practice has them, so it is said and not refused. */
function threeAtOnce(measures: readonly DeskFact[]): CaseWarning[] {
  const byArticle = measures.filter(({ state }) => state.startsWith("VE242."));
  return byArticle.length >= 3 ? [warning("three_measures", ...byArticle)] : [];
}
