import type { FamilyActor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/core/clock";
import { postAnswer } from "../answers/commands";
import type { PosterKeys } from "../thread/commands";

/**
 * Takes back the permission to be counted, from the thread that a code opened. It holds from this minute, whenever staff open it;
 * what was published before stays. Refused for a code that opens no report.
 */
export async function postWithdrawal(actor: FamilyActor, keys: PosterKeys, clock: Clock): Promise<void> {
  const form = String(clock().getTime());
  await postAnswer(actor, { keys, purpose: "count", granted: false, form }, clock);
}
