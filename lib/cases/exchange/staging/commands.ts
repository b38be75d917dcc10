import { setImmediate as turn } from "node:timers/promises";
import type { StaffActor } from "@/lib/auth/actor";
import { ascendingIds } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { columnsOf } from "@/lib/db/sql";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";
import type { Progress, RegistryFile } from "../inspecting/queries";
import { readCase } from "../lines/rules";
import type { Header } from "../schema";
import {
  type Batch,
  type CaseRows,
  type Drawn,
  rowsOf,
  type StagedCase,
  storeCases,
} from "../storing/commands";

const STAGED_AT_ONCE = 200;
const STORED_AT_ONCE = 200;
/** Cases made into rows before the database is given its turn: it works on the batch before meanwhile. */
const MADE_AT_ONCE = 10;
export const lineContext = (batchId: string, line: number) => `import_lines|${batchId}|${line}`;

/** A judged file on its way in. */
interface Waiting {
  id: string;
  file: RegistryFile;
  /** Lines that were refused. */
  bad: ReadonlySet<number>;
  history: Header["history"];
  judgedAt: Date;
}

/** Seals the sound lines of a judged file into their batch, from where an earlier run stopped; each five hundred are kept at once. */
export async function stageLines(
  tx: Tx,
  keys: StaffActor["keys"],
  { id, file, bad, history, judgedAt }: Waiting,
  progress: Progress,
): Promise<void> {
  const staged = await tx.importLine.aggregate({ where: { batchId: id }, _max: { line: true } });
  const done = staged._max.line ?? 1;
  let rows: { line: number; key: string; sealed: Uint8Array }[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const write = async () => {
    await writing;
    const of = columnsOf(rows);
    rows = [];
    writing = noticed(tx.$executeRaw`
      INSERT INTO registry.import_lines (batch_id, line, key, sealed)
      SELECT ${id}::uuid, * FROM unnest(${of("line")}::int[], ${of("key")}::text[], ${of("sealed")}::bytea[])`);
  };
  try {
    for await (const { line, text, words } of file.lines()) {
      progress(line, "Staging");
      if (line <= done || bad.has(line) || text.trim() === "") continue;
      const { content } = readCase(text, line, history, judgedAt);
      // Sound a moment ago: somebody is writing to the file.
      if (!content) throw new Refusal("changed_meanwhile");
      rows.push({
        line,
        key: content.key,
        sealed: sealUnderVault(keys, { ...content, words }, lineContext(id, line)),
      });
      if (rows.length >= STAGED_AT_ONCE) await write();
    }
    if (rows.length > 0) await write();
  } finally {
    await writing;
  }
}

/** A promise whose failure is asked for later, by whoever awaits it. */
function noticed<Outcome>(promise: Promise<Outcome>): Promise<Outcome> {
  promise.catch(() => undefined);
  return promise;
}

interface StagedLine {
  line: number;
  sealed: Uint8Array;
  here: boolean;
}

const linesAfter = (tx: Tx, batchId: string, after: number) => tx.$queryRaw<StagedLine[]>`
  SELECT l.line, l.sealed, c.id IS NOT NULL AS here
  FROM registry.import_lines l JOIN registry.import_batches b ON b.id = l.batch_id
    LEFT JOIN registry.cases c ON c.source = b.source AND c.source_key = l.key
  WHERE l.batch_id = ${batchId}::uuid AND l.line > ${after} ORDER BY l.line LIMIT ${STORED_AT_ONCE}`;

/**
 * Stores every waiting line of a batch that is no case here yet, inside the confirming transaction. Rows of one page are made while
 * the database writes those of the page before; never more than three pages are in memory.
 */
export async function storeStaged(
  tx: Tx,
  keys: StaffActor["keys"],
  batchId: string,
  batch: Batch,
  progress: Progress,
): Promise<{ cases: number; already: number }> {
  const references = await tx.case.findMany({ select: { reference: true } });
  const drawn: Drawn = {
    id: ascendingIds(batch.confirmedAt),
    taken: new Set(references.map((row) => row.reference)),
  };
  let page = await linesAfter(tx, batchId, 0);
  let writing = Promise.resolve(await linesAfter(tx, batchId, page.at(-1)?.line ?? 0));
  let [cases, already] = [0, 0];
  try {
    while (page.length > 0) {
      const rows: CaseRows[] = [];
      for (const [place, { line, sealed, here }] of page.entries()) {
        if (place % MADE_AT_ONCE === 0) await turn();
        if (here) continue;
        const content = openUnderVault(keys, sealed, lineContext(batchId, line)) as StagedCase;
        rows.push(rowsOf(keys, content, batch, drawn));
      }
      progress(page.at(-1)?.line ?? 0, "Confirming");
      const next = await writing;
      writing = noticed(storeAndRead(tx, rows, batchId, next.at(-1)?.line));
      cases += rows.length;
      already += page.length - rows.length;
      page = next;
    }
  } finally {
    await writing;
  }
  return { cases, already };
}

async function storeAndRead(
  tx: Tx,
  rows: readonly CaseRows[],
  batchId: string,
  after: number | undefined,
): Promise<StagedLine[]> {
  if (rows.length > 0) await storeCases(tx, rows);
  return after === undefined ? [] : linesAfter(tx, batchId, after);
}
