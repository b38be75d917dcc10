import type { StaffActor } from "@/lib/auth/actor";
import { insertDerived } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import type { Derived } from "@/lib/cases/counting/schema";
import { whereaboutsOf } from "@/lib/cases/facts/rules";
import { newReference } from "@/lib/cases/references/rules";
import type { Tx } from "@/lib/db/connect";
import { columnsOf } from "@/lib/db/sql";
import { evidenceContext } from "@/lib/evidence/queries";
import { type EvidenceInput, evidenceInput } from "@/lib/evidence/schema";
import { contextOf } from "@/lib/people/queries";
import { markUnderVault, newPersonKey } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { forces } from "@/lib/vocabularies/forces/schema";
import { facilities } from "@/lib/vocabularies/places/facilities/schema";
import type { BatchKind } from "../batches/schema";
import { derivableFrom, factsToStore, permissionsToStore, type StoredFact, traitsOf } from "../rules";
import type { CaseLine, Header } from "../schema";

export interface Batch {
  /** Rows of the template bring nobody's standing: their answers are an organisation's word. */
  kind: BatchKind;
  source: string;
  history: Header["history"];
  importedBy: string;
  importedAt: Date;
  confirmedBy: string;
  confirmedAt: Date;
}

/** What an import draws while it runs: ids in ascending order, and references that nobody has; `taken` grows. */
export interface Drawn {
  id: () => string;
  taken: Set<string>;
}

const facilityCodes = new Set<string>(facilities.map((term) => term.code));
const forceCodes = new Set<string>(forces.map((term) => term.code));

/** A line as it was staged: a case and, of a row of the template, its words. */
export type StagedCase = CaseLine & { words?: EvidenceInput };

/** One case of a confirmed batch as its rows, derived ones too; its names sealed under a key of their own. */
export type CaseRows = ReturnType<typeof rowsOf>;

/** What tells whether a later file of the source says something else of a case: the line as read, its defaults filled in. */
export const markOfLine = (keys: StaffActor["keys"], line: CaseLine) =>
  markUnderVault(keys, line, "import line");

/** Makes the rows of one case, and writes nothing: so that it can run while the database is busy with other cases. */
export function rowsOf(keys: StaffActor["keys"], staged: StagedCase, batch: Batch, { id, taken }: Drawn) {
  const { words, ...line } = staged;
  const { importedBy, importedAt, confirmedBy, confirmedAt, history, source } = batch;
  const [personId, caseId] = [id(), id()];
  const { key, wrapped } = newPersonKey(keys);
  const { givenNames, surnames, aliases, idDocument } = line.person;
  const { knownFrom: _, ...traits } = traitsOf(line.person);
  const stored = factsToStore(line, history, confirmedAt);
  const permissions = permissionsToStore(line, history, confirmedAt);
  const facts = stored.map((fact) => factRow(id(), caseId, fact));
  let reference = newReference();
  while (taken.has(reference)) reference = newReference();
  taken.add(reference);
  return {
    person: {
      id: personId,
      wrappedKey: wrapped,
      identity: sealUnder(key, { givenNames, surnames, aliases, idDocument }, contextOf(personId)),
      createdAt: confirmedAt,
    },
    traits: { id: id(), personId, ...traits, recordedBy: importedBy, confirmedBy },
    dossier: {
      id: caseId,
      personId,
      reference,
      openedBy: importedBy,
      openedAt: confirmedAt,
      source,
      sourceKey: line.key,
      sourceMark: markOfLine(keys, line),
    },
    permissions: permissions.map(({ purpose, granted, givenBy, knownFromAt, knownToAt }) => ({
      id: id(),
      caseId,
      purpose,
      granted,
      givenBy,
      standing: batch.kind === "registry",
      knownFrom: knownFromAt,
      knownTo: knownToAt,
      recordedBy: importedBy,
    })),
    facts: facts.map((fact) => ({
      ...fact,
      recordedAt: importedAt,
      recordedBy: importedBy,
      confirmedBy,
    })),
    sources: stored.flatMap((fact, index) =>
      fact.sources.map(({ kind, origin }) => ({ id: id(), factId: facts[index]?.id ?? "", kind, origin })),
    ),
    evidence: words ? [evidenceRow(id(), caseId, key, words, batch)] : [],
    kin: stored.some((fact) => fact.state === "died_in_custody")
      ? [{ caseId, recordedBy: importedBy, recordedAt: confirmedAt }]
      : [],
    derived: [personId, derive(derivableFrom(line.person, stored, permissions))] as [string, Derived],
  };
}

function evidenceRow(
  id: string,
  caseId: string,
  key: Uint8Array,
  input: EvidenceInput,
  { importedAt, importedBy }: Batch,
) {
  const { words, ...plain } = evidenceInput.parse(input);
  const sealed = sealUnder(key, words, evidenceContext(id));
  return { id, caseId, ...plain, sealed, receivedAt: importedAt, addedBy: importedBy };
}

function factRow(id: string, caseId: string, fact: StoredFact) {
  const { facility, forces: by_forces, endBounds } = fact;
  const uncoded = [
    ...(facility !== null && !facilityCodes.has(facility) ? [facility] : []),
    ...by_forces.filter((code) => !forceCodes.has(code)),
  ];
  return {
    id,
    caseId,
    track: fact.track,
    state: fact.state,
    episode: fact.episode,
    position: fact.position,
    earliest: fact.earliest,
    earliestByDay: fact.earliestByDay,
    latest: fact.latest,
    latestByDay: fact.latestByDay,
    knownFrom: fact.knownFromAt,
    knownTo: fact.knownToAt,
    entity: fact.entity,
    facility,
    whereabouts: whereaboutsOf(fact),
    forces: by_forces,
    uncoded,
    jurisdiction: fact.jurisdiction,
    basis: fact.basis,
    endEarliest: endBounds.earliest,
    endEarliestByDay: endBounds.earliestByDay,
    endLatest: endBounds.latest,
    endLatestByDay: endBounds.latestByDay,
    authority: fact.authority,
    result: fact.result,
  };
}

/** Stores cases of a confirmed batch, facts known at once as the file says, with their derived rows: one statement per table. */
export async function storeCases(tx: Tx, rows: readonly CaseRows[]): Promise<void> {
  const [person, trait, dossier] = [
    columnsOf(rows.map((row) => row.person)),
    columnsOf(rows.map((row) => row.traits)),
    columnsOf(rows.map((row) => row.dossier)),
  ];
  await tx.$executeRaw`
    INSERT INTO registry.people (id, wrapped_key, identity, created_at)
    SELECT * FROM unnest(${person("id")}::uuid[], ${person("wrappedKey")}::bytea[], ${person("identity")}::bytea[],
      ${person("createdAt")}::timestamptz[])`;
  await tx.$executeRaw`
    INSERT INTO registry.traits (id, person_id, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, recorded_by,
      confirmed_by, sectors)
    SELECT id, person_id, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, recorded_by, confirmed_by,
      sectors::text[]
    FROM unnest(${trait("id")}::uuid[], ${trait("personId")}::uuid[], ${trait("sex")}::registry.sex[], ${trait("birthDate")}::date[],
      ${trait("birthYear")}::int[], ${trait("ageMin")}::int[], ${trait("ageMax")}::int[], ${trait("nationality")}::registry.nationality[],
      ${trait("civilMilitary")}::registry.civil_military[], ${trait("recordedBy")}::text[], ${trait("confirmedBy")}::text[],
      ${trait("sectors")}::text[])
      AS r(id, person_id, sex, birth_date, birth_year, age_min, age_max, nationality, civil_military, recorded_by, confirmed_by, sectors)`;
  await tx.$executeRaw`
    INSERT INTO registry.cases (id, person_id, reference, opened_by, opened_at, source, source_key, source_mark)
    SELECT * FROM unnest(${dossier("id")}::uuid[], ${dossier("personId")}::uuid[], ${dossier("reference")}::text[],
      ${dossier("openedBy")}::text[], ${dossier("openedAt")}::timestamptz[], ${dossier("source")}::text[], ${dossier("sourceKey")}::text[],
      ${dossier("sourceMark")}::bytea[])`;
  await storePermissions(tx, rows);
  await storeEvidence(tx, rows);
  await storeFacts(tx, rows);
  await insertDerived(
    tx,
    rows.map((row) => row.derived),
  );
}

async function storeEvidence(tx: Tx, rows: readonly CaseRows[]): Promise<void> {
  const items = rows.flatMap((row) => row.evidence);
  if (items.length > 0) await tx.evidence.createMany({ data: items });
}

async function storePermissions(tx: Tx, rows: readonly CaseRows[]): Promise<void> {
  const permission = columnsOf(rows.flatMap((row) => row.permissions));
  await tx.$executeRaw`
    INSERT INTO registry.permissions (id, case_id, purpose, granted, given_by, standing, known_from, known_to, recorded_by)
    SELECT * FROM unnest(${permission("id")}::uuid[], ${permission("caseId")}::uuid[], ${permission("purpose")}::registry.purpose[],
      ${permission("granted")}::boolean[], ${permission("givenBy")}::text[], ${permission("standing")}::boolean[],
      ${permission("knownFrom")}::timestamptz[], ${permission("knownTo")}::timestamptz[], ${permission("recordedBy")}::text[])`;
}

/** A death is known only beside a notice to next of kin: those come first. */
async function storeFacts(tx: Tx, rows: readonly CaseRows[]): Promise<void> {
  const kin = columnsOf(rows.flatMap((row) => row.kin));
  const fact = columnsOf(rows.flatMap((row) => row.facts));
  const source = columnsOf(rows.flatMap((row) => row.sources));
  await tx.$executeRaw`
    INSERT INTO registry.kin_notices (case_id, recorded_by, recorded_at)
    SELECT * FROM unnest(${kin("caseId")}::uuid[], ${kin("recordedBy")}::text[], ${kin("recordedAt")}::timestamptz[])`;
  await tx.$executeRaw`
    INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day, known_from,
      known_to, entity, facility, whereabouts, jurisdiction, basis, end_earliest, end_earliest_by_day, end_latest, end_latest_by_day,
      authority, result, recorded_at, recorded_by, confirmed_by, forces, uncoded)
    SELECT id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day, known_from,
      known_to, entity, facility, whereabouts, jurisdiction, basis, end_earliest, end_earliest_by_day, end_latest, end_latest_by_day,
      authority, result, recorded_at, recorded_by, confirmed_by, forces::text[], uncoded::text[]
    FROM unnest(${fact("id")}::uuid[], ${fact("caseId")}::uuid[], ${fact("track")}::registry.track[], ${fact("state")}::text[],
      ${fact("episode")}::int[], ${fact("position")}::float8[], ${fact("earliest")}::timestamptz[], ${fact("earliestByDay")}::boolean[],
      ${fact("latest")}::timestamptz[], ${fact("latestByDay")}::boolean[], ${fact("knownFrom")}::timestamptz[],
      ${fact("knownTo")}::timestamptz[], ${fact("entity")}::text[], ${fact("facility")}::text[], ${fact("whereabouts")}::text[],
      ${fact("jurisdiction")}::text[], ${fact("basis")}::text[], ${fact("endEarliest")}::timestamptz[],
      ${fact("endEarliestByDay")}::boolean[], ${fact("endLatest")}::timestamptz[], ${fact("endLatestByDay")}::boolean[],
      ${fact("authority")}::text[], ${fact("result")}::text[], ${fact("recordedAt")}::timestamptz[], ${fact("recordedBy")}::text[],
      ${fact("confirmedBy")}::text[], ${fact("forces")}::text[], ${fact("uncoded")}::text[])
      AS r(id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day, known_from, known_to, entity,
        facility, whereabouts, jurisdiction, basis, end_earliest, end_earliest_by_day, end_latest, end_latest_by_day, authority, result,
        recorded_at, recorded_by, confirmed_by, forces, uncoded)`;
  await tx.$executeRaw`
    INSERT INTO registry.fact_sources (id, fact_id, kind, origin)
    SELECT * FROM unnest(${source("id")}::uuid[], ${source("factId")}::uuid[], ${source("kind")}::text[], ${source("origin")}::text[])`;
}
