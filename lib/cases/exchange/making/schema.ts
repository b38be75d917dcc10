import type { EvidenceInput } from "@/lib/evidence/schema";
import type { BatchKind } from "../batches/schema";
import type { Header } from "../schema";

/** What every case of a confirmed batch has in common. */
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

/** What is sealed of a line while it waits: its text as it was judged and, of a row of the template, its words. */
export interface StagedLine {
  text: string;
  words?: EvidenceInput;
}

/** The columns of each table that a case fills, and what they hold. */
export const personTypes = { id: "uuid", wrappedKey: "bytea", identity: "bytea" } as const;
export const traitTypes = {
  id: "uuid",
  personId: "uuid",
  sex: "text",
  birthDate: "date",
  birthYear: "int4",
  ageMin: "int4",
  ageMax: "int4",
  nationality: "text",
  civilMilitary: "text",
  sectors: "text",
} as const;
export const dossierTypes = {
  id: "uuid",
  personId: "uuid",
  reference: "text",
  sourceKey: "text",
  sourceMark: "bytea",
} as const;
export const permissionTypes = {
  id: "uuid",
  caseId: "uuid",
  purpose: "text",
  granted: "bool",
  givenBy: "text",
  knownFrom: "timestamptz",
  knownTo: "timestamptz",
} as const;
export const factTypes = {
  id: "uuid",
  caseId: "uuid",
  track: "text",
  state: "text",
  episode: "int4",
  position: "float8",
  earliest: "timestamptz",
  latest: "timestamptz",
  byDay: "int4",
  knownFrom: "timestamptz",
  knownTo: "timestamptz",
  entity: "text",
  facility: "text",
  whereabouts: "text",
  forces: "text",
  uncoded: "text",
  jurisdiction: "text",
  basis: "text",
  endEarliest: "timestamptz",
  endLatest: "timestamptz",
  authority: "text",
  result: "text",
} as const;
export const sourceTypes = { id: "uuid", factId: "uuid", kind: "text", origin: "text" } as const;
