import type { StaffActor } from "@/lib/auth/actor";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import { whereaboutsOf } from "@/lib/cases/facts/rules";
import { newReference } from "@/lib/cases/references/rules";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { contextOf } from "@/lib/people/queries";
import { newPersonKey } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { forces } from "@/lib/vocabularies/forces/schema";
import { facilities } from "@/lib/vocabularies/places/facilities/schema";
import { derivableOf, factsToStore, permissionsToStore, type StoredFact, traitsOf } from "../rules";
import type { CaseLine, Header } from "../schema";

export interface Batch {
  source: string;
  history: Header["history"];
  importedBy: string;
  importedAt: Date;
  confirmedBy: string;
  confirmedAt: Date;
}

const facilityCodes = new Set<string>(facilities.map((term) => term.code));
const forceCodes = new Set<string>(forces.map((term) => term.code));
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}`;

/**
 * Stores cases of a confirmed batch, facts known at once as the file says, with their derived rows: one statement per table. Names are
 * sealed each under a key of their own. `taken` are the references in use, which grow.
 */
export async function storeCases(
  tx: Tx,
  keys: StaffActor["keys"],
  lines: readonly CaseLine[],
  batch: Batch,
  taken: Set<string>,
): Promise<void> {
  const rows = lines.map((line) => rowsOf(keys, line, batch, taken));
  const json = (table: "people" | "traits" | "cases") => JSON.stringify(rows.map((row) => row[table]));
  const many = (table: "facts" | "sources" | "permissions" | "kin") =>
    JSON.stringify(rows.flatMap((row): readonly object[] => row[table]));
  await tx.$executeRaw`
    INSERT INTO registry.people (id, wrapped_key, identity, created_at)
    SELECT * FROM json_to_recordset(${json("people")}::json) AS r(id uuid, wrapped_key bytea, identity bytea, created_at timestamptz)`;
  await tx.$executeRaw`
    INSERT INTO registry.traits (id, person_id, known_from, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military,
      sectors, recorded_by, confirmed_by)
    SELECT id, person_id, NULL, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, sectors, recorded_by, confirmed_by
    FROM json_to_recordset(${json("traits")}::json) AS r(id uuid, person_id uuid, sex registry.sex, birth_date date, birth_year int,
      age_min int, age_max int, nationality registry.nationality, civil_military registry.civil_military, sectors text[], recorded_by text,
      confirmed_by text)`;
  await tx.$executeRaw`
    INSERT INTO registry.cases (id, person_id, reference, opened_by, opened_at, source, source_key)
    SELECT * FROM json_to_recordset(${json("cases")}::json) AS r(id uuid, person_id uuid, reference text, opened_by text,
      opened_at timestamptz, source text, source_key text)`;
  await tx.$executeRaw`
    INSERT INTO registry.permissions (id, case_id, purpose, granted, given_by, standing, known_from, known_to, recorded_by)
    SELECT * FROM json_to_recordset(${many("permissions")}::json) AS r(id uuid, case_id uuid, purpose registry.purpose, granted boolean,
      given_by text, standing boolean, known_from timestamptz, known_to timestamptz, recorded_by text)`;
  await tx.$executeRaw`
    INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day, known_from,
      known_to, entity, facility, whereabouts, forces, uncoded, jurisdiction, basis, end_earliest, end_earliest_by_day, end_latest,
      end_latest_by_day, authority, result, recorded_at, recorded_by, confirmed_by)
    SELECT * FROM json_to_recordset(${many("facts")}::json) AS r(id uuid, case_id uuid, track registry.track, state text, episode int,
      position float8, earliest timestamptz, earliest_by_day boolean, latest timestamptz, latest_by_day boolean, known_from timestamptz,
      known_to timestamptz, entity text, facility text, whereabouts text, forces text[], uncoded text[], jurisdiction text, basis text,
      end_earliest timestamptz, end_earliest_by_day boolean, end_latest timestamptz, end_latest_by_day boolean, authority text, result text,
      recorded_at timestamptz, recorded_by text, confirmed_by text)`;
  await tx.$executeRaw`
    INSERT INTO registry.fact_sources (id, fact_id, kind, origin)
    SELECT * FROM json_to_recordset(${many("sources")}::json) AS r(id uuid, fact_id uuid, kind text, origin text)`;
  await tx.$executeRaw`
    INSERT INTO registry.kin_notices (case_id, recorded_by, recorded_at)
    SELECT * FROM json_to_recordset(${many("kin")}::json) AS r(case_id uuid, recorded_by text, recorded_at timestamptz)`;
  await insertDerived(
    tx,
    rows.map(({ people }, index) => [
      people.id,
      derive(derivableOf(lines[index] as CaseLine, batch.history, batch.confirmedAt)),
    ]),
  );
}

function rowsOf(keys: StaffActor["keys"], line: CaseLine, batch: Batch, taken: Set<string>) {
  const { importedBy, importedAt, confirmedBy, confirmedAt, history, source } = batch;
  const personId = newId(confirmedAt);
  const caseId = newId(confirmedAt);
  const { key, wrapped } = newPersonKey(keys);
  const { givenNames, surnames, aliases, idDocument } = line.person;
  const {
    knownFrom: _,
    birthDate,
    birthYear,
    ageMin,
    ageMax,
    civilMilitary,
    ...traits
  } = traitsOf(line.person);
  const facts = factsToStore(line, history, confirmedAt).map((fact) => ({ id: newId(confirmedAt), fact }));
  let reference = newReference();
  while (taken.has(reference)) reference = newReference();
  taken.add(reference);
  return {
    people: {
      id: personId,
      wrapped_key: hex(wrapped),
      identity: hex(sealUnder(key, { givenNames, surnames, aliases, idDocument }, contextOf(personId))),
      created_at: confirmedAt,
    },
    traits: {
      id: newId(confirmedAt),
      person_id: personId,
      birth_date: birthDate,
      birth_year: birthYear,
      age_min: ageMin,
      age_max: ageMax,
      civil_military: civilMilitary,
      ...traits,
      recorded_by: importedBy,
      confirmed_by: confirmedBy,
    },
    cases: {
      id: caseId,
      person_id: personId,
      reference,
      opened_by: importedBy,
      opened_at: confirmedAt,
      source,
      source_key: line.key,
    },
    permissions: permissionsToStore(line, history, confirmedAt).map((permission) => ({
      id: newId(confirmedAt),
      case_id: caseId,
      purpose: permission.purpose,
      granted: permission.granted,
      given_by: permission.givenBy,
      standing: true,
      known_from: permission.knownFromAt,
      known_to: permission.knownToAt,
      recorded_by: importedBy,
    })),
    facts: facts.map(({ id, fact }) => factRow(id, caseId, fact, { importedAt, importedBy, confirmedBy })),
    sources: facts.flatMap(({ id, fact }) =>
      fact.sources.map(({ kind, origin }) => ({ id: newId(confirmedAt), fact_id: id, kind, origin })),
    ),
    kin: facts.some(({ fact }) => fact.state === "died_in_custody")
      ? [{ case_id: caseId, recorded_by: importedBy, recorded_at: confirmedAt }]
      : [],
  };
}

function factRow(
  id: string,
  caseId: string,
  fact: StoredFact,
  by: Pick<Batch, "importedAt" | "importedBy" | "confirmedBy">,
) {
  const { facility, forces: by_forces } = fact;
  const uncoded = [
    ...(facility !== null && !facilityCodes.has(facility) ? [facility] : []),
    ...by_forces.filter((code) => !forceCodes.has(code)),
  ];
  return {
    id,
    case_id: caseId,
    track: fact.track,
    state: fact.state,
    episode: fact.episode,
    position: fact.position,
    earliest: fact.earliest,
    earliest_by_day: fact.earliestByDay,
    latest: fact.latest,
    latest_by_day: fact.latestByDay,
    known_from: fact.knownFromAt,
    known_to: fact.knownToAt,
    entity: fact.entity,
    facility,
    whereabouts: whereaboutsOf(fact),
    forces: by_forces,
    uncoded,
    jurisdiction: fact.jurisdiction,
    basis: fact.basis,
    end_earliest: fact.endBounds.earliest,
    end_earliest_by_day: fact.endBounds.earliestByDay,
    end_latest: fact.endBounds.latest,
    end_latest_by_day: fact.endBounds.latestByDay,
    authority: fact.authority,
    result: fact.result,
    recorded_at: by.importedAt,
    recorded_by: by.importedBy,
    confirmed_by: by.confirmedBy,
  };
}
