import type { CountedFact, CountedPermission, Derivable, Moment } from "@/lib/cases/counting/schema";
import { type Bounds, toBounds, whereaboutsOf } from "@/lib/cases/facts/rules";
import type { CaseLine, Header } from "./schema";

/** A fact of a line with its bounds as instants and its known range as it will be stored. */
export type StoredFact = CaseLine["facts"][number] &
  Bounds & { position: number; endBounds: Bounds; knownFromAt: Date; knownToAt: Date | null };

const open: Bounds = { earliest: null, earliestByDay: false, latest: null, latestByDay: false };

/**
 * The facts of a line as they will stand: in the order of the file, known as the source knew them (`keep`) or from `confirmedAt`
 * on (`now`, where what the source had already superseded or retracted is left out).
 */
export function factsToStore(line: CaseLine, history: Header["history"], confirmedAt: Date): StoredFact[] {
  return line.facts.flatMap((fact, index) => {
    const known = knownRange(fact, history, confirmedAt);
    if (!known) return [];
    const { from, to } = known;
    const endBounds = fact.end ? toBounds(fact.end) : open;
    // An end without any date is known to have come by the time it was recorded.
    if (fact.end && !endBounds.earliest && !endBounds.latest) endBounds.latest = from;
    return [
      {
        ...fact,
        ...toBounds(fact.effective),
        position: index + 1,
        endBounds,
        knownFromAt: from,
        knownToAt: to,
      },
    ];
  });
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

/** What counts of a line, for a dry run and for comparing an import with its file. Standing is the source's word: it vetted its holders. */
export function derivableOf(line: CaseLine, history: Header["history"], confirmedAt: Date): Derivable {
  const { person } = line;
  const facts: CountedFact[] = factsToStore(line, history, confirmedAt).map((fact) => ({
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
  const permissions: CountedPermission[] = permissionsToStore(line, history, confirmedAt)
    .filter((permission) => permission.purpose === "count")
    .map(({ granted, knownFromAt, knownToAt }) => ({
      granted,
      standing: true,
      knownFrom: knownFromAt.getTime(),
      knownTo: ms(knownToAt),
    }));
  return {
    facts,
    permissions,
    traits: [
      {
        knownFrom: null,
        sex: person.sex,
        civilMilitary: person.civilMilitary,
        nationality: person.nationality,
        sectors: person.sectors,
        birthDate: person.birthDate,
        birthYear: person.birthYear,
        ageMin: person.ageAtDetention?.min ?? null,
        ageMax: person.ageAtDetention?.max ?? null,
      },
    ],
  };
}
