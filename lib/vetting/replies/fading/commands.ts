import { record } from "@/lib/audit/record";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { REPLY_DAYS } from "@/lib/intake/replies/rules";

const DAY = 86_400_000;

/**
 * Destroys the words, the thread and the code of what was answered ninety days ago, unless its author wrote again and waits. Runs by
 * itself; answers how many went.
 */
export async function fadeReplies(clock: Clock): Promise<number> {
  const now = clock();
  return desk().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ gone: bigint }[]>`
      SELECT registry.fade_replies(${new Date(now.getTime() - REPLY_DAYS * DAY)}) AS gone`;
    const gone = Number(row?.gone ?? 0);
    if (gone > 0) await record(tx, { kind: "system", job: "purge" }, "replies.faded", null, now);
    return gone;
  });
}
