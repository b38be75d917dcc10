import type { StaffActor } from "@/lib/auth/actor";
import { newReference } from "@/lib/cases/references/rules";
import { Refusal } from "@/lib/core/refusal";
import { noticed } from "@/lib/core/turns";
import { columnsOf } from "@/lib/db/columns";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { Hands, SealedLine, WrittenLine } from "../hands/commands";
import { inOrder, type Judged, type Progress, type RegistryFile } from "../inspecting/queries";
import type { MadePage } from "../making/commands";
import type { Batch } from "../making/schema";
import { storeCases } from "../storing/commands";

const STORED_AT_ONCE = 500;
/** Pages in the hands of whoever makes them while the database writes those before. */
const AHEAD = 3;

/** A judged file on its way in. */
interface Waiting {
  id: string;
  file: RegistryFile;
  judged: Judged;
}

/** Seals the sound lines of a judged file into their batch, from where an earlier run stopped; each two hundred are kept at once. */
export async function stageLines(
  tx: Tx,
  keys: StaffActor["keys"],
  hands: Hands,
  { id, file, judged }: Waiting,
  progress: Progress,
): Promise<void> {
  const staged = await tx.importLine.aggregate({ where: { batchId: id }, _max: { line: true } });
  const done = staged._max.line ?? 1;
  const seal = (lines: WrittenLine[]) => {
    const sound = lines.filter(({ line }) => line > done && judged.keys.has(line));
    return hands.seal(keys, lines, new Set(sound.map(({ line }) => line)), id);
  };
  let writing: Promise<unknown> = Promise.resolve();
  let part = 0;
  try {
    for await (const { given, made } of inOrder(file, seal)) {
      for (const { line } of given) progress(line, "Staging");
      // Another text than was judged a moment ago: somebody is writing to the file.
      if (made.print !== judged.prints[part++]) throw new Refusal("changed_meanwhile");
      await writing;
      writing = noticed(keep(tx, id, made.made, judged));
    }
    if (part !== judged.prints.length) throw new Refusal("changed_meanwhile");
  } finally {
    await writing;
  }
}

async function keep(tx: Tx, batchId: string, lines: readonly SealedLine[], judged: Judged): Promise<void> {
  const rows = lines.map((row) => ({ ...row, key: judged.keys.get(row.line) ?? null }));
  const of = columnsOf(rows, { line: "int4", key: "text", sealed: "bytea" });
  if (!of) return;
  await tx.$executeRaw`
    INSERT INTO registry.import_lines (batch_id, line, key, sealed)
    SELECT ${batchId}::uuid, * FROM unnest(${of.line}::int[], ${of.key}::text[], ${of.sealed}::bytea[])`;
}

interface WaitingLine {
  line: number;
  sealed: Uint8Array;
  here: boolean;
}

/** Read beside the confirming transaction, which holds every batch of the source: the lines, and what is here already, stand still. */
const linesAfter = (batchId: string, after: number) => desk().$queryRaw<WaitingLine[]>`
  SELECT l.line, l.sealed, c.id IS NOT NULL AS here
  FROM registry.import_lines l JOIN registry.import_batches b ON b.id = l.batch_id
    LEFT JOIN registry.cases c ON c.source = b.source AND c.source_key = l.key
  WHERE l.batch_id = ${batchId}::uuid AND l.line > ${after} ORDER BY l.line LIMIT ${STORED_AT_ONCE}`;

/**
 * Stores every waiting line of a batch that is no case here yet, inside the confirming transaction. Pages are made while the database
 * writes those before, and written in their order; never more than a few are in memory.
 */
export async function storeStaged(
  tx: Tx,
  keys: StaffActor["keys"],
  hands: Hands,
  batchId: string,
  batch: Batch,
  progress: Progress,
): Promise<{ cases: number; already: number }> {
  const references = await tx.case.findMany({ select: { reference: true } });
  const taken = new Set(references.map((row) => row.reference));
  const ahead: { last: number; already: number; made: Promise<MadePage> }[] = [];
  let [after, pages] = [0, 0];
  const readOne = async () => {
    const page = await linesAfter(batchId, after);
    const last = page.at(-1)?.line;
    if (last === undefined) return;
    const idsFrom = new Date(batch.confirmedAt.getTime() + pages++);
    const lines = page.flatMap(({ line, sealed, here }) =>
      here ? [] : [{ line, sealed, reference: newReferenceBeside(taken) }],
    );
    const made = noticed(hands.make(keys, { batchId, batch, lines, idsFrom }));
    ahead.push({ last, already: page.length - lines.length, made });
    after = last;
  };
  for (let read = 0; read < AHEAD; read++) await readOne();
  const told = { cases: 0, already: 0 };
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const page = await next.made;
    progress(next.last, "Confirming");
    const reading = noticed(readOne());
    await storeCases(tx, page, batch);
    await reading;
    told.cases += page.cases;
    told.already += next.already;
  }
  return told;
}

function newReferenceBeside(taken: Set<string>): string {
  let reference = newReference();
  while (taken.has(reference)) reference = newReference();
  taken.add(reference);
  return reference;
}
