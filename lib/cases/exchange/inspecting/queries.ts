import type { StaffActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import { noticed } from "@/lib/core/turns";
import type { Tx } from "@/lib/db/connect";
import type { Alike } from "@/lib/people/alike/rules";
import type { MatchPerson } from "@/lib/people/matching/schema";
import { everybodyHere } from "../duplicates/queries";
import type { Hands, WrittenLine } from "../hands/commands";
import { type LineProblem, type LineWarning, readHeader } from "../lines/rules";
import type { Header } from "../schema";
import type { TemplateNotice, TemplateProblem } from "../template/schema";

/** A registry file as it can be read, more than once, line by line from 1. */
export interface RegistryFile {
  sha256: Uint8Array<ArrayBuffer>;
  lines: () => AsyncIterable<WrittenLine>;
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

/** What the second pass goes by: the key of each sound line, and the prints of what was read together. */
export interface Judged {
  keys: Map<number, string>;
  prints: string[];
}

/** Called with the line just read and in which pass over the file, for a progress bar. */
export type Progress = (line: number, pass: "Reading" | "Staging" | "Confirming") => void;

/** So many lines are worked on together. */
const TOGETHER = 200;
/** So many times that are in hand before the first must be done: what is in memory stays the same, however long the file. */
const AHEAD = 4;

/** The lines of a file after its header, in order, each two hundred with what was made of them, while the next are being read and made. */
export async function* inOrder<Made>(
  file: RegistryFile,
  make: (lines: WrittenLine[]) => Promise<Made>,
): AsyncGenerator<{ given: WrittenLine[]; made: Made }> {
  const ahead: { given: WrittenLine[]; made: Promise<Made> }[] = [];
  let given: WrittenLine[] = [];
  const start = () => {
    ahead.push({ given, made: noticed(make(given)) });
    given = [];
  };
  for await (const written of file.lines()) {
    if (written.line === 1 || written.text.trim() === "") continue;
    if (given.push(written) < TOGETHER) continue;
    start();
    const first = ahead.length < AHEAD ? undefined : ahead.shift();
    if (first) yield { ...first, made: await first.made };
  }
  if (given.length > 0) start();
  for (const { given, made } of ahead) yield { given, made: await made };
}

/** First pass: reads and judges every line and writes nothing. A file whose header cannot be read is refused whole. */
export async function inspectFile(
  tx: Tx,
  keys: StaffActor["keys"],
  hands: Hands,
  file: RegistryFile,
  now: Date,
  progress: Progress,
): Promise<{ inspection: Inspection; judged: Judged }> {
  const header = await headerOf(file);
  const inspection = emptyInspection(header);
  const seen = await everybodyHere(keys);
  const here = await marksHere(tx, header.source);
  const keysSeen = new Map<string, number>();
  const by = { history: header.history, judgedAt: now, marks: here.size > 0 };
  const judged: Judged = { keys: new Map(), prints: [] };
  for await (const { made } of inOrder(file, (lines) => hands.judge(keys, lines, by))) {
    judged.prints.push(made.print);
    for (const { line, problems, sound } of made.made) {
      progress(line, "Reading");
      inspection.problems.push(...problems);
      if (!sound) continue;
      const twin = keysSeen.get(sound.key);
      if (twin !== undefined) {
        inspection.problems.push({ line, where: "key", why: `key_twice: ${twin}` });
        continue;
      }
      keysSeen.set(sound.key, line);
      judged.keys.set(line, sound.key);
      inspection.warnings.push(...sound.warnings);
      inspection.cases++;
      const mark = here.get(sound.key);
      if (mark !== undefined) inspection.already++;
      else look(seen, sound.person, line, inspection);
      if (mark && sound.mark && Buffer.compare(sound.mark, mark) !== 0)
        inspection.warnings.push({ line, where: "key", why: "changed_since_import" });
      inspection.facts += sound.facts;
      inspection.permissions += sound.permissions;
    }
  }
  return { inspection, judged };
}

async function headerOf(file: RegistryFile): Promise<Header> {
  for await (const { text } of file.lines()) {
    const header = readHeader(text);
    if (!header.content) throw new FileRefusal(header.problems);
    return header.content;
  }
  throw new FileRefusal([{ line: 1, where: "line", why: "empty_file" }]);
}

function look(seen: Alike, person: MatchPerson, line: number, { alike }: Inspection): void {
  const like = seen.find(person);
  if (like) alike.push({ line, like });
  seen.add(person, `line ${line}`);
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
