import { method } from "@/lib/cases/counting/method/schema";
import { isOneDay } from "@/lib/cases/facts/rules";
import { isHeldState, type Track } from "@/lib/cases/facts/schema";
import { type DeskFact, statusOf } from "../rules";

/** The two orders of a timeline: when things happened, and when the registry came to know them. */
export const orders = ["effective", "known"] as const;
export type TimelineOrder = (typeof orders)[number];

/** The moment a fact has in an order; what was never known stands where it was written down. */
export function momentOf(fact: DeskFact, order: TimelineOrder): Date {
  if (order === "known") return fact.knownFrom ?? fact.recordedAt;
  return fact.earliest ?? fact.latest ?? fact.knownFrom ?? fact.recordedAt;
}

/** The same facts in either order, oldest first; those of one moment keep their stored order. */
export const timelineOf = (facts: readonly DeskFact[], order: TimelineOrder): DeskFact[] =>
  [...facts].sort(
    (a, b) => momentOf(a, order).getTime() - momentOf(b, order).getTime() || a.position - b.position,
  );

/** The lanes of a timeline, in the order they stand side by side: the tracks that facts have. */
export const lanes = [
  "custody",
  "vetting",
  "process",
  "measure",
  "remedy",
] as const satisfies readonly Track[];
export type Lane = (typeof lanes)[number];

/** Facts that follow each other in an order and are said to be of one moment stand together. */
export function momentsOf(
  facts: readonly DeskFact[],
  order: TimelineOrder,
  textOf: (fact: DeskFact) => string,
): { text: string; facts: DeskFact[] }[] {
  const moments: { text: string; facts: DeskFact[] }[] = [];
  for (const fact of timelineOf(facts, order)) {
    const text = textOf(fact);
    const last = moments.at(-1);
    if (last?.text === text) last.facts.push(fact);
    else moments.push({ text, facts: [fact] });
  }
  return moments;
}

/** Two facts that cannot both be so, and in what they disagree. */
export interface Conflict {
  a: string;
  b: string;
  about: "place" | "whereabouts";
}

const told = (fact: DeskFact) => fact.whereabouts === "known";
const kept = (fact: DeskFact) => fact.whereabouts === "denied" || fact.whereabouts === "not_told_to_family";

/**
 * Known facts of one detention in custody whose dates overlap and that name different places, or of which one says that the place is
 * known and the other that it is denied. Two places on one exact day are a transfer, and no conflict. For looking, never for deciding.
 */
export function conflictsOf(facts: readonly DeskFact[]): Conflict[] {
  const held = facts.filter(
    (fact) => fact.track === "custody" && statusOf(fact) === "known" && isHeldState(fact.state),
  );
  return held.flatMap((a, index) =>
    held.slice(index + 1).flatMap((b): Conflict[] => {
      if (a.episode !== b.episode || !overlap(a, b)) return [];
      if (differ(a.facility, b.facility) || differ(a.entity, b.entity))
        return [{ a: a.id, b: b.id, about: "place" as const }];
      return (told(a) && kept(b)) || (kept(a) && told(b))
        ? [{ a: a.id, b: b.id, about: "whereabouts" as const }]
        : [];
    }),
  );
}

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

function overlap(a: DeskFact, b: DeskFact): boolean {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return false;
  const sameDay = isOneDay(a) && isOneDay(b);
  return !sameDay && a.earliest < b.latest && b.earliest < a.latest;
}

/** When somebody held was last placed in custody by a fact (R10), and how many days ago. */
export interface LastConfirmed {
  at: Date;
  days: number;
  /** Beyond the days after which monitors ask again; the person is counted all the same. */
  isStale: boolean;
}

const DAY = 86_400_000;
const confirms: Record<string, readonly string[]> = method.confirmedBy;

/**
 * The last known, wholly dated fact of the present detention that places the person in custody: as the counts of freshness have it
 * (R10). Null where the person is not held or nothing dated confirms it.
 */
export function lastConfirmed(facts: readonly DeskFact[], now: Date): LastConfirmed | null {
  const known = facts.filter((fact) => statusOf(fact) === "known");
  const last = known.filter((fact) => fact.track === "custody").at(-1);
  if (!last || !isHeldState(last.state)) return null;
  const began = known.find((fact) => fact.track === "custody" && fact.episode === last.episode)?.earliest;
  const dates = known.flatMap(({ track, state, episode, earliest, latest }) => {
    const isOfThis =
      episode === last.episode ||
      (episode === null && began != null && earliest !== null && earliest >= began);
    const isDated = earliest !== null && latest !== null && latest <= now;
    return isOfThis && isDated && confirms[track]?.includes(state) ? [earliest] : [];
  });
  const at = dates.reduce<Date | null>((most, date) => (most === null || date > most ? date : most), null);
  if (at === null) return null;
  const days = Math.floor((now.getTime() - at.getTime()) / DAY);
  return { at, days, isStale: days > method.freshWithin[0] };
}

export type StandingRule =
  | "house_arrest_open"
  | "measures_open"
  | "death_known"
  | "still_held"
  | "released"
  | "correction_waits";

/** What the facts of a case refuse at present, said before anybody posts: the same rules that the commands keep. */
export function standingRules(facts: readonly DeskFact[]): StandingRule[] {
  const rows = facts.filter((fact) => fact.knownTo === null);
  const replaced = new Set(rows.map((fact) => fact.supersedesId));
  const open = rows.filter(
    (fact) => fact.track === "measure" && !fact.endEarliest && !fact.endLatest && !replaced.has(fact.id),
  );
  const last = rows.filter((fact) => fact.track === "custody" && !replaced.has(fact.id)).at(-1);
  return [
    ...(open.some((fact) => fact.state === "VE242.1") ? (["house_arrest_open"] as const) : []),
    ...(open.some((fact) => fact.state !== "VE242.1") ? (["measures_open"] as const) : []),
    ...(last?.state === "died_in_custody" ? (["death_known"] as const) : []),
    ...(last && isHeldState(last.state) ? (["still_held"] as const) : []),
    ...(last && !isHeldState(last.state) && last.state !== "died_in_custody" ? (["released"] as const) : []),
    ...(rows.some((fact) => fact.knownFrom === null && fact.supersedesId)
      ? (["correction_waits"] as const)
      : []),
  ];
}
