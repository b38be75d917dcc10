import {
  caracasDate,
  custodyKnown,
  HOUR,
  instant,
  isInForce,
  isOut,
  knownAt,
  lowerBound,
  type OracleCase,
  type OracleFact,
  upperBound,
} from "./oracle-case";

/** Naive answers, one person, one moment, one known moment, straight from the text of the method: slow on purpose, nothing shared. */
export interface OracleAnswer {
  held: boolean;
  verified: boolean;
  permitted: boolean;
  merged: boolean;
  restricted: boolean;
  pending: boolean;
  cells: Record<string, string | boolean>;
}

export interface OracleStay {
  episode: number;
  /** Instant of its first fact. */
  start: number;
  entry: number | null;
  exit: number | null;
  exitFact: OracleFact | null;
  short: boolean;
  verdict: string | null;
}

export function permitted(person: OracleCase, k: number): boolean {
  const known = person.permissions.filter((row) => row.purpose === "count" && knownAt(row, k));
  return known.some((row) => row.granted) && known.every((row) => row.granted);
}

function verdictOn(person: OracleCase, k: number, episode: number | null): string | null {
  let last: string | null = null;
  for (const fact of person.facts) {
    if (fact.track !== "vetting" || !knownAt(fact, k)) continue;
    if (fact.episode == null || fact.episode === episode) last = fact.state;
  }
  return last;
}

/** The last custody fact in order in force at t; of one episode when asked. */
export function deciding(person: OracleCase, t: number, k: number, episode?: number): OracleFact | null {
  const facts = custodyKnown(person, k);
  let last: OracleFact | null = null;
  facts.forEach((fact, i) => {
    const at = instant(facts, i);
    if ((isOut(fact) ? at < t : at <= t) && (episode === undefined || fact.episode === episode)) last = fact;
  });
  return last;
}

/** Process facts known at k that belong to the episode: those that say so, and those during whose latest moment it was in progress. */
function processOf(person: OracleCase, k: number, episode: number): OracleFact[] {
  return person.facts
    .filter((fact) => {
      if (fact.track !== "process" || !knownAt(fact, k)) return false;
      if (fact.episode != null) return fact.episode === episode;
      return deciding(person, processMoment(fact), k)?.episode === episode;
    })
    .sort((a, b) => processMoment(a) - processMoment(b));
}
const processMoment = (fact: OracleFact) => upperBound(fact) ?? Date.parse(fact.knownFrom);

const hidden = (fact: OracleFact) =>
  !isOut(fact) &&
  (fact.state === "whereabouts_concealed" ||
    ["denied", "not_told_to_family"].includes(fact.whereabouts ?? ""));

export function stays(person: OracleCase, k: number): OracleStay[] {
  const facts = custodyKnown(person, k);
  const numbers = facts.map((fact) => fact.episode ?? 0).filter((n, i, all) => all.indexOf(n) === i);
  return numbers.map((episode, place) => {
    const at = (fact: OracleFact) => instant(facts, facts.indexOf(fact));
    const own = facts.filter((fact) => fact.episode === episode);
    const first = own[0] as OracleFact;
    const start = at(first);
    let entry = start;
    if (place === 0) {
      const reasons = [start + 48 * HOUR];
      const sign = own.find(
        (fact) =>
          hidden(fact) ||
          ["hospital_custody", "house_arrest", "release_ordered_not_executed"].includes(fact.state),
      );
      if (sign) reasons.push(at(sign));
      const act = processOf(person, k, episode).find((fact) => fact.state !== "presented");
      if (act) reasons.push(processMoment(act));
      entry = Math.max(start, Math.min(...reasons));
    }
    const ownOut = own.find(isOut) ?? null;
    // Nothing but an out fact ends it: without one of its own, the first that follows.
    const out = ownOut ?? facts.slice(facts.indexOf(first)).find(isOut) ?? null;
    const exit = out ? at(out) : null;
    const early = exit !== null && exit < entry;
    const lower = lowerBound(first);
    const upper = ownOut ? upperBound(ownOut) : null;
    const short = early && lower !== null && upper !== null && upper - lower <= 48 * HOUR;
    return {
      episode,
      start,
      entry: short ? null : early ? exit : entry,
      exit,
      exitFact: out,
      short,
      verdict: verdictOn(person, k, episode),
    };
  });
}

export function countedStays(person: OracleCase, k: number): OracleStay[] {
  if (!permitted(person, k)) return [];
  return stays(person, k).filter((stay) => stay.verdict === "verified_political");
}

export function answer(person: OracleCase, t: number, k: number): OracleAnswer {
  const around = countedStays(person, k).filter(
    (stay) => stay.entry !== null && stay.entry <= t && (stay.exit === null || stay.exit >= t),
  );
  const held = around.length > 0;
  const episode = around.at(-1)?.episode;
  const known = custodyKnown(person, k);
  const fact =
    deciding(person, t, k, episode) ?? (held ? (known.find((one) => one.episode === episode) ?? null) : null);
  const verdict = verdictOn(person, k, fact?.episode ?? null);
  const measured = person.facts.some(
    (fact) => fact.track === "measure" && knownAt(fact, k) && isInForce(person, fact, t, k),
  );
  const allowed = permitted(person, k);
  const verified = verdict === "verified_political";
  const vetting = person.facts.filter((one) => one.track === "vetting" && knownAt(one, k));
  return {
    held,
    verified,
    permitted: allowed,
    merged: verdict === "merged_duplicate",
    restricted: !held && verified && allowed && (fact?.state === "released_with_measures" || measured),
    pending: vetting.at(-1)?.state === "pending_evaluation",
    cells: fact ? cells(person, fact, t, k) : {},
  };
}

function cells(person: OracleCase, fact: OracleFact, t: number, k: number) {
  const episode = fact.episode ?? 0;
  const own = custodyKnown(person, k).filter((one) => one.episode === episode);
  const acts = processOf(person, k, episode)
    .filter((act) => processMoment(act) <= t)
    .map((act) => act.state);
  const unknown = hidden(fact);
  const located = ["located_incommunicado", "located_contact", "hospital_custody", "house_arrest"];
  const place =
    fact.whereabouts ?? ([...located, "release_ordered_not_executed"].includes(fact.state) ? "known" : "");
  const sentence = acts.lastIndexOf("convicted");
  const undone = Math.max(acts.lastIndexOf("conviction_annulled"), acts.lastIndexOf("acquitted"));
  const { sex, civilMilitary, nationality } = person.person;
  return {
    whereaboutsUnknown: unknown,
    houseArrest: fact.state === "house_arrest",
    releaseOrderedNotExecuted: fact.state === "release_ordered_not_executed",
    sentenceServed: acts.includes("sentence_served"),
    amnestied: acts.includes("amnestied"),
    sex: sex ?? "unknown",
    civilMilitary: civilMilitary?.startsWith("military") ? "military" : (civilMilitary ?? "unknown"),
    nationality: nationality ?? "unknown",
    ageGroup: age(person.person, own[0] as OracleFact),
    convicted: acts.length === 0 ? "unknown" : sentence > undone ? "convicted" : "notConvicted",
    whereabouts: unknown ? "unknown" : place === "known" && !isOut(fact) ? "known" : "notRecorded",
    stateOfDetention: own.find((one) => one.entity)?.entity ?? "unknown",
    stateHeld: unknown ? "unknown" : (fact.entity ?? "unknown"),
  };
}

function age(person: OracleCase["person"], first: OracleFact): string {
  const written = first.effective?.earliest ?? first.effective?.latest ?? first.knownFrom;
  const date = written.length === 10 ? written : caracasDate(Date.parse(written));
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  if (person.birthDate) {
    const [y, m, d] = person.birthDate.split("-").map(Number) as [number, number, number];
    const years = year - y - (month < m || (month === m && day < d) ? 1 : 0);
    return years < 18 ? "under18" : "adult";
  }
  const told = person.ageAtDetention;
  if (told && told.max <= 17) return "under18";
  if (told && told.min >= 18) return "adult";
  if (person.birthYear == null) return "unknown";
  const years = year - person.birthYear;
  return years >= 19 ? "adult" : years <= 17 ? "under18" : "unknown";
}
