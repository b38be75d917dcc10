import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Prisma } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { stateOf } from "../rules";
import type { BatchKind, BatchState } from "../schema";

/** A batch as a list shows it: no name, nothing of its content. */
export interface BatchRow {
  id: string;
  kind: BatchKind;
  source: string;
  history: string;
  lines: number;
  staged: number;
  state: BatchState;
  importedBy: string;
  importedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  discardedBy: string | null;
  discardedAt: Date | null;
}

export const batchColumns = {
  id: true,
  kind: true,
  source: true,
  history: true,
  lines: true,
  importedBy: true,
  importedAt: true,
  confirmedBy: true,
  confirmedAt: true,
  discardedBy: true,
  discardedAt: true,
  _count: { select: { staged: true } },
} satisfies Prisma.ImportBatchSelect;

export function rowOf({
  _count,
  kind,
  ...batch
}: Prisma.ImportBatchGetPayload<{ select: typeof batchColumns }>): BatchRow {
  return {
    ...batch,
    kind: kind === "template" ? "template" : "registry",
    staged: _count.staged,
    state: stateOf(batch, _count.staged),
  };
}

const SHOWN = 100;

/** The batches that came last, those that wait first. */
export async function listBatches(actor: Actor): Promise<BatchRow[]> {
  authorise(actor, "import.read");
  const rows = await desk().importBatch.findMany({
    orderBy: { importedAt: "desc" },
    take: SHOWN,
    select: batchColumns,
  });
  const all = rows.map(rowOf);
  const isOpen = ({ state }: BatchRow) => state === "waiting" || state === "incomplete";
  return [...all.filter(isOpen), ...all.filter((row) => !isOpen(row))];
}
