import type { StaffActor } from "@/lib/auth/actor";
import { desk } from "@/lib/db/desk";

/** What somebody left waiting for a second person. */
export interface LeftWaiting {
  kind: "fact" | "decision" | "naming" | "import" | "balance" | "coverage";
  /** Whose it was. */
  from: string;
  at: Date;
  /** Where it is confirmed: the reference of its case, or the id of its batch or balance; null where one page has them all. */
  where: string | null;
}

/** Who left their work to this person, and what of it still waits for a second person's word, oldest first. */
export async function listLeftTo({ username }: StaffActor): Promise<LeftWaiting[]> {
  const gone = await desk().staff.findMany({ where: { heir: username }, select: { username: true } });
  if (gone.length === 0) return [];
  const by = { in: gone.map((one) => one.username) };
  const [facts, decisions, namings, batches, drafts, coverages] = await Promise.all([
    desk().fact.findMany({
      where: { recordedBy: by, knownFrom: null, knownTo: null },
      select: { recordedBy: true, recordedAt: true, case: { select: { reference: true } } },
    }),
    desk().decision.findMany({
      where: { authoredBy: by, review: null },
      select: { authoredBy: true, authoredAt: true, case: { select: { reference: true } } },
    }),
    desk().namingAct.findMany({
      where: { proposedBy: by, kind: "named", confirmedBy: null },
      select: { proposedBy: true, proposedAt: true, caseId: true },
    }),
    desk().importBatch.findMany({
      where: { importedBy: by, confirmedBy: null, discardedBy: null },
      select: { id: true, importedBy: true, importedAt: true },
    }),
    desk().balanceDraft.findMany({
      where: { draftedBy: by, discardedAt: null, publishedAt: null },
      select: { id: true, draftedBy: true, draftedAt: true },
    }),
    desk().coverage.findMany({
      where: { declaredBy: by, secondedBy: null },
      select: { declaredBy: true, declaredAt: true },
    }),
  ]);
  const named = await referencesOf(namings.map(({ caseId }) => caseId));
  const left: LeftWaiting[] = [
    ...facts.map((one) => ({
      kind: "fact" as const,
      from: one.recordedBy,
      at: one.recordedAt,
      where: one.case.reference,
    })),
    ...decisions.map((one) => ({
      kind: "decision" as const,
      from: one.authoredBy,
      at: one.authoredAt,
      where: one.case.reference,
    })),
    ...namings.map((one) => ({
      kind: "naming" as const,
      from: one.proposedBy,
      at: one.proposedAt,
      where: named.get(one.caseId) ?? null,
    })),
    ...batches.map((one) => ({
      kind: "import" as const,
      from: one.importedBy,
      at: one.importedAt,
      where: one.id,
    })),
    ...drafts.map((one) => ({
      kind: "balance" as const,
      from: one.draftedBy,
      at: one.draftedAt,
      where: one.id,
    })),
    ...coverages.map((one) => ({
      kind: "coverage" as const,
      from: one.declaredBy,
      at: one.declaredAt,
      where: null,
    })),
  ];
  return left.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function referencesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const cases = await desk().case.findMany({
    where: { id: { in: ids } },
    select: { id: true, reference: true },
  });
  return new Map(cases.map(({ id, reference }) => [id, reference]));
}
