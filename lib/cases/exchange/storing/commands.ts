import { writeDerived } from "@/lib/cases/counting/commands";
import type { Tx } from "@/lib/db/connect";
import type { MadePage } from "../making/commands";
import type { Batch } from "../making/schema";

/** Stores cases of a confirmed batch, facts known at once as the file says, with their derived rows: one statement per table. */
export async function storeCases(tx: Tx, page: MadePage, batch: Batch): Promise<void> {
  await storePeople(tx, page, batch);
  await storePermissions(tx, page, batch);
  if (page.evidence.length > 0) await tx.evidence.createMany({ data: page.evidence });
  // A death is known only beside a notice to next of kin: those come first.
  if (page.kin.length > 0) await tx.kinNotice.createMany({ data: page.kin });
  await storeFacts(tx, page, batch);
  await writeDerived(tx, page.derived);
}

async function storePeople(tx: Tx, page: MadePage, batch: Batch): Promise<void> {
  const { people, traits, dossiers } = page;
  const { importedBy, confirmedBy, confirmedAt, source } = batch;
  if (!people || !traits || !dossiers) return;
  await tx.$executeRaw`
    INSERT INTO registry.people (id, wrapped_key, identity, created_at)
    SELECT *, ${confirmedAt}::timestamptz
    FROM unnest(${people.id}::uuid[], ${people.wrappedKey}::bytea[], ${people.identity}::bytea[])`;
  await tx.$executeRaw`
    INSERT INTO registry.traits (id, person_id, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, recorded_by,
      confirmed_by, sectors)
    SELECT id, person_id, sex::registry.sex, birth_date, birth_year, age_min, age_max, nationality::registry.nationality,
      civil_military::registry.civil_military, ${importedBy}, ${confirmedBy},
      sectors::text[]
    FROM unnest(${traits.id}::uuid[], ${traits.personId}::uuid[], ${traits.sex}::text[], ${traits.birthDate}::date[],
      ${traits.birthYear}::int[], ${traits.ageMin}::int[], ${traits.ageMax}::int[], ${traits.nationality}::text[],
      ${traits.civilMilitary}::text[], ${traits.sectors}::text[])
      AS r(id, person_id, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, sectors)`;
  await tx.$executeRaw`
    INSERT INTO registry.cases (id, person_id, reference, source_key, source_mark, opened_by, opened_at, source)
    SELECT *, ${importedBy}, ${confirmedAt}::timestamptz, ${source}
    FROM unnest(${dossiers.id}::uuid[], ${dossiers.personId}::uuid[], ${dossiers.reference}::text[], ${dossiers.sourceKey}::text[],
      ${dossiers.sourceMark}::bytea[])`;
}

/** Standing is the source's word, which vetted its holders; a row of the template bears nobody's. */
async function storePermissions(
  tx: Tx,
  { permissions }: MadePage,
  { kind, importedBy }: Batch,
): Promise<void> {
  if (!permissions) return;
  await tx.$executeRaw`
    INSERT INTO registry.permissions (id, case_id, purpose, granted, given_by, known_from, known_to, standing, recorded_by)
    SELECT id, case_id, purpose::registry.purpose, granted, given_by, known_from, known_to, ${kind === "registry"}::boolean, ${importedBy}
    FROM unnest(${permissions.id}::uuid[], ${permissions.caseId}::uuid[], ${permissions.purpose}::text[],
      ${permissions.granted}::boolean[], ${permissions.givenBy}::text[], ${permissions.knownFrom}::timestamptz[],
      ${permissions.knownTo}::timestamptz[]) AS r(id, case_id, purpose, granted, given_by, known_from, known_to)`;
}

async function storeFacts(tx: Tx, { facts: fact, sources }: MadePage, batch: Batch): Promise<void> {
  const { importedAt, importedBy, confirmedBy } = batch;
  if (fact)
    await tx.$executeRaw`
      INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day, known_from,
        known_to, entity, facility, whereabouts, jurisdiction, basis, end_earliest, end_earliest_by_day, end_latest, end_latest_by_day,
        authority, result, recorded_at, recorded_by, confirmed_by, forces, uncoded)
      SELECT id, case_id, track::registry.track, state, episode, position, earliest, by_day & 1 <> 0, latest, by_day & 2 <> 0, known_from,
        known_to, entity, facility, whereabouts, jurisdiction, basis, end_earliest, by_day & 4 <> 0, end_latest, by_day & 8 <> 0,
        authority, result, ${importedAt}::timestamptz, ${importedBy}, ${confirmedBy}, forces::text[], uncoded::text[]
      FROM unnest(${fact.id}::uuid[], ${fact.caseId}::uuid[], ${fact.track}::text[], ${fact.state}::text[],
        ${fact.episode}::int[], ${fact.position}::float8[], ${fact.earliest}::timestamptz[], ${fact.latest}::timestamptz[],
        ${fact.byDay}::int[], ${fact.knownFrom}::timestamptz[], ${fact.knownTo}::timestamptz[], ${fact.entity}::text[],
        ${fact.facility}::text[], ${fact.whereabouts}::text[], ${fact.jurisdiction}::text[], ${fact.basis}::text[],
        ${fact.endEarliest}::timestamptz[], ${fact.endLatest}::timestamptz[], ${fact.authority}::text[], ${fact.result}::text[],
        ${fact.forces}::text[], ${fact.uncoded}::text[])
        AS r(id, case_id, track, state, episode, position, earliest, latest, by_day, known_from, known_to, entity, facility, whereabouts,
          jurisdiction, basis, end_earliest, end_latest, authority, result, forces, uncoded)`;
  if (sources)
    await tx.$executeRaw`
      INSERT INTO registry.fact_sources (id, fact_id, kind, origin)
      SELECT * FROM unnest(${sources.id}::uuid[], ${sources.factId}::uuid[], ${sources.kind}::text[], ${sources.origin}::text[])`;
}
