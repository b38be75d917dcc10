import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { insertEvidence } from "@/lib/evidence/commands";
import { gradeContext, listEvidence, promotionContext } from "@/lib/evidence/queries";
import { type GradeInput, gradeInput, weighingReason } from "@/lib/evidence/weighing/schema";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { lockItem, mayLook, refuseClosed } from "./queries";
import { type Reading, readingInput } from "./schema";

/**
 * Writes down what a document of a case is: an item whose sealed words alone lead to the file. A lead, unless whoever may weigh says why
 * it is evidence. A file is one item at a time (`evidence_taken`); one that is closed is none (`keeping_withdrawn`).
 */
export async function readDocument(
  actor: Actor,
  caseId: string,
  given: Reading,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "evidence.add");
  const { documentId, item, why } = readingInput.parse(given);
  if (why !== null) authorise(actor, "evidence.weigh");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const { reports } = readDossier(opened);
    const row = await tx.document.findFirst({
      where: { id: documentId, OR: [{ reportId: { in: reports } }, { caseId }] },
      select: { reportId: true },
    });
    if (!row) throw new Refusal("not_found");
    const document = { id: documentId, report: row.reportId };
    if (!mayLook(staff, document)) throw new Refusal("not_permitted");
    await refuseClosed(tx, staff, opened, document);
    const items = await listEvidence(tx, caseId, opened.key);
    if (items.some((one) => one.withdrawn === null && one.document?.id === documentId))
      throw new Refusal("evidence_taken");
    const id = await insertEvidence(tx, staff, opened, { ...item, lead: true }, now, document);
    const about = { case: opened.reference, document: documentId };
    await record(tx, staff, "evidence.added", about, now);
    if (why !== null) {
      await writePromotion(tx, staff, { evidenceId: id, key: opened.key, why }, now);
      await record(tx, staff, "evidence.promoted", { ...about, why }, now);
    }
    return id;
  });
}

/** Says why a lead is evidence: from now on a verdict may rest on it. Said once; what was wrong is withdrawn. */
export async function promoteLead(
  actor: Actor,
  evidenceId: string,
  reason: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "evidence.weigh");
  const why = weighingReason.parse(reason);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { key, isLead, about } = await lockItem(tx, staff, evidenceId);
    if (!isLead) throw new Refusal("not_a_lead");
    await writePromotion(tx, staff, { evidenceId, key, why }, now);
    await record(tx, staff, "evidence.promoted", { ...about, why }, now);
  });
}

async function writePromotion(
  tx: Tx,
  { username }: StaffActor,
  { evidenceId, key, why }: { evidenceId: string; key: Uint8Array; why: string },
  now: Date,
): Promise<void> {
  const said = { saidBy: username, saidAt: now, why: sealUnder(key, why, promotionContext(evidenceId)) };
  await tx.evidencePromotion.create({ data: { evidenceId, ...said }, select: { evidenceId: true } });
}

/** Judges how far an item can be relied upon: whoever says it, and what it says, apart, with the reason. The last word holds. */
export async function gradeEvidence(
  actor: Actor,
  evidenceId: string,
  given: GradeInput,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "evidence.weigh");
  const { why, ...grade } = gradeInput.parse(given);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { key, about } = await lockItem(tx, staff, evidenceId);
    const id = newId(now);
    await tx.evidenceGrade.create({
      data: {
        ...{ id, evidenceId, ...grade, gradedBy: staff.username, gradedAt: now },
        why: sealUnder(key, why, gradeContext(id)),
      },
      select: { id: true },
    });
    await record(tx, staff, "evidence.graded", { ...about, why }, now);
  });
}
