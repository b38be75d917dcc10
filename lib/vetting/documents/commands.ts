import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type ReceivedDocument, receivedDocument } from "@/lib/evidence/documents/schema";
import { openWhole } from "@/lib/evidence/drawn/queries";
import { openFromVault } from "@/lib/vault/seal";
import { originalReason } from "./schema";

interface Which {
  reportId: string;
  documentId: string;
}

/** Says that a document is hard to look at, or that it is not: while it is, nobody is shown it without asking. The last word holds. */
export async function markGraphic(
  actor: Actor,
  { graphic, ...which }: Which & { graphic: boolean },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "report.open");
  const now = clock();
  await desk().$transaction(async (tx) => {
    await sealedOf(tx, which);
    const { reportId, documentId } = which;
    const mark = { id: newId(now), documentId, graphic, markedBy: staff.username, markedAt: now };
    await tx.documentMark.create({ data: mark, select: { id: true } });
    const act = graphic ? "document.marked_graphic" : "document.unmarked_graphic";
    await record(tx, staff, act, { report: reportId, document: documentId }, now);
  });
}

/**
 * The file as the family sent it, byte for byte: only with a second factor given minutes ago and a reason that stays on the trail,
 * written before anything is opened. It may hold what no picture of it shows; whoever takes it answers for it.
 */
export async function takeOriginal(
  actor: Actor,
  { why, ...which }: Which & { why: string },
  clock: Clock,
): Promise<ReceivedDocument & { file: Buffer }> {
  const staff = authorise(actor, "document.original");
  requireFresh(staff, clock);
  const reason = originalReason.safeParse(why);
  if (!reason.success) throw new Refusal("reason_missing");
  const now = clock();
  const { reportId, documentId } = which;
  const sealed = await desk().$transaction(async (tx) => {
    const found = await sealedOf(tx, which);
    const about = { report: reportId, document: documentId, why: reason.data };
    await record(tx, staff, "document.original_taken", about, now);
    return found;
  });
  const document = receivedDocument.parse(await openFromVault(staff.keys, sealed));
  return { ...document, file: await openWhole(staff.keys, documentId) };
}

async function sealedOf(tx: Tx, { reportId, documentId }: Which): Promise<Uint8Array> {
  const found = await tx.document.findFirst({
    where: { id: documentId, reportId },
    select: { sealed: true },
  });
  if (!found) throw new Refusal("not_found");
  return found.sealed;
}

/** Drafts whose days are over lose their row, and those of their documents with it. Runs by itself; answers how many went. */
export async function expireDrafts(clock: Clock): Promise<number> {
  const [row] = await desk().$queryRaw<{ gone: bigint }[]>`SELECT registry.expire_drafts(${clock()}) AS gone`;
  return Number(row?.gone ?? 0);
}
