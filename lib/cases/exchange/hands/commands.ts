import type { StaffActor } from "@/lib/auth/actor";
import type { EvidenceInput } from "@/lib/evidence/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { birthYearOf, type Likeness, likenessOf } from "../duplicates/rules";
import { type LineProblem, type LineWarning, readCase, warningsOf } from "../lines/rules";
import { lineContext, type MadePage, makePage, markOfLine, type Page } from "../making/commands";
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
    likeness: Likeness;
    mark: Uint8Array | null;
    facts: number;
    permissions: number;
  } | null;
}

/** A sound line sealed into its batch; `sealed` null where the line is not sound. */
export interface SealedLine {
  line: number;
  key: string;
  sealed: Uint8Array | null;
}

/**
 * The part of an import that needs no database: who does it is the caller's choice, so that an operator's command can use every core.
 * What comes back follows from what is given, whoever did it, but for nonces, ids and keys of people.
 */
export interface Hands {
  judge(keys: Keys, lines: readonly WrittenLine[], by: Judging): Promise<JudgedLine[]>;
  seal(keys: Keys, lines: readonly WrittenLine[], by: Judging, batchId: string): Promise<SealedLine[]>;
  make(keys: Keys, page: Page): Promise<MadePage>;
}

/** Whoever imports does the work too, in turn with the database. */
export const ownHands: Hands = {
  judge: async (keys, lines, by) => lines.map((line) => judged(keys, line, by)),
  seal: async (keys, lines, by, batchId) => lines.map((line) => sealed(keys, line, by, batchId)),
  make: makePage,
};

function judged(keys: Keys, { line, text }: WrittenLine, { history, judgedAt, marks }: Judging): JudgedLine {
  const { content, problems } = readCase(text, line, history, judgedAt);
  if (!content) return { line, problems, sound: null };
  const { key, person, facts, permissions } = content;
  const sound = {
    key,
    warnings: warningsOf(content, line, history, judgedAt),
    likeness: likenessOf(person, birthYearOf(person)),
    mark: marks ? markOfLine(keys, content) : null,
    facts: facts.length,
    permissions: permissions.length,
  };
  return { line, problems: [], sound };
}

function sealed(
  keys: Keys,
  { line, text, words }: WrittenLine,
  { history, judgedAt }: Judging,
  batchId: string,
): SealedLine {
  const { content } = readCase(text, line, history, judgedAt);
  if (!content) return { line, key: "", sealed: null };
  return {
    line,
    key: content.key,
    sealed: sealUnderVault(keys, { ...content, words }, lineContext(batchId, line)),
  };
}
