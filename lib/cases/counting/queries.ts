import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import type { CountedFact, CountedTraits, Derivable } from "./schema";

interface Rows {
  person_id: string;
  facts: CountedFact[] | null;
  permissions: Derivable["permissions"] | null;
  traits: CountedTraits[] | null;
}

const ms = (column: string) => Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);

/**
 * What counts of these people, as the transaction sees it: confirmed facts, permissions to count and traits, moments in
 * milliseconds. No name, no words. For the counting itself only.
 */
export async function loadDerivables(tx: Tx, personIds: readonly string[]): Promise<Map<string, Derivable>> {
  const rows = await tx.$queryRaw<Rows[]>`
    SELECT p.id AS person_id,
      (SELECT json_agg(json_build_object('track', f.track, 'state', f.state, 'episode', f.episode, 'position', f.position,
          'earliest', ${ms("f.earliest")}, 'latest', ${ms("f.latest")}, 'latestByDay', f.latest_by_day,
          'knownFrom', ${ms("f.known_from")}, 'knownTo', ${ms("f.known_to")}, 'entity', f.entity, 'facility', f.facility,
          'whereabouts', f.whereabouts, 'endEarliest', ${ms("f.end_earliest")}, 'endLatest', ${ms("f.end_latest")}))
        FROM registry.facts f WHERE f.case_id = c.id AND f.known_from IS NOT NULL AND f.track <> 'remedy') AS facts,
      (SELECT json_agg(json_build_object('granted', q.granted, 'standing', q.standing,
          'knownFrom', ${ms("q.known_from")}, 'knownTo', ${ms("q.known_to")}))
        FROM registry.permissions q WHERE q.case_id = c.id AND q.purpose = 'count') AS permissions,
      (SELECT json_agg(json_build_object('knownFrom', ${ms("t.known_from")}, 'sex', t.sex, 'civilMilitary', t.civil_military,
          'nationality', t.nationality, 'sectors', t.sectors, 'birthDate', t.birth_date, 'birthYear', t.birth_year,
          'ageMin', t.age_min, 'ageMax', t.age_max))
        FROM registry.traits t WHERE t.person_id = p.id) AS traits
    FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
    WHERE p.id = ANY(${personIds as string[]}::uuid[])`;
  return new Map(
    rows.map((row) => [
      row.person_id,
      { facts: row.facts ?? [], permissions: row.permissions ?? [], traits: row.traits ?? [] },
    ]),
  );
}
