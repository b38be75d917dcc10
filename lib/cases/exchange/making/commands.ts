import { setImmediate as turn } from "node:timers/promises";
import type { StaffActor } from "@/lib/auth/actor";
import { derivedTables } from "@/lib/cases/counting/commands";
import { derive } from "@/lib/cases/counting/rules";
import type { Derived } from "@/lib/cases/counting/schema";
import { whereaboutsOf } from "@/lib/cases/facts/rules";
import { ascendingIds } from "@/lib/core/ids";
import { columnsOf } from "@/lib/db/columns";
import { evidenceContext } from "@/lib/evidence/queries";
import { type EvidenceInput, evidenceInput } from "@/lib/evidence/schema";
import { contextOf } from "@/lib/people/queries";
import { markUnderVault, newPersonKey, openUnderVault } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { forces } from "@/lib/vocabularies/forces/schema";
import { facilities } from "@/lib/vocabularies/places/facilities/schema";
import { derivableFrom, factsToStore, permissionsToStore, type StoredFact, traitsOf } from "../rules";
import { type CaseLine, caseLine } from "../schema";
import {
  type Batch,
  dossierTypes,
  factTypes,
  permissionTypes,
  personTypes,
  type StagedLine,
  sourceTypes,
  traitTypes,
} from "./schema";

/** What is drawn for a case: ids in ascending order, and a reference that nobody has. */
interface Drawn {
  id: () => string;
  reference: string;
}

const facilityCodes = new Set<string>(facilities.map((term) => term.code));
const forceCodes = new Set<string>(forces.map((term) => term.code));

/** Where a staged line is bound to: moved to another it does not open. */
export const lineContext = (batchId: string, line: number) => `import_lines|${batchId}|${line}`;

/** What tells whether a later file of the source says something else of a case: the line as read, its defaults filled in. */
export const markOfLine = (keys: StaffActor["keys"], line: CaseLine) =>
  markUnderVault(keys, line, "import line");

/** A staged line, opened, with its defaults filled in. */
export function openLine(
  keys: StaffActor["keys"],
  { line, sealed }: { line: number; sealed: Uint8Array },
  batchId: string,
): { content: CaseLine; words?: EvidenceInput } {
  const { text, words } = openUnderVault(keys, sealed, lineContext(batchId, line)) as StagedLine;
  return { content: caseLine.parse(JSON.parse(text)), words };
}

/** One case of a confirmed batch as its rows, derived ones too; its names sealed under a key of their own. */
function rowsOf(
  keys: StaffActor["keys"],
  { content: line, words }: ReturnType<typeof openLine>,
  batch: Batch,
  { id, reference }: Drawn,
) {
  const { importedBy, confirmedAt, history } = batch;
  const [personId, caseId] = [id(), id()];
  const { key, wrapped } = newPersonKey(keys);
  const { givenNames, surnames, aliases, idDocument } = line.person;
  const { knownFrom: _, ...traits } = traitsOf(line.person);
  const stored = factsToStore(line, history, confirmedAt);
  const permissions = permissionsToStore(line, history, confirmedAt);
  const facts = stored.map((fact) => factRow(id(), caseId, fact));
  return {
    person: {
      id: personId,
      wrappedKey: wrapped,
      identity: sealUnder(key, { givenNames, surnames, aliases, idDocument }, contextOf(personId)),
    },
    traits: { id: id(), personId, ...traits },
    dossier: {
      id: caseId,
      personId,
      reference,
      sourceKey: line.key,
      sourceMark: markOfLine(keys, line),
    },
    permissions: permissions.map(({ purpose, granted, givenBy, knownFromAt, knownToAt }) => ({
      id: id(),
      caseId,
      purpose,
      granted,
      givenBy,
      knownFrom: knownFromAt,
      knownTo: knownToAt,
    })),
    facts,
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
  const { facility, endBounds } = fact;
  const uncoded = [
    ...(facility !== null && !facilityCodes.has(facility) ? [facility] : []),
    ...fact.forces.filter((code) => !forceCodes.has(code)),
  ];
  return {
    id,
    caseId,
    track: fact.track,
    state: fact.state,
    episode: fact.episode,
    position: fact.position,
    earliest: fact.earliest,
    latest: fact.latest,
    knownFrom: fact.knownFromAt,
    knownTo: fact.knownToAt,
    entity: fact.entity,
    facility,
    whereabouts: whereaboutsOf(fact),
    forces: fact.forces,
    uncoded,
    jurisdiction: fact.jurisdiction,
    basis: fact.basis,
    endEarliest: endBounds.earliest,
    endLatest: endBounds.latest,
    byDay: byDayOf(fact.earliestByDay, fact.latestByDay, endBounds.earliestByDay, endBounds.latestByDay),
    authority: fact.authority,
    result: fact.result,
  };
}

/** Four marks in one number: fewer columns to write out and to read. */
const byDayOf = (earliest: boolean, latest: boolean, endEarliest: boolean, endLatest: boolean) =>
  (earliest ? 1 : 0) | (latest ? 2 : 0) | (endEarliest ? 4 : 0) | (endLatest ? 8 : 0);

/** Staged lines that are no cases yet, and what was drawn for them. */
export interface Page {
  batchId: string;
  batch: Batch;
  lines: { line: number; sealed: Uint8Array; reference: string }[];
  /** Ids of a later page come after those of an earlier one. */
  idsFrom: Date;
}

/** Cases made into rows before whoever else waits in this thread has a turn. */
const MADE_AT_ONCE = 10;

export type MadePage = Awaited<ReturnType<typeof makePage>>;

/** Opens staged lines and makes them into the tables that will be written. Needs no database, and writes nothing. */
export async function makePage(keys: StaffActor["keys"], { batchId, batch, lines, idsFrom }: Page) {
  const id = ascendingIds(idsFrom);
  const rows: ReturnType<typeof rowsOf>[] = [];
  for (const [place, line] of lines.entries()) {
    if (place % MADE_AT_ONCE === 0) await turn();
    rows.push(rowsOf(keys, openLine(keys, line, batchId), batch, { id, reference: line.reference }));
  }
  return {
    cases: rows.length,
    people: columnsOf(
      rows.map((row) => row.person),
      personTypes,
    ),
    traits: columnsOf(
      rows.map((row) => row.traits),
      traitTypes,
    ),
    dossiers: columnsOf(
      rows.map((row) => row.dossier),
      dossierTypes,
    ),
    permissions: columnsOf(
      rows.flatMap((row) => row.permissions),
      permissionTypes,
    ),
    kin: rows.flatMap((row) => row.kin),
    facts: columnsOf(
      rows.flatMap((row) => row.facts),
      factTypes,
    ),
    sources: columnsOf(
      rows.flatMap((row) => row.sources),
      sourceTypes,
    ),
    evidence: rows.flatMap((row) => row.evidence),
    derived: derivedTables(rows.map((row) => row.derived)),
  };
}
