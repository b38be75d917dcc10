import { permitted, stays } from "./oracle";
import { HOUR, isOut, lowerBound, type OracleCase, type OracleFact, upperBound } from "./oracle-case";
import type { tallyOf } from "./oracle-tally";
import type { windowShape } from "./oracle-window";

const custodyStates =
  "apprehended whereabouts_concealed located_incommunicado located_contact hospital_custody house_arrest release_ordered_not_executed released_with_measures released_full released_unspecified released_expelled expelled_deported left_without_release died_in_custody";
const vettingStates =
  "pending_evaluation verified_political arbitrary_not_political not_confirmed out_of_scope merged_duplicate";
const processStates =
  "presented preventive_detention_ordered charged accused trial convicted conviction_annulled acquitted dismissed sentence_served amnestied amnesty_denied pardoned";
const boundForms = "both_open open_earliest open_latest day days moment moments mixed";

const named = (prefix: string, words: string) => words.split(" ").map((word) => `${prefix} ${word}`);

/** Everything a proof must have met at least once, or it proves less than it says. */
export const everyFeature: string[] = [
  ...named("custody", custodyStates),
  ...named("vetting", vettingStates),
  ...named("process", processStates),
  ...named("held", boundForms),
  ...named("out", boundForms),
  ...named("measure", `${boundForms} open ended ended_any_time VE242.1_released`),
  ...named("known", "late early until corrected retracted at_once"),
  ...named("permission", "refused withdrawn other_purpose none"),
  ...named("episode", "2 3 of_verdict of_process no_entity"),
  ...named("clock", "2007 2016 midnight before_midnight after_midnight"),
  ...named("whereabouts", "absent known not_told_to_family denied not_recorded"),
  ...named(
    "stay",
    "48_hours told_at_once by_process again as_they_left short within_48_exactly joined unended",
  ),
  ...named("tally", "held.total restricted.total pending.total shortDetentions"),
  ...named("of", "whereaboutsUnknown houseArrest releaseOrderedNotExecuted sentenceServed amnestied"),
  ...named("sex", "woman man other unknown"),
  ...named("civilMilitary", "civilian military unknown"),
  ...named("ageGroup", "under18 adult unknown"),
  ...named("convicted", "convicted notConvicted unknown"),
  ...named("nationality", "national dual foreign unknown"),
  ...named("whereabouts cell", "known unknown notRecorded"),
  ...named("stateOfDetention", "VE-A VE-K VE-Z unknown"),
  ...named("stateHeld", "VE-A VE-K VE-Z unknown"),
  ...named("flow", "newDetentions redetentions deaths leftWithoutRelease shortDetentions removals"),
  ...named("releases", "events persons withMeasures full expelled unspecified twice"),
  ...named("term", "lateRegistrations+ lateExits- removals- merges+ merges- corrections+ corrections-"),
];

/** What the facts of a person bring. */
export function featuresOf(person: OracleCase): string[] {
  const found = person.facts.flatMap((fact) => featuresOfFact(fact, person));
  for (const { purpose, granted, knownTo } of person.permissions) {
    if (purpose !== "count") found.push("permission other_purpose");
    else if (!granted) found.push("permission refused");
    else if (knownTo != null) found.push("permission withdrawn");
  }
  return found;
}

function featuresOfFact(fact: OracleFact, person: OracleCase): string[] {
  const { track, state, episode, entity, whereabouts, knownFrom, knownTo } = fact;
  const found = [`${track} ${state}`, ...clocks(fact)];
  const [low, high, known] = [lowerBound(fact), upperBound(fact), Date.parse(knownFrom)];
  if (high !== null && known > high) found.push("known late");
  if (low !== null && known < low) found.push("known early");
  if (low === known) found.push("known at_once");
  if (knownTo != null) {
    const beside = person.facts.some((other) => other.track === track && other.knownFrom === knownTo);
    found.push("known until", beside ? "known corrected" : "known retracted");
  }
  if (track === "custody") {
    found.push(`${isOut(fact) ? "out" : "held"} ${boundForm(fact)}`, `episode ${episode}`);
    if (!isOut(fact)) found.push(`whereabouts ${whereabouts ?? "absent"}`);
    if (entity == null) found.push("episode no_entity");
  }
  if (track === "vetting" && episode != null) found.push("episode of_verdict");
  if (track === "process" && episode != null) found.push("episode of_process");
  if (track === "measure") {
    const dated = fact.end?.earliest ?? fact.end?.latest;
    found.push(`measure ${boundForm(fact)}`);
    found.push(
      fact.end == null ? "measure open" : dated == null ? "measure ended_any_time" : "measure ended",
    );
    const released = person.facts.some((other) => other.state.startsWith("released_"));
    if (state === "VE242.1" && released) found.push("measure VE242.1_released");
  }
  return found;
}

function boundForm({ effective }: OracleFact): string {
  const [low, high] = [effective?.earliest ?? null, effective?.latest ?? null];
  if (low === null) return high === null ? "both_open" : "open_earliest";
  if (high === null) return "open_latest";
  if (low === high) return low.length === 10 ? "day" : "moment";
  if (low.length !== high.length && (low.length === 10 || high.length === 10)) return "mixed";
  return low.length === 10 ? "days" : "moments";
}

function clocks({ effective }: OracleFact): string[] {
  return [effective?.earliest, effective?.latest].flatMap((written) => {
    if (written == null) return [];
    const found: string[] = [];
    if (/^2007-12-(09|10)/.test(written)) found.push("clock 2007");
    if (/^2016-0(4-30|5-01)/.test(written)) found.push("clock 2016");
    if (written.includes("T00:00:00-04")) found.push("clock midnight");
    if (written.includes("T23:59:59.999")) found.push("clock before_midnight");
    if (written.includes("T00:00:00.001")) found.push("clock after_midnight");
    return found;
  });
}

/** How the person came to count and stopped, as known at k. */
export function featuresOfStays(person: OracleCase, k: number): string[] {
  if (!permitted(person, k)) return ["permission none"];
  const counted = stays(person, k).filter((stay) => stay.verdict === "verified_political");
  return counted.flatMap(({ entry, exit, exitFact, episode, short, start }, place) => {
    const found: string[] = short ? ["stay short"] : [];
    const before = counted[place - 1];
    if (entry !== null && entry === exit) found.push("stay as_they_left");
    else if (entry === start + 48 * HOUR) found.push("stay 48_hours");
    else if (entry === start) found.push(before ? "stay again" : "stay told_at_once");
    else if (entry !== null) found.push("stay by_process");
    if (exit !== null && exit - start === 48 * HOUR) found.push("stay within_48_exactly");
    if (before && before.exit === entry) found.push("stay joined");
    if (exitFact && exitFact.episode !== episode) found.push("stay unended");
    return found;
  });
}

export function featuresOfTally({
  held,
  partitions,
  restricted,
  pending,
  shortDetentions,
}: ReturnType<typeof tallyOf>) {
  const lines: Record<string, number> = {
    "tally held.total": held.total,
    "tally restricted.total": restricted.total,
    "tally pending.total": pending.total,
    "tally shortDetentions": shortDetentions,
  };
  for (const [flag, n] of Object.entries(held.ofWhich)) lines[`of ${flag}`] = n;
  for (const [name, cells] of Object.entries(partitions)) {
    const prefix = name === "whereabouts" ? "whereabouts cell" : name;
    for (const [cell, n] of Object.entries(cells)) lines[`${prefix} ${cell}`] = n;
  }
  return notZero(lines);
}

export function featuresOfWindow({ flows, reconciliation }: ReturnType<typeof windowShape>): string[] {
  const lines: Record<string, number> = {};
  const { releases, ...rest } = flows;
  for (const [flow, n] of Object.entries(rest)) lines[`flow ${flow}`] = n;
  for (const [kind, n] of Object.entries(releases)) lines[`releases ${kind}`] = n;
  lines["releases twice"] = releases.events - releases.persons;
  for (const [term, n] of Object.entries(reconciliation.terms)) lines[`term ${term}${n > 0 ? "+" : "-"}`] = n;
  return notZero(lines);
}

const notZero = (lines: Record<string, number>) =>
  Object.entries(lines).flatMap(([name, n]) => (n === 0 ? [] : [name]));
