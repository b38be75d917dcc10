import { intake } from "@/lib/db/intake";
import { formatCode, newCode, normaliseCode } from "@/lib/vault/receipt";
import { openWith } from "@/lib/vault/seal";
import { type ThreadMessage, threadMessage } from "../schema";
import type { OpenedReport } from "./schema";

export { formatCode, newCode, normaliseCode };

/** What opens a thread: all of it comes from the code. */
export interface ThreadKeys {
  lookup: Uint8Array<ArrayBuffer>;
  threadPublicKey: Uint8Array;
  threadPrivateKey: Uint8Array;
}

/** The report of a code as its holder may see it, or null for a code that was never issued, is still a draft, or was revoked. */
export async function openReport(keys: ThreadKeys): Promise<OpenedReport | null> {
  const rows = await intake().$queryRaw<
    { kind: string; from_family: boolean; sealed_to_thread: Uint8Array; sent_at: Date }[]
  >`SELECT kind, from_family, sealed_to_thread, sent_at FROM registry.intake_read_thread(${keys.lookup})`;
  const messages: ThreadMessage[] = [];
  for (const row of rows) {
    const content = await openWith(keys.threadPublicKey, keys.threadPrivateKey, row.sealed_to_thread);
    const { kind, from_family: fromFamily, sent_at: sentAt } = row;
    messages.push({ ...threadMessage.parse(content), asks: kind === "question", fromFamily, sentAt });
  }
  const last = messages.findLast((message) => message.stage !== undefined);
  if (!last?.stage) return null;
  const told = messages.findLast((message) => message.state !== undefined);
  const standing = messages.some((message) => message.standing);
  const isReply = messages.some((message) => message.reply);
  const answers: OpenedReport["answers"] = new Map();
  for (const { answers: said = [], sentAt: at } of messages)
    for (const { purpose, granted } of said) answers.set(purpose, { granted, at });
  return {
    stage: { stage: last.stage, sentAt: last.sentAt },
    ...{ messages, answers, standing, isReply },
    state: standing && told?.state ? { state: told.state, sentAt: told.sentAt } : null,
    naming: messages.findLast((message) => message.naming !== undefined)?.naming ?? null,
  };
}

/** How many digits somebody typed: told without looking anything up. */
export const digitsIn = (typed: string): number =>
  typed.normalize("NFKC").replace(/[^\p{Nd}oO]/gu, "").length;
