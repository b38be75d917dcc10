import type { StaffActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { openCaseKey } from "@/lib/people/queries";
import { openUnder } from "@/lib/vault/seal";
import { type Moved, mergePlan, movedWords, type Side, undoPlan } from "./schema";

/** Where the words of a merge are bound to. */
export const mergeContext = (id: string, what: "plan" | "moved"): string => `merges|${what}|${id}`;
export const undoContext = (id: string): string => `merge_undoings|plan|${id}`;

/** Both cases open and locked, always in one order, so that two merges at once wait for each other. */
export async function lockSides(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  [survivingId, absorbedId]: readonly [string, string],
): Promise<[Side, Side]> {
  await tx.$queryRaw`
    SELECT id FROM registry.cases WHERE id = ANY(${[survivingId, absorbedId]}::uuid[]) ORDER BY id FOR UPDATE`;
  return [await openCaseKey(tx, { keys }, survivingId), await openCaseKey(tx, { keys }, absorbedId)];
}

const standing = { agreed: true, undoneAt: null } as const;

/** The case that one was merged into; null where it stands for itself. */
export async function mergedInto(tx: Tx, caseId: string): Promise<string | null> {
  const row = await tx.merge.findFirst({
    where: { absorbedId: caseId, ...standing },
    select: { survivingId: true },
  });
  return row?.survivingId ?? null;
}

/** The cases that were merged into one. */
export async function absorbedBy(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.merge.findMany({
    where: { survivingId: caseId, ...standing },
    orderBy: { decidedAt: "asc" },
    select: { absorbedId: true },
  });
  return rows.map(({ absorbedId }) => absorbedId);
}

/** A merge with its plan open. For the commands, and for whoever looks at what is proposed. */
export async function openMerge(tx: Tx, { keys }: Pick<StaffActor, "keys">, id: string) {
  const row = await tx.merge.findUnique({
    where: { id },
    select: {
      ...{ id: true, survivingId: true, absorbedId: true, factId: true, moved: true, undoneAt: true },
      ...{ plan: true, proposedBy: true, proposedAt: true, agreed: true, decidedBy: true, decidedAt: true },
      undoings: {
        where: { decidedAt: null },
        select: { id: true, plan: true, proposedBy: true, proposedAt: true },
      },
    },
  });
  if (!row) throw new Refusal("not_found");
  const [undoing] = row.undoings;
  const { key } = await openCaseKey(tx, { keys }, row.survivingId);
  const moved = row.moved && openUnder(key, row.moved, mergeContext(id, "moved"));
  return {
    ...row,
    plan: mergePlan.parse(openUnder(key, row.plan, mergeContext(id, "plan"))),
    moved: moved === null ? null : (movedWords.parse(moved) satisfies Moved),
    undoing: undoing
      ? { ...undoing, plan: undoPlan.parse(openUnder(key, undoing.plan, undoContext(undoing.id))) }
      : null,
  };
}
export type OpenedMerge = Awaited<ReturnType<typeof openMerge>>;

/** What the copies of a merge are copies of. */
export async function partsOf(tx: Tx, mergeId: string) {
  const rows = await tx.mergePart.findMany({
    where: { mergeId },
    orderBy: { copyId: "asc" },
    select: { kind: true, sourceId: true, copyId: true, overId: true },
  });
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const became = (kind: string) => new Map(of(kind).map(({ sourceId, copyId }) => [sourceId, copyId]));
  return { facts: of("fact"), permissions: became("permission"), evidence: became("evidence") };
}
