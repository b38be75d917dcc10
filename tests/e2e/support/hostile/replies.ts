import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { sendReply } from "@/lib/intake/replies/commands";
import { newCode } from "@/lib/vault/receipt";
import { settleReply } from "@/lib/vetting/replies/commands";
import type { Team } from "./case";
import type { Words } from "./words";

/** Somebody without an account writes about a page; every third is answered. Answers the code that opens its thread. */
export async function hostileReply(
  { carlos }: Team,
  words: Words,
  { reference, turn }: { reference: string; turn: number },
): Promise<string> {
  const code = newCode();
  const posted = {
    ...{ reference, speaks: "other", asks: turn % 2 === 0 ? "danger" : "correct" },
    words: words.of("reply.words", { most: 2000 }),
    reach: words.of("reply.reach", { most: 300 }),
  };
  await sendReply({ kind: "family" }, { code, posted, locale: "es" }, wallClock);
  const why = words.of("reply.why", { most: 2000, least: 10 });
  const [open] = await desk().reply.findMany({
    where: { settledAt: null },
    take: 1,
    select: { reportId: true },
  });
  if (turn % 3 === 0 && open)
    await settleReply(carlos, { id: open.reportId, outcome: "refused", reason: "verified", why }, wallClock);
  return code;
}
