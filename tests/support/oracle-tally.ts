import { answer, countedStays, type OracleStay, permitted, stays } from "./oracle";
import type { OracleCase } from "./oracle-case";

const zeros = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<string, number>;
const entities = [..."ABCDEFGHIJKLMNOPRSTUVWXYZ"].map((letter) => `VE-${letter}`);

const partitions: Record<string, string[]> = {
  sex: ["woman", "man", "other", "unknown"],
  civilMilitary: ["civilian", "military", "unknown"],
  ageGroup: ["under18", "adult", "unknown"],
  convicted: ["convicted", "notConvicted", "unknown"],
  nationality: ["national", "dual", "foreign", "unknown"],
  whereabouts: ["known", "unknown", "notRecorded"],
  stateOfDetention: [...entities, "unknown"],
  stateHeld: [...entities, "unknown"],
};
const flags = [
  "whereaboutsUnknown",
  "houseArrest",
  "releaseOrderedNotExecuted",
  "sentenceServed",
  "amnestied",
];

/** The whole tally, one person after another. */
export function tallyOf(people: OracleCase[], t: number, k: number) {
  const tally = {
    held: { total: 0, ofWhich: zeros(flags) },
    partitions: Object.fromEntries(Object.entries(partitions).map(([name, cells]) => [name, zeros(cells)])),
    restricted: { total: 0 },
    shortDetentions: 0,
    pending: { total: 0 },
  };
  for (const person of people) {
    const now = answer(person, t, k);
    if (now.pending) tally.pending.total++;
    if (now.restricted) tally.restricted.total++;
    tally.shortDetentions += countedStays(person, k).filter(
      (stay) => stay.short && (stay.exit ?? t) < t,
    ).length;
    if (!now.held) continue;
    tally.held.total++;
    for (const flag of flags)
      if (now.cells[flag]) tally.held.ofWhich[flag] = (tally.held.ofWhich[flag] ?? 0) + 1;
    for (const [name, counts] of Object.entries(tally.partitions)) {
      const cell = String(now.cells[name]);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return tally;
}

/** What happened to one person as known at k: entries and exits, where stays ended by the same fact are one detention. */
function detentions(person: OracleCase, k: number) {
  const counting = countedStays(person, k).filter((stay) => stay.entry !== null);
  const spells: (OracleStay & { entry: number })[] = [];
  for (const stay of counting) {
    const same = spells.find((spell) => spell.exitFact === stay.exitFact);
    if (!same) spells.push({ ...stay, entry: stay.entry ?? 0 });
    else same.entry = Math.min(same.entry, stay.entry ?? 0);
  }
  return spells;
}

/** Flows and reconciliation of a window, counted apart from held(): nothing here makes them close but the text. */
export function windowOf(people: OracleCase[], a: number, b: number, kA: number, kB: number) {
  const releases = { events: 0, persons: 0, withMeasures: 0, full: 0, expelled: 0, unspecified: 0 };
  const flows = { newDetentions: 0, redetentions: 0, deaths: 0, leftWithoutRelease: 0, shortDetentions: 0 };
  const terms = { lateRegistrations: 0, lateExits: 0, removals: 0, merges: 0, corrections: 0 };
  let opening = 0;
  let closing = 0;
  for (const person of people) {
    let released = 0;
    detentions(person, kB).forEach(({ entry, exit, exitFact }, i, all) => {
      // At the very instant of a release, being detained again falls in the windows in which the release falls.
      const joined = i > 0 && all[i - 1]?.exit === entry;
      if (joined ? entry >= a && entry < b : entry > a && entry <= b) {
        if (i === 0) flows.newDetentions++;
        else flows.redetentions++;
      }
      if (exit === null || exit < a || exit >= b) return;
      if (exitFact?.state === "died_in_custody") flows.deaths++;
      else if (!exitFact?.state.startsWith("released_")) flows.leftWithoutRelease++;
      else {
        released++;
        if (exitFact.state === "released_with_measures") releases.withMeasures++;
        if (exitFact.state === "released_full") releases.full++;
        if (exitFact.state === "released_expelled") releases.expelled++;
        if (exitFact.state === "released_unspecified") releases.unspecified++;
      }
    });
    releases.events += released;
    releases.persons += released > 0 ? 1 : 0;
    flows.shortDetentions += countedStays(person, kB).filter(
      ({ short, exit }) => short && exit !== null && exit >= a && exit < b,
    ).length;
    const before = answer(person, a, kA);
    const after = answer(person, a, kB);
    opening += before.held ? 1 : 0;
    closing += answer(person, b, kB).held ? 1 : 0;
    if (before.held === after.held) continue;
    const sign = after.held ? 1 : -1;
    if (before.merged !== after.merged) terms.merges += sign;
    else if (sign < 0 && leftBefore(person, a, kA, kB)) terms.lateExits += sign;
    else if (sign < 0 && !(after.verified && permitted(person, kB))) terms.removals += sign;
    else if (sign > 0 && !(before.verified && permitted(person, kA))) terms.lateRegistrations += sign;
    else terms.corrections += sign;
  }
  return { opening, closing, releases, ...flows, ...terms };
}

/** Whether kB knows an exit before a of the detention in which the person was held at (a, kA). */
function leftBefore(person: OracleCase, a: number, kA: number, kB: number): boolean {
  const held = countedStays(person, kA).findLast(
    (stay) => stay.entry !== null && stay.entry <= a && (stay.exit === null || stay.exit >= a),
  );
  return stays(person, kB).some(
    ({ episode, exit }) => episode === held?.episode && exit !== null && exit < a,
  );
}
