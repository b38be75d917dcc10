import type { StaffActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import type { EvidenceInput } from "@/lib/evidence/schema";
import { everybodyHere } from "../duplicates/queries";
import { birthYearOf, Lookalikes } from "../duplicates/rules";
import { type LineProblem, type LineWarning, readCase, readHeader, warningsOf } from "../lines/rules";
import type { CaseLine, Header } from "../schema";
import { markOfLine } from "../storing/commands";
import type { TemplateNotice, TemplateProblem } from "../template/schema";

/** A registry file as it can be read, more than once, line by line from 1. */
export interface RegistryFile {
  sha256: Uint8Array<ArrayBuffer>;
  /** `words`: what a row says beside its facts, sealed with its case as a lead. */
  lines: () => AsyncIterable<{ line: number; text: string; words?: EvidenceInput }>;
  /** Present where the lines are rows of the template: what was found in them, none of which can bear a verdict. */
  template?: { problems: TemplateProblem[]; notices: TemplateNotice[] };
}

/** What an import of a file would do, and everything that is wrong with it. */
export interface Inspection {
  header: Header;
  problems: LineProblem[];
  warnings: LineWarning[];
  /** Lines that look like another line of the file, or like a case of the registry. */
  alike: { line: number; like: string }[];
  cases: number;
  /** Of them, already here under the same source and key: nothing is done with those. */
  already: number;
  facts: number;
  permissions: number;
}

/** Called with the line just read and in which pass over the file, for a progress bar. */
export type Progress = (line: number, pass: "Reading" | "Staging" | "Confirming") => void;

/** First pass: reads and judges every line and writes nothing. A file whose header cannot be read is refused whole. */
export async function inspectFile(
  tx: Tx,
  keys: StaffActor["keys"],
  file: RegistryFile,
  now: Date,
  progress: Progress,
): Promise<Inspection> {
  let inspection: Inspection | null = null;
  let seen = new Lookalikes();
  let here = new Map<string, Uint8Array | null>();
  const keysSeen = new Map<string, number>();
  for await (const { line, text } of file.lines()) {
    progress(line, "Reading");
    if (!inspection) {
      const header = readHeader(text);
      if (!header.content) throw new FileRefusal(header.problems);
      inspection = emptyInspection(header.content);
      seen = await everybodyHere(tx, keys);
      here = await marksHere(tx, header.content.source);
      continue;
    }
    if (text.trim() === "") continue;
    const { content, problems } = readCase(text, line, inspection.header.history, now);
    inspection.problems.push(...problems);
    if (!content) continue;
    const twin = keysSeen.get(content.key);
    if (twin !== undefined) {
      inspection.problems.push({ line, where: "key", why: `key_twice: ${twin}` });
      continue;
    }
    keysSeen.set(content.key, line);
    inspection.warnings.push(...warningsOf(content, line, inspection.header.history, now));
    inspection.cases++;
    const mark = here.get(content.key);
    if (mark !== undefined) inspection.already++;
    else look(seen, content, line, inspection);
    if (mark && Buffer.compare(markOfLine(keys, content), mark) !== 0)
      inspection.warnings.push({ line, where: "key", why: "changed_since_import" });
    inspection.facts += content.facts.length;
    inspection.permissions += content.permissions.length;
  }
  if (!inspection) throw new FileRefusal([{ line: 1, where: "line", why: "empty_file" }]);
  return inspection;
}

function look(seen: Lookalikes, { person }: CaseLine, line: number, { alike }: Inspection): void {
  const birthYear = birthYearOf(person);
  const like = seen.find(person, birthYear);
  if (like) alike.push({ line, like });
  seen.add(person, birthYear, `line ${line}`);
}

/** A file refused whole, with every bad line and its reason; nothing was written. */
export class FileRefusal extends Refusal {
  constructor(readonly problems: LineProblem[]) {
    super("file_invalid", { count: problems.length });
  }
}

const emptyInspection = (header: Header): Inspection => ({
  header,
  problems: [],
  warnings: [],
  alike: [],
  cases: 0,
  already: 0,
  facts: 0,
  permissions: 0,
});

/** Keys of a source that are cases of this registry already, each with the mark of the line it was imported from. */
async function marksHere(tx: Tx, source: string): Promise<Map<string, Uint8Array | null>> {
  const rows = await tx.case.findMany({
    where: { source, sourceKey: { not: null } },
    select: { sourceKey: true, sourceMark: true },
  });
  return new Map(rows.map((row) => [row.sourceKey ?? "", row.sourceMark]));
}
