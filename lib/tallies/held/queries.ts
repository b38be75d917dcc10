import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { heldTotal } from "../queries";

/** How many are held now, as known now: the number that a decision moves by one. Exact, for the desk alone. */
export async function findHeld(actor: Actor, clock: Clock): Promise<number> {
  authorise(actor, "tally.read");
  const now = clock();
  return desk().$transaction((tx) => heldTotal(tx, now, now));
}

/** Whether anything about anybody was known at a moment: before, a 0 says nothing of the country. */
export async function knewAnybody(tx: Tx, known: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT FROM registry.facts WHERE known_from <= ${known}::timestamptz) AS any`;
  return row?.any ?? false;
}
