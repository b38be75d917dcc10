import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { evidenceContext, withdrawalContext } from "./queries";
import {
  type DocumentRead,
  type EvidenceInput,
  evidenceInput,
  sealedWords,
  withdrawalReason,
} from "./schema";

/** Adds an item to a case: its kind and origin plain, because verdicts depend on them; its words under the person's key. */
export async function addEvidence(
  actor: Actor,
  caseId: string,
  input: EvidenceInput,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "evidence.add");
  const evidence = evidenceInput.parse(input);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const id = await insertEvidence(tx, staff, opened, evidence, now);
    await record(tx, staff, "evidence.added", { case: opened.reference }, now);
    return id;
  });
}

/** The same inside a larger act, which writes its own audit row; with the document it is a reading of, where there is one. */
export async function insertEvidence(
  tx: Tx,
  { username }: Pick<StaffActor, "username">,
  { caseId, key }: { caseId: string; key: Uint8Array },
  input: EvidenceInput,
  now: Date,
  document: DocumentRead | null = null,
): Promise<string> {
  const { words: typed, ...plain } = evidenceInput.parse(input);
  const words = sealedWords.parse({ ...typed, document });
  const id = newId(now);
  await tx.evidence.create({
    data: {
      id,
      caseId,
      ...plain,
      sealed: sealUnder(key, words, evidenceContext(id)),
      receivedAt: now,
      addedBy: username,
    },
    select: { id: true },
  });
  return id;
}

/**
 * Withdraws an item, with a reason sealed under the person's key: from then on it carries nothing and is still there to be read. A
 * verdict that rests on it goes on counting and is marked as one that must be reviewed.
 */
export async function withdrawEvidence(
  actor: Actor,
  evidenceId: string,
  reason: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "evidence.withdraw");
  const why = withdrawalReason.parse(reason);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const item = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { caseId: true } });
    if (!item) throw new Refusal("not_found");
    const { key, reference } = await lockCase(tx, staff, item.caseId);
    if ((await tx.evidenceWithdrawal.count({ where: { evidenceId } })) > 0)
      throw new Refusal("already_withdrawn");
    await tx.evidenceWithdrawal.create({
      data: {
        evidenceId,
        why: sealUnder(key, why, withdrawalContext(evidenceId)),
        withdrawnBy: staff.username,
        withdrawnAt: now,
      },
      select: { evidenceId: true },
    });
    await record(tx, staff, "evidence.withdrawn", { case: reference, why }, now);
  });
}
