import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { heldTotal } from "../queries";

/** How many are held now, as known now: the number that a decision moves by one. Exact, for the desk alone. */
export async function findHeld(actor: Actor, clock: Clock): Promise<number> {
  authorise(actor, "tally.read");
  const now = clock();
  return desk().$transaction((tx) => heldTotal(tx, now, now));
}
