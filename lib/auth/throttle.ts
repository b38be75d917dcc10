import { createHmac } from "node:crypto";
import { secret } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

const FREE = 5;
const LONGEST_WAIT = 60_000;
const FORGOTTEN_AFTER = 24 * 60 * 60_000;

/**
 * Counts a try against a name before anything is checked, and refuses it when it comes too soon after the last.
 * After five failures the wait doubles from one second to one minute and stays there: slow, never locked.
 * Keyed by an HMAC, the same for names that exist and names that do not; a known device is counted by itself.
 */
export async function countTry(name: string, device: string | null, now: Date): Promise<void> {
  const moment = BigInt(now.getTime());
  const forgotten = moment + BigInt(FORGOTTEN_AFTER);
  const counted = await desk().$queryRaw<unknown[]>`
    INSERT INTO registry.sign_in_tries AS t (key, points, expire) VALUES (${keyOf(name, device)}, 1, ${forgotten})
    ON CONFLICT (key) DO UPDATE
      SET points = CASE WHEN t.expire <= ${moment} THEN 1 ELSE least(t.points + 1, 1000) END, expire = ${forgotten}
      WHERE t.points < ${FREE} OR t.expire <= ${moment}
        OR ${moment} - (t.expire - ${FORGOTTEN_AFTER}::bigint)
           >= least(1000 * power(2, least(t.points - ${FREE}, 20)), ${LONGEST_WAIT}::bigint)
    RETURNING 1`;
  if (counted.length === 0) throw new Refusal("too_many_tries");
}

/** Forgets the failures of somebody who has just shown who they are. */
export async function forgetTries(name: string, device: string | null): Promise<void> {
  await desk().signInTry.deleteMany({ where: { key: keyOf(name, device) } });
}

const keyOf = (name: string, device: string | null) =>
  createHmac("sha256", secret("AUTH_SECRET"))
    .update(`try|${name}|${device ?? ""}`)
    .digest("hex");
