import type { StaffActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { appendTrail } from "@/lib/vault/trail";

/** Acts that put one person's identity before somebody's eyes. */
export const OPENINGS = [
  "report.opened",
  "case.read",
  "thread.opened",
  "news.opened",
  "reply.opened",
  "contact.opened",
  "contact.word_told",
  "filing.printed",
];

/** Twice what the fastest vetter needs in an hour, and far below what a stolen session would want. */
export const MOST_OPENINGS_AN_HOUR = 120;

const HOUR = 3_600_000;

/**
 * Refuses whoever opened as many identities within the hour as nobody's work needs (`too_many_opened`). That it was refused is on the
 * trail once an hour, in a transaction of its own, since the refused act leaves nothing.
 */
export async function refuseTooManyOpenings(
  tx: Tx,
  staff: StaffActor,
  action: string,
  now: Date,
): Promise<void> {
  if (!OPENINGS.includes(action)) return;
  const lately = { actor: staff.username, at: { gt: new Date(now.getTime() - HOUR), lte: now } };
  const opened = await tx.auditEvent.count({ where: { ...lately, action: { in: OPENINGS } } });
  if (opened < MOST_OPENINGS_AN_HOUR) return;
  const what = "opening.refused";
  if ((await tx.auditEvent.count({ where: { ...lately, action: what } })) === 0) {
    const entry = { who: staff.username, what, about: null, vaultKey: null };
    await desk().$transaction((own) => appendTrail(own, entry, now));
  }
  throw new Refusal("too_many_opened", { most: MOST_OPENINGS_AN_HOUR });
}
