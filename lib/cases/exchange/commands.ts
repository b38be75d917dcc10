import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { sealUnderVault } from "@/lib/vault/person";
import { findingsContext, findingsOf } from "./batches/rules";
import { type Hands, ownHands } from "./hands/commands";
import {
  FileRefusal,
  type Inspection,
  inspectFile,
  type Progress,
  type RegistryFile,
} from "./inspecting/queries";
import { readHeader } from "./lines/rules";
import { stageLines, storeStaged } from "./staging/commands";

/** From so many people on, counting waits for no autovacuum to learn that they came. */
const MANY = 500;

/** What an import would do, and every bad line. Nothing of the file is written; that somebody looked is. */
export async function inspectRegistry(
  actor: Actor,
  file: RegistryFile,
  clock: Clock,
  progress: Progress = () => undefined,
  hands: Hands = ownHands,
): Promise<Inspection> {
  const staff = authorise(actor, "registry.import");
  const now = clock();
  const { inspection } = await inspectFile(desk(), staff.keys, hands, file, now, progress);
  const why = `${inspection.cases} cases of ${inspection.header.source}`;
  await desk().$transaction((tx) => record(tx, staff, "registry.inspected", { why }, now));
  return inspection;
}

/** How a file is brought in: whether bad lines may be left out, who is told how far it is, and whose hands do the work. */
export interface Staged {
  skipBad: boolean;
  progress?: Progress;
  hands?: Hands;
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
  { skipBad, progress = () => undefined, hands = ownHands }: Staged,
  clock: Clock,
): Promise<Staging> {
  const staff = authorise(actor, "registry.import");
  const begun = await standingBatch(file);
  // A run that goes on judges at the moment of the first: what was in the future then stays left out, or half would match nothing.
  const judgedAt = begun?.importedAt ?? clock();
  const { inspection, judged } = await inspectFile(desk(), staff.keys, hands, file, judgedAt, progress);
  if (inspection.problems.length > 0 && !skipBad) throw new FileRefusal(inspection.problems);
  const { id, confirmedAt } = begun ?? (await openBatch(staff, file, inspection, judgedAt));
  if (confirmedAt) return { batchId: id, inspection, confirmed: true };
  await stageLines(desk(), staff.keys, hands, { id, file, judged }, progress);
  const why = `${inspection.cases} cases of ${inspection.header.source}`;
  const now = clock();
  await desk().$transaction((tx) => record(tx, staff, "registry.staged", { why }, now));
  return { batchId: id, inspection, confirmed: false };
}

const batchColumns = { id: true, importedAt: true, confirmedAt: true } as const;

/** The batch of this file and its source that an earlier run began and nobody discarded. */
async function standingBatch(file: RegistryFile) {
  const source = await sourceOf(file);
  if (source === null) return null;
  const where = { source, sha256: file.sha256, discardedAt: null };
  return desk().importBatch.findFirst({ where, select: batchColumns });
}

async function sourceOf(file: RegistryFile): Promise<string | null> {
  for await (const { text } of file.lines()) return readHeader(text).content?.source ?? null;
  return null;
}

/** A new batch with what was found in its file; of two runs at once both go on with the same one. */
async function openBatch(
  { username, keys }: StaffActor,
  { sha256, template }: RegistryFile,
  inspection: Inspection,
  importedAt: Date,
) {
  const { source, history } = inspection.header;
  const id = newId(importedAt);
  const findings = sealUnderVault(keys, findingsOf(inspection, template), findingsContext(id));
  const kind = template ? "template" : "registry";
  const made = {
    id,
    kind,
    source,
    sha256,
    history,
    lines: inspection.cases,
    findings,
    importedBy: username,
    importedAt,
  };
  await desk().importBatch.createMany({ data: [made], skipDuplicates: true });
  const where = { source, sha256, discardedAt: null };
  return desk().importBatch.findFirstOrThrow({ where, select: batchColumns });
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
  hands: Hands = ownHands,
): Promise<{ cases: number; already: number }> {
  const staff = authorise(actor, "fact.confirm");
  const confirmedAt = clock();
  return desk().$transaction(
    async (tx) => {
      // Every batch of the source: two files of one source follow each other, and the second finds what the first brought.
      await tx.$queryRaw`
        SELECT b.id FROM registry.import_batches b JOIN registry.import_batches this ON this.source = b.source
        WHERE this.id = ${batchId}::uuid ORDER BY b.id FOR UPDATE OF b`;
      const batch = await tx.importBatch.findUnique({
        where: { id: batchId },
        select: {
          kind: true,
          source: true,
          history: true,
          lines: true,
          importedBy: true,
          importedAt: true,
          confirmedAt: true,
          discardedAt: true,
        },
      });
      if (!batch) throw new Refusal("not_found");
      if (batch.confirmedAt) throw new Refusal("already_confirmed");
      if (batch.discardedAt) throw new Refusal("import_discarded");
      if (batch.importedBy === staff.username) throw new Refusal("same_person");
      if ((await tx.importLine.count({ where: { batchId } })) !== batch.lines)
        throw new Refusal("import_incomplete");
      const by = {
        kind: batch.kind === "template" ? ("template" as const) : ("registry" as const),
        source: batch.source,
        history: batch.history === "keep" ? ("keep" as const) : ("now" as const),
        importedBy: batch.importedBy,
        importedAt: batch.importedAt,
        confirmedBy: staff.username,
        confirmedAt,
      };
      const { cases, already } = await storeStaged(tx, staff.keys, hands, batchId, by, progress);
      await tx.importLine.deleteMany({ where: { batchId } });
      if (cases >= MANY) await tx.$queryRaw`SELECT registry.refresh_statistics()`;
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
