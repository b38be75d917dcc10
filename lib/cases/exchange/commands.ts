import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";
import {
  FileRefusal,
  type Inspection,
  inspectFile,
  keysHere,
  type Progress,
  type RegistryFile,
} from "./inspecting/queries";
import { readCase } from "./lines/rules";
import type { CaseLine } from "./schema";
import { storeCases } from "./storing/commands";

const STAGED_AT_ONCE = 500;
const STORED_AT_ONCE = 250;
const lineContext = (batchId: string, line: number) => `import_lines|${batchId}|${line}`;

/** What an import would do, and every bad line. Nothing of the file is written; that somebody looked is. */
export async function inspectRegistry(
  actor: Actor,
  file: RegistryFile,
  clock: Clock,
  progress: Progress = () => undefined,
): Promise<Inspection> {
  const staff = authorise(actor, "registry.import");
  const now = clock();
  const inspection = await inspectFile(desk(), staff.keys, file, now, progress);
  const why = `${inspection.cases} cases of ${inspection.header.source}`;
  await desk().$transaction((tx) => record(tx, staff, "registry.inspected", { why }, now));
  return inspection;
}

interface Staging {
  batchId: string;
  inspection: Inspection;
  /** Confirmed by an earlier run: nothing is left to do. */
  confirmed: boolean;
}

/**
 * Brings a file in, sealed and waiting: validated whole first, then staged in batches, each kept, so that an interrupted run goes on
 * where it stopped. Nothing of it counts or shows. Any bad line refuses the whole file unless bad lines may be skipped.
 */
export async function stageRegistry(
  actor: Actor,
  file: RegistryFile,
  { skipBad, progress = () => undefined }: { skipBad: boolean; progress?: Progress },
  clock: Clock,
): Promise<Staging> {
  const staff = authorise(actor, "registry.import");
  const inspection = await inspectFile(desk(), staff.keys, file, clock(), progress);
  if (inspection.problems.length > 0 && !skipBad) throw new FileRefusal(inspection.problems);
  const { source, history } = inspection.header;
  const { id, confirmedAt } = await openBatch(staff.username, file, inspection, clock);
  if (confirmedAt) return { batchId: id, inspection, confirmed: true };
  const staged = await desk().importLine.aggregate({ where: { batchId: id }, _max: { line: true } });
  const bad = new Set(inspection.problems.map((problem) => problem.line));
  let waiting: { line: number; content: CaseLine }[] = [];
  const stage = async () => {
    const rows = waiting.map(({ line, content }) => ({
      batchId: id,
      line,
      key: content.key,
      sealed: sealUnderVault(staff.keys, content, lineContext(id, line)),
    }));
    waiting = [];
    await desk().importLine.createMany({ data: rows });
  };
  for await (const { line, text } of file.lines()) {
    progress(line);
    if (line === 1 || line <= (staged._max.line ?? 0) || bad.has(line) || text.trim() === "") continue;
    const { content } = readCase(text, line, history, clock());
    if (content) waiting.push({ line, content });
    if (waiting.length >= STAGED_AT_ONCE) await stage();
  }
  await stage();
  const now = clock();
  await desk().$transaction((tx) =>
    record(tx, staff, "registry.staged", { why: `${inspection.cases} cases of ${source}` }, now),
  );
  return { batchId: id, inspection, confirmed: false };
}

async function openBatch(username: string, file: RegistryFile, { header, cases }: Inspection, clock: Clock) {
  const { source, history } = header;
  const { sha256 } = file;
  const batch = { source, sha256, history, lines: cases, importedBy: username, importedAt: clock() };
  return desk().importBatch.upsert({
    where: { source_sha256: { source, sha256 } },
    update: {},
    create: { id: newId(batch.importedAt), ...batch },
    select: { id: true, confirmedAt: true },
  });
}

/**
 * The second person makes a staged batch known, whole and in one transaction: before it nothing of the file counts, after it
 * everything does. A batch whose staging was cut short is refused. Cases already here under the same source and key are left as they are.
 */
export async function confirmRegistry(
  actor: Actor,
  batchId: string,
  clock: Clock,
  progress: Progress = () => undefined,
): Promise<{ cases: number; already: number }> {
  const staff = authorise(actor, "fact.confirm");
  const confirmedAt = clock();
  return desk().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM registry.import_batches WHERE id = ${batchId}::uuid FOR UPDATE`;
      const batch = await tx.importBatch.findUnique({
        where: { id: batchId },
        select: {
          source: true,
          history: true,
          lines: true,
          importedBy: true,
          importedAt: true,
          confirmedAt: true,
        },
      });
      if (!batch) throw new Refusal("not_found");
      if (batch.confirmedAt) throw new Refusal("already_confirmed");
      if (batch.importedBy === staff.username) throw new Refusal("same_person");
      if ((await tx.importLine.count({ where: { batchId } })) !== batch.lines)
        throw new Refusal("import_incomplete");
      const by = {
        source: batch.source,
        history: batch.history === "keep" ? ("keep" as const) : ("now" as const),
        importedBy: batch.importedBy,
        importedAt: batch.importedAt,
        confirmedBy: staff.username,
        confirmedAt,
      };
      const taken = new Set(
        (await tx.case.findMany({ select: { reference: true } })).map((row) => row.reference),
      );
      let [after, cases, already] = [0, 0, 0];
      for (;;) {
        const rows = await tx.importLine.findMany({
          where: { batchId, line: { gt: after } },
          orderBy: { line: "asc" },
          take: STORED_AT_ONCE,
          select: { line: true, key: true, sealed: true },
        });
        if (rows.length === 0) break;
        const here = await keysHere(
          tx,
          batch.source,
          rows.map((row) => row.key),
        );
        const fresh = rows.filter((row) => !here.has(row.key));
        const lines = fresh.map(
          ({ line, sealed }) => openUnderVault(staff.keys, sealed, lineContext(batchId, line)) as CaseLine,
        );
        if (lines.length > 0) await storeCases(tx, staff.keys, lines, by, taken);
        after = rows.at(-1)?.line ?? after;
        cases += lines.length;
        already += here.size;
        progress(after);
      }
      await tx.importLine.deleteMany({ where: { batchId } });
      await tx.importBatch.update({
        where: { id: batchId },
        data: { confirmedBy: staff.username, confirmedAt },
        select: { id: true },
      });
      await record(tx, staff, "registry.imported", { why: `${cases} cases of ${batch.source}` }, confirmedAt);
      return { cases, already };
    },
    { timeout: 6 * 3_600_000, maxWait: 60_000 },
  );
}
