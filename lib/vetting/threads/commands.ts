import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { writeToThreads } from "@/lib/cases/dossier/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { readThread } from "./queries";
import { kindOf, noteOf, unsafeIn } from "./rules";
import { type MessageForm, messageInput } from "./schema";

/**
 * Writes to the family of a report, sealed to its code and to the vault: sentences chosen, in both languages, or words of one's own by
 * an explicit choice, refused where they hold what must not be in a message. The same form twice, or a word of somebody else in
 * between, is refused with `changed_meanwhile`: no family reads anything twice.
 */
export async function sendMessage(
  actor: Actor,
  reportId: string,
  form: MessageForm,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "message.send");
  const { seen, templates, own, words, asks } = messageInput.parse(form);
  const now = clock();
  if (words !== "" && !own) throw new Refusal("own_words_unchosen");
  if (words !== "" && templates.length > 0) throw new Refusal("words_or_sentences");
  await desk().$transaction(async (tx) => {
    await lockThread(tx, reportId);
    const thread = await readThread(tx, staff, reportId);
    if (thread.messages.length !== seen) throw new Refusal("changed_meanwhile");
    const unsafe = words === "" ? null : unsafeIn(words, thread.name);
    if (unsafe) throw new Refusal(`unsafe_${unsafe.what}`, { near: unsafe.near });
    const note = words === "" ? noteOf(templates) : words;
    await writeToThreads(tx, staff, [reportId], kindOf(templates, words !== "" && asks), { note }, now);
    await record(tx, staff, "message.sent", { report: reportId }, now);
  });
}

/** What the family wrote needs no answer: the conversation waits for nobody. Nothing is sent. */
export async function settleThread(
  actor: Actor,
  reportId: string,
  { seen }: { seen: number },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "message.send");
  await desk().$transaction(async (tx) => {
    const threadId = await lockThread(tx, reportId);
    const thread = await readThread(tx, staff, reportId);
    if (thread.messages.length !== seen || thread.waiting === null) throw new Refusal("changed_meanwhile");
    await tx.thread.updateMany({
      where: { id: threadId },
      data: { waiting: null, waitingSince: null, unread: false },
    });
    await record(tx, staff, "thread.settled", { report: reportId }, clock());
  });
}

/** Holds a conversation until the end of the transaction; refuses where there is no code, since nobody would read it. */
async function lockThread(tx: Tx, reportId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT h.id FROM registry.threads h JOIN registry.receipts r ON r.thread_id = h.id
    WHERE r.report_id = ${reportId}::uuid FOR UPDATE OF h`;
  if (!row) throw new Refusal("code_missing");
  return row.id;
}
