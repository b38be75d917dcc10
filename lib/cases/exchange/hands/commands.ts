import { createHash } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import type { EvidenceInput } from "@/lib/evidence/schema";
import type { MatchPerson } from "@/lib/people/matching/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { personOf } from "../duplicates/rules";
import { type LineProblem, type LineWarning, readCase, warningsOf } from "../lines/rules";
import { lineContext, type MadePage, makePage, markOfLine, type Page } from "../making/commands";
import type { StagedLine } from "../making/schema";
import type { Header } from "../schema";

type Keys = StaffActor["keys"];

/** A line of a file; `words`: what a row says beside its facts, sealed with its case as a lead. */
export interface WrittenLine {
  line: number;
  text: string;
  words?: EvidenceInput;
}

/** By what a line is judged; `marks` where the registry holds cases of the source to compare with. */
export interface Judging {
  history: Header["history"];
  judgedAt: Date;
  marks: boolean;
}

/** What is found in a line, as far as it is sound. */
export interface JudgedLine {
  line: number;
  problems: LineProblem[];
  sound: {
    key: string;
    warnings: LineWarning[];
    person: MatchPerson;
    mark: Uint8Array | null;
    facts: number;
    permissions: number;
  } | null;
}

/** What was made of lines read together, and their print: who reads them again knows by it whether they are still the same. */
export interface Read<Made> {
  made: Made[];
  print: string;
}

/** A sound line sealed into its batch, as it was written. */
export interface SealedLine {
  line: number;
  sealed: Uint8Array;
}

/**
 * The part of an import that needs no database: who does it is the caller's choice, so that an operator's command can use every core.
 * What comes back follows from what is given, whoever did it, but for nonces, ids and keys of people.
 */
export interface Hands {
  judge(keys: Keys, lines: readonly WrittenLine[], by: Judging): Promise<Read<JudgedLine>>;
  /** `sound`: those of the lines that are sealed. */
  seal(
    keys: Keys,
    lines: readonly WrittenLine[],
    sound: ReadonlySet<number>,
    batchId: string,
  ): Promise<Read<SealedLine>>;
  make(keys: Keys, page: Page): Promise<MadePage>;
}

/** Whoever imports does the work too, in turn with the database. */
export const ownHands: Hands = {
  judge: async (keys, lines, by) => ({
    made: lines.map((line) => judged(keys, line, by)),
    print: printOf(lines),
  }),
  seal: async (keys, lines, sound, batchId) => ({
    made: lines.flatMap((line) => (sound.has(line.line) ? [sealed(keys, line, batchId)] : [])),
    print: printOf(lines),
  }),
  make: makePage,
};

function printOf(lines: readonly WrittenLine[]): string {
  const hash = createHash("sha256");
  for (const { line, text } of lines) hash.update(`${line} ${text.length} ${text}`);
  return hash.digest("base64");
}

function judged(keys: Keys, { line, text }: WrittenLine, { history, judgedAt, marks }: Judging): JudgedLine {
  const { content, problems } = readCase(text, line, history, judgedAt);
  if (!content) return { line, problems, sound: null };
  const { key, facts, permissions } = content;
  const sound = {
    key,
    warnings: warningsOf(content, line, history, judgedAt),
    person: personOf(content),
    mark: marks ? markOfLine(keys, content) : null,
    facts: facts.length,
    permissions: permissions.length,
  };
  return { line, problems: [], sound };
}

function sealed(keys: Keys, { line, text, words }: WrittenLine, batchId: string): SealedLine {
  const staged: StagedLine = { text, words };
  return { line, sealed: sealUnderVault(keys, staged, lineContext(batchId, line)) };
}
