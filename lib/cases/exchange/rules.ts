import type { CountedFact, CountedPermission, Derivable, Moment } from "@/lib/cases/counting/schema";
import { type Bounds, toBounds, whereaboutsOf } from "@/lib/cases/facts/rules";
import type { CaseLine, Header } from "./schema";

type WrittenLine = Pick<CaseLine["facts"][number], keyof CaseLine["facts"][number]>;

/** A fact of a line with its bounds as instants and its known range as it will be stored. */
export type StoredFact = Omit<WrittenLine, "state"> &
  Bounds & {
    state: string;
    /** Its place in the line. */
    index: number;
    position: number;
    endBounds: Bounds;
    knownFromAt: Date;
    knownToAt: Date | null;
    endedByRelease: boolean;
  };

const open: Bounds = { earliest: null, earliestByDay: false, latest: null, latestByDay: false };

/**
 * The facts of a line as they will stand: in the order of the file, known as the source knew them (`keep`) or from `confirmedAt`
 * on (`now`, where what the source had already superseded or retracted is left out). House arrest as a measure ends with a release.
 */
export function factsToStore(line: CaseLine, history: Header["history"], confirmedAt: Date): StoredFact[] {
  const facts = line.facts.flatMap((fact, index): StoredFact[] => {
    const known = knownRange(fact, history, confirmedAt);
    if (!known) return [];
    const endBounds = fact.end ? toBounds(fact.end) : { ...open };
    // An end without any date is known to have come by the time it was recorded.
    if (fact.end && !endBounds.earliest && !endBounds.latest) endBounds.latest = known.from;
    const bounds = toBounds(fact.effective);
    // Each property by name: spreading what was read into another object costs more than all the rest of a line.
    return [
      {
        track: fact.track,
        state: fact.state,
        episode: fact.episode,
        effective: fact.effective,
        knownFrom: fact.knownFrom,
        knownTo: fact.knownTo,
        entity: fact.entity,
        facility: fact.facility,
        whereabouts: fact.whereabouts,
        forces: fact.forces,
        jurisdiction: fact.jurisdiction,
        basis: fact.basis,
        end: fact.end,
        authority: fact.authority,
        result: fact.result,
        sources: fact.sources,
        earliest: bounds.earliest,
        earliestByDay: bounds.earliestByDay,
        latest: bounds.latest,
        latestByDay: bounds.latestByDay,
        knownFromAt: known.from,
        knownToAt: known.to,
        index,
        position: index + 1,
        endBounds,
        endedByRelease: false,
      },
    ];
  });
  const releases = facts.filter((fact) => fact.track === "custody" && fact.state.startsWith("released_"));
  return facts.flatMap((fact) => (isOpenHouseArrest(fact) ? endedBy(fact, releases) : [fact]));
}

const isOpenHouseArrest = ({ track, state, endBounds }: StoredFact) =>
  track === "measure" && state === "VE242.1" && !endBounds.earliest && !endBounds.latest;

/** COPP 242.1: whoever is released is not under house arrest. The measure is open until the release is known, and ended by it since. */
function endedBy(measure: StoredFact, [release, ...later]: StoredFact[]): StoredFact[] {
  if (!release) return [measure];
  const from = new Date(Math.max(measure.knownFromAt.getTime(), release.knownFromAt.getTime()));
  const to = earlier(measure.knownToAt, release.knownToAt);
  const before = release.latest !== null && measure.earliest !== null && release.latest < measure.earliest;
  if (before || (to !== null && from >= to)) return endedBy(measure, later);
  const { earliest, earliestByDay, latest, latestByDay } = release;
  const bounded =
    earliest || latest ? { earliest, earliestByDay, latest, latestByDay } : { ...open, latest: from };
  const ended = { ...knownSince(measure, from), knownToAt: to, endBounds: bounded, endedByRelease: true };
  const rest: StoredFact[] = [];
  if (measure.knownFromAt < from) rest.push(...endedBy({ ...measure, knownToAt: from }, later));
  if (to !== null && (measure.knownToAt === null || to < measure.knownToAt)) {
    rest.push(...endedBy(knownSince(measure, to), later));
  }
  return [ended, ...rest];
}

/** The same measure as a row known from a later moment: without a latest bound it still began when it was first known. */
function knownSince(measure: StoredFact, from: Date): StoredFact {
  const began = new Date(Math.max(measure.knownFromAt.getTime(), measure.earliest?.getTime() ?? 0));
  return {
    ...measure,
    latest: measure.latest ?? (from > measure.knownFromAt ? began : null),
    knownFromAt: from,
  };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Likewise for permissions. */
export function permissionsToStore(line: CaseLine, history: Header["history"], confirmedAt: Date) {
  return line.permissions.flatMap((permission) => {
    const known = knownRange(permission, history, confirmedAt);
    return known ? [{ ...permission, knownFromAt: known.from, knownToAt: known.to }] : [];
  });
}

function knownRange(
  { knownFrom, knownTo }: { knownFrom: string | null; knownTo: string | null },
  history: Header["history"],
  confirmedAt: Date,
): { from: Date; to: Date | null } | null {
  const to = knownTo === null ? null : new Date(knownTo);
  if (history === "keep") return { from: knownFrom === null ? confirmedAt : new Date(knownFrom), to };
  return to !== null && to <= confirmedAt ? null : { from: confirmedAt, to };
}

const ms = (date: Date | null): Moment | null => date?.getTime() ?? null;

/** What counts of a line. Standing is the source's word: it vetted its holders. */
export function derivableOf(line: CaseLine, history: Header["history"], confirmedAt: Date): Derivable {
  const stored = factsToStore(line, history, confirmedAt);
  return derivableFrom(line.person, stored, permissionsToStore(line, history, confirmedAt));
}

type StoredPermission = ReturnType<typeof permissionsToStore>[number];

/** Likewise, of facts and permissions as they will be stored. */
export function derivableFrom(
  person: CaseLine["person"],
  stored: readonly StoredFact[],
  storedPermissions: readonly StoredPermission[],
): Derivable {
  const facts: CountedFact[] = stored.map((fact) => ({
    track: fact.track,
    state: fact.state,
    episode: fact.episode,
    position: fact.position,
    earliest: ms(fact.earliest),
    latest: ms(fact.latest),
    latestByDay: fact.latestByDay,
    knownFrom: fact.knownFromAt.getTime(),
    knownTo: ms(fact.knownToAt),
    entity: fact.entity,
    facility: fact.facility,
    whereabouts: whereaboutsOf(fact),
    endEarliest: ms(fact.endBounds.earliest),
    endLatest: ms(fact.endBounds.latest),
  }));
  const permissions: CountedPermission[] = storedPermissions
    .filter((permission) => permission.purpose === "count")
    .map(({ granted, knownFromAt, knownToAt }) => ({
      granted,
      standing: true,
      knownFrom: knownFromAt.getTime(),
      knownTo: ms(knownToAt),
    }));
  return { facts, permissions, traits: [traitsOf(person)] };
}

/** The plain counting columns of a person, known since they are in the registry. */
export const traitsOf = (person: CaseLine["person"]) => ({
  knownFrom: null,
  sex: person.sex,
  civilMilitary: person.civilMilitary,
  nationality: person.nationality,
  sectors: person.sectors,
  birthDate: person.birthDate,
  birthYear: person.birthYear,
  ageMin: person.ageAtDetention?.min ?? null,
  ageMax: person.ageAtDetention?.max ?? null,
});
