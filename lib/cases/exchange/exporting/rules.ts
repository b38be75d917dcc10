import { needsStanding } from "@/lib/consent/rules";
import { dateInCaracas } from "@/lib/core/clock";
import type { WrittenCase } from "../schema";

interface Bound {
  at: Date | null;
  byDay: boolean;
}

/** A bound as it was written: the day where a day was written, otherwise the moment. */
export function writtenEarliest({ at, byDay }: Bound): string | null {
  if (at === null) return null;
  return byDay ? dateInCaracas(at) : at.toISOString();
}

/** A whole day ends at the next midnight: the day written is the one before. */
export function writtenLatest({ at, byDay }: Bound): string | null {
  if (at === null) return null;
  return byDay ? dateInCaracas(new Date(at.getTime() - 1)) : at.toISOString();
}

export interface ExportedFact {
  track: string;
  state: string;
  episode: number | null;
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
  endEarliest: Date | null;
  endEarliestByDay: boolean;
  endLatest: Date | null;
  endLatestByDay: boolean;
  knownFrom: Date | null;
  knownTo: Date | null;
  entity: string | null;
  facility: string | null;
  whereabouts: string | null;
  forces: string[];
  jurisdiction: string | null;
  basis: string | null;
  authority: string | null;
  result: string | null;
  sources: { kind: string; origin: string }[];
}

/** A fact as a line bears it; what was never known, not even for a moment, is not given away. */
export function writtenFact(fact: ExportedFact): NonNullable<WrittenCase["facts"]>[number][] {
  const { knownFrom, knownTo, endEarliest, endLatest } = fact;
  if (knownFrom === null || knownTo?.getTime() === knownFrom.getTime()) return [];
  const ended = endEarliest !== null || endLatest !== null;
  return [
    {
      track: fact.track,
      state: fact.state,
      episode: fact.episode,
      effective: {
        earliest: writtenEarliest({ at: fact.earliest, byDay: fact.earliestByDay }),
        latest: writtenLatest({ at: fact.latest, byDay: fact.latestByDay }),
      },
      knownFrom: knownFrom.toISOString(),
      knownTo: knownTo?.toISOString() ?? null,
      entity: fact.entity,
      facility: fact.facility,
      whereabouts: fact.whereabouts,
      forces: fact.forces,
      jurisdiction: fact.jurisdiction,
      basis: fact.basis,
      end: ended
        ? {
            earliest: writtenEarliest({ at: endEarliest, byDay: fact.endEarliestByDay }),
            latest: writtenLatest({ at: endLatest, byDay: fact.endLatestByDay }),
          }
        : null,
      authority: fact.authority,
      result: fact.result,
      sources: fact.sources,
    },
  ];
}

interface ExportedPermission {
  purpose: NonNullable<WrittenCase["permissions"]>[number]["purpose"];
  granted: boolean;
  standing: boolean;
  givenBy: string;
  knownFrom: Date;
  knownTo: Date | null;
}

/**
 * A permission as a line bears it. A file knows no standing, and whoever imports it takes every word for one with standing: so of
 * those without it only what counts alike either way is given, permission to be kept and counted. A refusal that stops nothing here
 * must not begin to elsewhere, nor a permission that names nobody here begin to name.
 */
export function writtenPermission({
  purpose,
  granted,
  standing,
  givenBy,
  knownFrom,
  knownTo,
}: ExportedPermission) {
  if (!standing && !(granted && !needsStanding(purpose))) return [];
  return [
    {
      purpose,
      granted,
      givenBy,
      knownFrom: knownFrom.toISOString(),
      knownTo: knownTo?.toISOString() ?? null,
    },
  ];
}
