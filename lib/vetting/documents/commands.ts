import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { ReceivedDocument } from "@/lib/evidence/documents/schema";
import { openWhole } from "@/lib/evidence/drawn/queries";
import { described, type Held } from "./queries";
import { originalReason } from "./schema";

interface Which {
  reportId: string;
  documentId: string;
}

const heldBy = ({ reportId, documentId }: Which): Held => ({
  documentId,
  where: { reportId },
  about: { report: reportId, document: documentId },
});

/** Says that a document of a report is hard to look at, or that it is not, as `sayGraphic` does. */
export async function markGraphic(
  actor: Actor,
  { graphic, ...which }: Which & { graphic: boolean },
  clock: Clock,
): Promise<void> {
  await sayGraphic(authorise(actor, "report.open"), heldBy(which), graphic, clock);
}

/** While a document is said to be hard to look at, nobody is shown it without asking. The last word holds. */
export async function sayGraphic(
  staff: StaffActor,
  held: Held,
  graphic: boolean,
  clock: Clock,
): Promise<void> {
  const now = clock();
  await desk().$transaction(async (tx) => {
    await sealedOf(tx, held);
    const { documentId } = held;
    const mark = { id: newId(now), documentId, graphic, markedBy: staff.username, markedAt: now };
    await tx.documentMark.create({ data: mark, select: { id: true } });
    const act = graphic ? "document.marked_graphic" : "document.unmarked_graphic";
    await record(tx, staff, act, held.about, now);
  });
}

/** The file of a report as the family sent it, as `giveOriginal` gives it. */
export async function takeOriginal(
  actor: Actor,
  { why, ...which }: Which & { why: string },
  clock: Clock,
): Promise<ReceivedDocument & { file: Buffer }> {
  return giveOriginal(authorise(actor, "document.original"), heldBy(which), why, clock);
}

/**
 * The file as it came, byte for byte: only with a second factor given minutes ago and a reason that stays on the trail, written before
 * anything is opened. It may hold what no picture of it shows; whoever takes it answers for it. For an act that judged who may.
 */
export async function giveOriginal(
  staff: StaffActor,
  held: Held,
  why: string,
  clock: Clock,
): Promise<ReceivedDocument & { file: Buffer }> {
  requireFresh(staff, clock);
  const reason = originalReason.safeParse(why);
  if (!reason.success) throw new Refusal("reason_missing");
  const now = clock();
  const sealed = await desk().$transaction(async (tx) => {
    const found = await sealedOf(tx, held);
    await record(tx, staff, "document.original_taken", { ...held.about, why: reason.data }, now);
    return found;
  });
  return { ...(await described(staff.keys, sealed)), file: await openWhole(staff.keys, held.documentId) };
}

async function sealedOf(tx: Tx, { documentId, where }: Held): Promise<Uint8Array> {
  const found = await tx.document.findFirst({
    where: { ...where, id: documentId },
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
