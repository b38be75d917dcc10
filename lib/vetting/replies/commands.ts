import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { writeToThreads } from "@/lib/cases/dossier/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { takeNameOff } from "@/lib/publication/naming/commands";
import { sealUnderVault } from "@/lib/vault/person";
import { findPage, openItem, whyContext } from "./queries";
import { settledAt, staysBecause } from "./rules";
import {
  type ReplyOutcome,
  type SettleForm,
  type StayReason,
  settleInput,
  type TakeDownForm,
  takeDownInput,
} from "./schema";

/**
 * Takes the name off the page that was written about, as whoever may withdraw a naming does, and tells the asker so: one person is
 * enough, nobody is uncounted, and two may name again. Refused with `not_found` where no case bears the reference, and `not_named`.
 */
export async function takeDownAsAsked(actor: Actor, form: TakeDownForm, clock: Clock): Promise<void> {
  const staff = authorise(actor, "case.withdraw");
  const { id, why } = takeDownInput.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { reference, receivedAt } = await lockReply(tx, staff, id);
    const page = await findPage(tx, staff, reference);
    if (!page) throw new Refusal("not_found");
    await takeNameOff(tx, staff, { caseId: page.caseId, why }, now);
    await settle(tx, staff, { id, receivedAt, outcome: "taken_down", why }, now);
    await writeToThreads(tx, staff, [id], "stage", { stage: "page_down" }, now);
    await record(tx, staff, "reply.applied", { report: id, why }, now);
  });
}

/**
 * Ends what was written about a page without changing any: refused, with a sentence for the asker that tells nobody whether somebody is
 * registered, or attended to. Its code goes on opening the thread, and its author may write again.
 */
export async function settleReply(actor: Actor, form: SettleForm, clock: Clock): Promise<void> {
  const staff = authorise(actor, "reply.settle");
  const { id, outcome, reason, why } = settleInput.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { receivedAt } = await lockReply(tx, staff, id);
    await settle(tx, staff, { id, receivedAt, outcome, why, reason }, now);
    const said =
      outcome === "refused" && reason
        ? ({ stage: "page_stays", note: staysBecause(reason) } as const)
        : ({ stage: "page_answered" } as const);
    await writeToThreads(tx, staff, [id], "stage", said, now);
    await record(
      tx,
      staff,
      outcome === "refused" ? "reply.refused" : "reply.closed",
      { report: id, why },
      now,
    );
  });
}

interface Ending {
  id: string;
  receivedAt: Date;
  outcome: ReplyOutcome;
  why: string;
  reason?: StayReason;
}

async function settle(
  tx: Tx,
  staff: StaffActor,
  { id, receivedAt, outcome, ...said }: Ending,
  now: Date,
): Promise<void> {
  await tx.reply.update({
    where: { reportId: id },
    data: {
      outcome,
      why: sealUnderVault(staff.keys, said, whyContext(id)),
      settledBy: staff.username,
      settledAt: settledAt(receivedAt, now),
    },
    select: { reportId: true },
  });
}

/** What waits for an answer, its row locked until the transaction ends; an answered one is refused with `already_decided`. */
async function lockReply(
  tx: Tx,
  staff: StaffActor,
  id: string,
): Promise<{ reference: string; receivedAt: Date }> {
  const [row] = await tx.$queryRaw<{ sealed: Uint8Array; received_at: Date; settled_at: Date | null }[]>`
    SELECT p.sealed, r.received_at, r.settled_at FROM registry.replies r JOIN registry.reports p ON p.id = r.report_id
    WHERE r.report_id = ${id}::uuid FOR UPDATE OF r`;
  if (!row) throw new Refusal("not_found");
  if (row.settled_at !== null) throw new Refusal("already_decided");
  return { reference: (await openItem(staff, row.sealed)).reply.reference, receivedAt: row.received_at };
}
